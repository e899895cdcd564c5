import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { insertReading, readingOf } from '#db/stores/readings.ts'

type Input = { visitor: Visitor; agencyId: string; slug: string; digest: string }

/** Records that somebody who works in the agency has read the version in force; `digest` names the text. Once is enough. */
export async function acknowledge(input: Input, ports: Ports): Promise<Result<{ number: number }>> {
  const { agencyId, slug } = input
  const allowed = authorise(input.visitor, 'task.claim', { agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  return ports.db.transaction(async (tx): Promise<Result<{ number: number }>> => {
    const standing = await readingOf(tx, input, person.id)
    if (!standing) return refuse({ code: 'not-found' })
    if (standing.digest !== input.digest) return refuse({ code: 'conflict', what: 'version-replaced' })
    const { number, digest } = standing
    const first = await insertReading(tx, { agencyId, slug, number, digest, personId: person.id, at: new Date(ports.now()) })
    if (first)
      await recordAct(tx, ports, person, { agencyId, action: 'version.read', subject: `${slug}/${number}`, detail: { digest } })
    return ok({ number })
  })
}
