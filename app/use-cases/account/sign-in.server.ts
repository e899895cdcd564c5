import { z } from 'zod'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readLogin } from '#db/stores/people.ts'
import { countAttempt, forgetAttempts } from '#db/stores/rate-limits.ts'
import { secretHash } from '#db/stores/sessions.ts'
import { addressBlock } from './address-block.ts'
import { passwordMatches } from './passwords.server.ts'
import { recordAct, systemTrail } from './record-act.server.ts'
import { startSession } from './start-session.server.ts'

export const SignIn = z.object({ email: z.string().trim().min(1).max(200), password: z.string().min(1).max(200) })
export type SignIn = z.infer<typeof SignIn>

const windowMs = 15 * 60_000
/** The address is hashed: the table of limits holds no personal data. */
const perAccount = (email: string) => ({ key: `sign-in:account:${secretHash(email.toLowerCase())}`, max: 10, windowMs })
const perAddress = (address: string) => ({ key: `sign-in:address:${secretHash(addressBlock(address))}`, max: 100, windowMs })

/** Answers the token of a new session. Every attempt counts, before the password is looked at. */
export async function signIn(input: SignIn & { address: string }, ports: Ports): Promise<Result<{ token: string }>> {
  const { db } = ports
  const now = ports.now()
  const waits = [await countAttempt(db, perAddress(input.address), now), await countAttempt(db, perAccount(input.email), now)]
  const retryAfterSeconds = Math.max(...waits.map((wait) => wait ?? 0))
  if (retryAfterSeconds > 0) return refuse({ code: 'rate-limited', retryAfterSeconds })
  const person = await readLogin(db, input.email)
  if (!(await passwordMatches(input.password, person?.passwordHash ?? null)) || !person) {
    return refuse({ code: 'invalid', errors: [{ path: 'password', code: 'wrong-credentials' }] })
  }
  const token = await db.transaction(async (tx) => {
    await forgetAttempts(tx, perAccount(input.email), now)
    await recordAct(tx, ports, person, { agencyId: systemTrail, action: 'session.start', subject: person.id })
    return startSession(tx, ports, person.id)
  })
  return ok({ token })
}
