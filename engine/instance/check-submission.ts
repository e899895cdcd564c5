import type { DispositionSpec, Outcome, TaskNode } from '../definition/flow.ts'
import type { FieldId } from '../definition/ids.ts'
import { limits } from '../definition/limits.ts'
import type { Definition } from '../definition/schema.ts'
import { formOf } from '../form/fields-of.ts'
import { readSubmission } from '../form/submission.ts'
import { tidyText } from '../form/text.ts'
import type { Context } from './context.ts'
import { formFacts } from './facts.ts'
import type { Assignee, Data, Disposition, Refusal, Seat, Submission } from './messages.ts'
import { satisfies } from './performers.ts'
import type { InstanceState } from './state.ts'

export type CheckedSubmission = {
  outcome: Outcome
  data: Data
  cleared: readonly FieldId[]
  reason: string | null
  disposition: Disposition | null
}
export type Checked<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })

/** What a performer sent for a step, checked whole: outcome, reason, disposition, form. */
export function checkSubmission(
  submission: Submission,
  step: TaskNode,
  definition: Definition,
  state: InstanceState,
  context: Context,
): Checked<CheckedSubmission> {
  const outcome = step.outcomes.find(({ id }) => id === submission.outcome)
  if (!outcome) return refused({ code: 'unknown-outcome', outcome: submission.outcome, known: step.outcomes.map(({ id }) => id) })
  const reason = checkReason(submission.reason, needsReason(outcome))
  if (!reason.ok) return reason
  const disposition = checkDisposition(submission.disposition, asksDisposition(step, outcome), definition, context.seats)
  if (!disposition.ok) return disposition
  const facts = formFacts(definition, state, step.id, outcome.id)
  const read = readSubmission({ form: formOf(definition, step.id), raw: submission.data, facts, files: context.files })
  if (!read.ok) return refused({ code: 'invalid-input', errors: read.errors })
  const { data, cleared } = read
  return { ok: true, value: { outcome, data, cleared, reason: reason.value, disposition: disposition.value } }
}

/** Revising and rejecting always need a reason; others where the author asks for one. */
export const needsReason = ({ kind, reason }: Outcome): boolean => kind === 'revise' || kind === 'reject' || reason === 'required'

/** Who sends a request back names nobody for the steps ahead; every other outcome of a disposing step does. */
export const asksDisposition = (step: TaskNode, { kind }: Outcome): DispositionSpec | null =>
  kind === 'revise' || kind === 'reject' ? null : (step.disposition ?? null)

export function checkReason(given: string | undefined, required: boolean): Checked<string | null> {
  const reason = tidyText(given ?? '')
  if (reason === '') return required ? refused({ code: 'reason-required' }) : { ok: true, value: null }
  return reason.length > limits.sentence
    ? refused({ code: 'reason-too-long', max: limits.sentence })
    : { ok: true, value: reason }
}

function checkDisposition(
  given: Disposition | undefined,
  spec: DispositionSpec | null,
  { flow }: Definition,
  seats: readonly Seat[],
): Checked<Disposition | null> {
  if (!spec) return given ? refused({ code: 'disposition-not-asked' }) : { ok: true, value: null }
  const instruction = tidyText(given?.instruction ?? '')
  if (!given || instruction === '') return refused({ code: 'disposition-required' })
  if (instruction.length > limits.sentence) return refused({ code: 'reason-too-long', max: limits.sentence })
  const assignees = distinct(given.assignees)
  const { min, max } = spec
  if (assignees.length < min || assignees.length > max) return refused({ code: 'disposition-count', min, max })
  const positions = flow.lanes.find(({ id }) => id === spec.lane)?.positions ?? []
  const outside = assignees.find(({ positionId }) => !positions.includes(positionId))
  if (outside) return refused({ code: 'disposition-outside-lane', positionId: outside.positionId })
  const absent = assignees.find((assignee) => !isFilled(assignee, spec, seats))
  if (absent) return refused({ code: 'disposition-not-holder', personId: absent.personId ?? '' })
  return { ok: true, value: { assignees, instruction } }
}

/** A person must hold the position at this moment or have lent it to a delegate; a position must be held by somebody. */
function isFilled({ positionId, personId }: Assignee, { to }: DispositionSpec, seats: readonly Seat[]): boolean {
  if (to === 'person' && personId === null) return false
  return seats.some((seat) =>
    satisfies(seat, personId === null ? { kind: 'position', positionId } : { kind: 'seat', positionId, personId }),
  )
}

function distinct(assignees: readonly Assignee[]): Assignee[] {
  const byKey = new Map(
    assignees.map(({ positionId, personId }) => [`${positionId} ${personId ?? ''}`, { positionId, personId: personId ?? null }]),
  )
  return [...byKey.values()]
}
