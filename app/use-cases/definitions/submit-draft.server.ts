import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { approvalRuleFor } from '#db/stores/approvals.ts'
import { ruleContextFor } from '#db/stores/rule-context.ts'
import { lockVersion, type VersionKey } from '#db/stores/version-life.ts'
import { checkDefinition } from '#engine'
import { askToReview } from './ask-to-review.server.ts'
import { storedDefinition } from './stored-definition.server.ts'
import { takeVersionStep, wrongNote } from './version-step.server.ts'

type Input = VersionKey & {
  visitor: Visitor
  note?: string
  /** The text that was looked at; another one is not sent. */
  digest?: string
}

/** Sends the draft for review. What makes it unrunnable must be mended first. */
export async function submitDraft(input: Input, ports: Ports): Promise<Result<{ number: number }>> {
  const allowed = authorise(input.visitor, 'definition.submit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const wrong = wrongNote('note', input.note ?? '')
  if (wrong) return wrong
  return ports.db.transaction(async (tx) => {
    const row = await lockVersion(tx, input, 'draft')
    if (!row) return refuse({ code: 'conflict', what: 'no-draft' })
    if (input.digest !== undefined && row.digest !== input.digest) return refuse({ code: 'conflict', what: 'changed' })
    const self = { slug: row.slug, version: row.number }
    const context = await ruleContextFor(tx, input.agencyId, self, ports.now())
    const findings = checkDefinition(storedDefinition(row), context)
    const errors = findings.filter((finding) => finding.severity === 'error')
    if (errors.length > 0) return refuse({ code: 'not-ready', findings: errors })
    const approval = await approvalRuleFor(tx, input)
    const sent = { submittedAt: new Date(ports.now()), approval, reviewRound: row.reviewRound + 1 }
    const change = { status: 'in-review', ...sent } as const
    await takeVersionStep(tx, row, { act: 'submitted', note: input.note?.trim() || null, change, person: allowed.value }, ports)
    await askToReview(tx, row, approval, ports)
    return ok({ number: row.number })
  })
}
