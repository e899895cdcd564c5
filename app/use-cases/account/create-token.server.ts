import { z } from 'zod'
import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { findByEmail } from '#db/stores/people.ts'
import { insertApiToken, secretHash } from '#db/stores/sessions.ts'
import { recordAct, systemTrail } from './record-act.server.ts'

export const NewToken = z.object({
  name: z.string().trim().min(1).max(80),
  days: z.coerce.number().int().min(1).max(730),
})
type NewToken = z.infer<typeof NewToken>

/** A token of one's own for the interface; shown once, kept as a hash. */
export async function createToken(input: NewToken & { visitor: Visitor }, ports: Ports): Promise<Result<{ token: string }>> {
  const allowed = authorise(input.visitor, 'session.own', { own: true })
  return allowed.ok ? ok({ token: await storeToken(allowed.value, input, ports) }) : allowed
}

/** The same from the command line, where whoever reaches the database is the authority. */
export async function createTokenFor(input: NewToken & { email: string }, ports: Ports): Promise<Result<{ token: string }>> {
  const person = await findByEmail(ports.db, input.email)
  if (!person || person.disabledAt) return refuse({ code: 'not-found' })
  return ok({ token: await storeToken(person, input, ports) })
}

async function storeToken(person: { id: string; name: string }, { name, days }: NewToken, ports: Ports): Promise<string> {
  const token = `baku_${ports.newSecret(32)}`
  const id = ports.newId()
  const createdAt = new Date(ports.now())
  const expiresAt = new Date(ports.now() + days * 86_400_000)
  await ports.db.transaction(async (tx) => {
    await insertApiToken(tx, { tokenHash: secretHash(token), id, personId: person.id, name, createdAt, expiresAt })
    await recordAct(tx, ports, person, { agencyId: systemTrail, action: 'token.create', subject: id, detail: { name, days } })
  })
  return token
}
