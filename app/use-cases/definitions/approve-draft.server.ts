import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { lockStandards } from '#db/stores/acts.ts'
import { lockVersion, setShownWords, type VersionKey } from '#db/stores/version-life.ts'
import { isOwnWork } from './own-work.ts'
import { searchWords } from './search-words.ts'
import { storedDefinition } from './stored-definition.server.ts'
import { takeVersionStep, wrongNote } from './version-step.server.ts'

type Input = VersionKey & { visitor: Visitor; digest: string; note?: string }

/**
 * Approves the version in review, by somebody who did not write it (V11). `digest` names the text that the approver read:
 * another text is not approved. An approved version that nobody set is withdrawn in its favour.
 */
export async function approveDraft(input: Input, ports: Ports): Promise<Result<{ number: number }>> {
  const allowed = authorise(input.visitor, 'definition.approve', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const wrong = wrongNote('note', input.note ?? '')
  if (wrong) return wrong
  return ports.db.transaction(async (tx) => {
    await lockStandards(tx, input.agencyId, [input.slug])
    const row = await lockVersion(tx, input, 'in-review')
    if (!row) return refuse({ code: 'conflict', what: 'not-in-review' })
    if (row.digest !== input.digest) return refuse({ code: 'conflict', what: 'changed' })
    if (isOwnWork(row, person.id)) return refuse({ code: 'own-work' })
    const earlier = await lockVersion(tx, input, 'approved')
    const inForce = await lockVersion(tx, input, 'published')
    if (earlier) await takeVersionStep(tx, earlier, { act: 'withdrawn', change: { status: 'withdrawn' }, person }, ports)
    const change = { status: 'approved', approvedBy: person.id, approvedAt: new Date(ports.now()) } as const
    await takeVersionStep(tx, row, { act: 'approved', note: input.note?.trim() || null, change, person }, ports)
    if (!inForce) {
      const definition = storedDefinition(row)
      await setShownWords(tx, input, definition.identity.title, searchWords(definition))
    }
    return ok({ number: row.number })
  })
}
