import { z } from 'zod'
import { type InputProblem, parseTyped, type Typed } from '#app/read-form.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { AgencyReview, type ApprovalRule, CivilDay, mostApprovers, StandardReview } from '#engine'

export const approverNames = Array.from({ length: mostApprovers }, (_, index) => `position-${index + 1}`)
export const ruleModes = ['any', 'all', 'in-order'] as const

const Text = z.string().trim()
const Months = z.object({ months: z.coerce.number<string>().int().min(1).max(120) })
const DueOn = z.object({ dueOn: z.union([Text.length(0), CivilDay]).default('') })

export const agencyReviewAsTyped = ({ approval, months }: AgencyReview): Typed => ({
  ...ruleAsTyped(approval),
  months: String(months),
})
export const standardReviewAsTyped = ({ approval, dueOn }: StandardReview): Typed => ({
  ...ruleAsTyped(approval),
  dueOn: dueOn ?? '',
})

const ruleAsTyped = (rule: ApprovalRule | null): Typed => ({
  mode: rule?.mode ?? '',
  ...Object.fromEntries(approverNames.map((name, index) => [name, rule?.positions[index] ?? ''])),
})

export function readAgencyReview(typed: Typed): Result<AgencyReview> {
  const months = parseTyped(Months, typed)
  const approval = readRule(typed)
  if (!months.ok) return months
  return approval.ok ? ok(AgencyReview.parse({ approval: approval.value, ...months.value })) : approval
}

export function readStandardReview(typed: Typed): Result<StandardReview> {
  const due = parseTyped(DueOn, typed)
  const approval = readRule(typed)
  if (!due.ok) return due
  return approval.ok ? ok(StandardReview.parse({ approval: approval.value, dueOn: due.value.dueOn || null })) : approval
}

/** Null where nothing of its own is chosen. Empty places between the positions are no matter. */
function readRule(typed: Typed): Result<unknown> {
  const mode = ruleModes.find((one) => one === typed.mode)
  if (!mode) return typed.mode ? refused('mode', 'not-an-option') : ok(null)
  const chosen = approverNames.flatMap((name) => (typed[name] ? [{ name, position: String(typed[name]) }] : []))
  if (chosen.length === 0) return refused('position-1', 'required')
  const twice = chosen.find(({ position }, index) => chosen.findIndex((one) => one.position === position) !== index)
  return twice ? refused(twice.name, 'duplicate') : ok({ mode, positions: chosen.map(({ position }) => position) })
}

const refused = (path: string, code: string): Result<never> =>
  refuse({ code: 'invalid', errors: [{ path, code } satisfies InputProblem] })
