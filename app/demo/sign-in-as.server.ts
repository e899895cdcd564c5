import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { startSession } from '#app/use-cases/account/start-session.server.ts'
import { listEverybody } from '#db/stores/people.ts'
import { readPersonNow } from '#db/stores/sessions.ts'

/** Everybody to be. Outside a demonstration neither this nor the next is there. */
export async function listDemoPeople(ports: Ports) {
  if (!ports.settings.demo) return refuse({ code: 'not-found' })
  return ok(await listEverybody(ports.db, new Date(ports.now())))
}

export async function signInAs(input: { personId: string }, ports: Ports): Promise<Result<{ token: string }>> {
  if (!ports.settings.demo) return refuse({ code: 'not-found' })
  const person = await readPersonNow(ports.db, input.personId, new Date(ports.now()))
  return person ? ok({ token: await startSession(ports.db, ports, person.id) }) : refuse({ code: 'not-found' })
}
