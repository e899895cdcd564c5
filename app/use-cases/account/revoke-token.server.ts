import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { revokeApiToken } from '#db/stores/sessions.ts'
import { recordAct, systemTrail } from './record-act.server.ts'

export async function revokeToken(input: { visitor: Visitor; id: string }, ports: Ports): Promise<Result<null>> {
  const allowed = authorise(input.visitor, 'session.own', { own: true })
  if (!allowed.ok) return allowed
  const person = allowed.value
  return ports.db.transaction(async (tx) => {
    const revoked = await revokeApiToken(tx, person.id, input.id, new Date(ports.now()))
    if (!revoked) return refuse({ code: 'not-found' })
    await recordAct(tx, ports, person, { agencyId: systemTrail, action: 'token.revoke', subject: input.id })
    return ok(null)
  })
}
