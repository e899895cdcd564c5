import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { deleteSession, listSessions } from '#db/stores/sessions.ts'
import { sessionName } from './read-account.server.ts'
import { recordAct, systemTrail } from './record-act.server.ts'

/** Ends one of one's own sessions, on a lost telephone for instance. */
export async function endSession(input: { visitor: Visitor; session: string }, ports: Ports): Promise<Result<null>> {
  const allowed = authorise(input.visitor, 'session.own', { own: true })
  if (!allowed.ok) return allowed
  const person = allowed.value
  return ports.db.transaction(async (tx) => {
    const mine = await listSessions(tx, person.id, new Date(ports.now()))
    const session = mine.find((row) => sessionName(row.tokenHash) === input.session)
    if (!session) return refuse({ code: 'not-found' })
    await deleteSession(tx, session.tokenHash)
    await recordAct(tx, ports, person, { agencyId: systemTrail, action: 'session.end', subject: person.id })
    return ok(null)
  })
}
