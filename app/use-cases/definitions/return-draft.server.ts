import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { tellPeople } from '#db/stores/standard-notices.ts'
import { lockVersion, type VersionKey } from '#db/stores/version-life.ts'
import { writersOf } from './own-work.ts'
import { takeVersionStep, wrongNote } from './version-step.server.ts'

type Input = VersionKey & { visitor: Visitor; reason: string }

/** Gives a version in review back to its author, with the reason. What was approved of it until then counts no more. */
export async function returnDraft(input: Input, ports: Ports): Promise<Result<{ number: number }>> {
  const allowed = authorise(input.visitor, 'definition.review', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const reason = input.reason.trim()
  if (reason === '') return refuse({ code: 'invalid', errors: [{ path: 'reason', code: 'required' }] })
  const wrong = wrongNote('reason', reason)
  if (wrong) return wrong
  return ports.db.transaction(async (tx) => {
    const row = await lockVersion(tx, input, 'in-review')
    if (!row) return refuse({ code: 'conflict', what: 'not-in-review' })
    const change = { status: 'draft', submittedAt: null } as const
    await takeVersionStep(tx, row, { act: 'returned', note: reason, change, person: allowed.value }, ports)
    const others = writersOf(row).filter((id) => id !== allowed.value.id)
    await tellPeople(tx, row, others, { kind: 'review-returned', at: ports.now() })
    return ok({ number: row.number })
  })
}
