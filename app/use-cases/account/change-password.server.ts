import { z } from 'zod'
import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { voidInvitationsOf } from '#db/stores/invitations.ts'
import { readPasswordHash, setPasswordHash } from '#db/stores/people.ts'
import { countAttempt } from '#db/stores/rate-limits.ts'
import { deleteSessionsOf, revokeApiTokensOf, secretHash } from '#db/stores/sessions.ts'
import { hashPassword, NewPassword, passwordMatches } from './passwords.server.ts'
import { recordAct, systemTrail } from './record-act.server.ts'
import { sessionToken } from './session-cookie.server.ts'

export const ChangePassword = z
  .object({ current: z.string().min(1).max(200), password: NewPassword, repeated: z.string().max(200) })
  .refine((typed) => typed.password === typed.repeated, { path: ['repeated'], message: 'passwords-differ' })

/** Ends every other session, every token and every open link: none that was stolen may outlive the password. */
export async function changePassword(
  input: z.infer<typeof ChangePassword> & { visitor: Visitor; request: Request },
  ports: Ports,
): Promise<Result<null>> {
  const allowed = authorise(input.visitor, 'session.own', { own: true })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const limit = { key: `password:${person.id}`, max: 10, windowMs: 15 * 60_000 }
  const retryAfterSeconds = await countAttempt(ports.db, limit, ports.now())
  if (retryAfterSeconds !== null) return refuse({ code: 'rate-limited', retryAfterSeconds })
  if (!(await passwordMatches(input.current, await readPasswordHash(ports.db, person.id)))) {
    return refuse({ code: 'invalid', errors: [{ path: 'current', code: 'wrong-password' }] })
  }
  const passwordHash = await hashPassword(input.password)
  const token = sessionToken(input.request)
  await ports.db.transaction(async (tx) => {
    await setPasswordHash(tx, person.id, passwordHash)
    await deleteSessionsOf(tx, person.id, token && secretHash(token))
    await revokeApiTokensOf(tx, person.id, new Date(ports.now()))
    await voidInvitationsOf(tx, person.id)
    await recordAct(tx, ports, person, { agencyId: systemTrail, action: 'password.change', subject: person.id })
  })
  return ok(null)
}
