import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type AbsenceNow, absencesNow } from '#db/stores/away.ts'

/** The absences of the signed-in person at this moment, an agency each; their own, so being signed in is enough. */
export async function readOwnAbsence(input: { visitor: Visitor }, ports: Ports): Promise<Result<readonly AbsenceNow[]>> {
  if (input.visitor.kind === 'anonymous') return refuse({ code: 'not-signed-in' })
  return ok(await absencesNow(ports.db, input.visitor.person.id, ports.now()))
}
