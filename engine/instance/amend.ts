import { durationInRange } from '../definition/duration.ts'
import type { FieldId } from '../definition/ids.ts'
import { limits } from '../definition/limits.ts'
import { fieldsOf } from '../form/fields-of.ts'
import { readSubmission } from '../form/submission.ts'
import type { FieldValue } from '../form/values.ts'
import { checkReason, refused } from './check-submission.ts'
import { setDeadline } from './clock.ts'
import { factsOf } from './facts.ts'
import { findTask } from './graph.ts'
import type { Command, Decision } from './messages.ts'
import { openTask } from './open-task.ts'
import { findOpen } from './perform.ts'
import { recorded } from './performers.ts'
import { recount } from './recount.ts'
import type { Run } from './run.ts'
import { beginKnownWaits } from './wait-again.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

const dayMs = 86_400_000
/** Days after its end in which an instance can be opened again. */
export const reopenDays = 30

/** Stops all work and the clock until `Resume`; nothing is withdrawn. */
export function decideSuspend(run: Run, { reason: given }: Of<'Suspend'>): Decision {
  if (run.state.suspended) return refused({ code: 'suspended' })
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  run.emit({ type: 'Suspended', at: run.context.at, by: recorded(run.context.actor, null), reason: reason.value ?? '' })
  return { ok: true, events: run.events }
}

/** Work goes on; every deadline moves by the time for which the clock stood still. */
export function decideResume(run: Run, { reason: given }: Of<'Resume'>): Decision {
  if (!run.state.suspended) return refused({ code: 'not-suspended' })
  const reason = checkReason(given, false)
  if (!reason.ok) return reason
  run.emit({ type: 'Resumed', at: run.context.at, by: recorded(run.context.actor, null), reason: reason.value ?? '' })
  recount(run, 'resumed')
  beginKnownWaits(run)
  return { ok: true, events: run.events }
}

/** Gives a step, or with `taskId` null the whole procedure, more time, with a reason that everybody reads. */
export function decideExtend(run: Run, { taskId, by, reason: given }: Of<'Extend'>): Decision {
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  if (taskId !== null) {
    const found = findOpen(run, taskId)
    if (!found.ok) return found
    if (!found.value.task.due) return refused({ code: 'no-deadline' })
  } else if (!run.state.due) return refused({ code: 'no-deadline' })
  if (!durationInRange(by)) return refused({ code: 'duration-out-of-range', max: limits.longest[by.unit] })
  const extension = { amount: by.amount, unit: by.unit, reason: reason.value ?? '' }
  run.emit({ type: 'DeadlineExtended', at: run.context.at, by: recorded(run.context.actor, null), taskId, extension })
  recount(run, 'extended')
  return { ok: true, events: run.events }
}

/** Works every deadline out anew, as after a change of the holidays, and begins what can be counted now; what stays the same is no event. */
export function decideRecount(run: Run): Decision {
  if (run.state.status === 'running' && !run.state.suspended) {
    recount(run, 'calendar')
    beginKnownWaits(run)
  }
  return { ok: true, events: run.events }
}

/** Opens a closed instance again at a step that was done, within `reopenDays` of its end. */
export function decideReopen(run: Run, { to, reason: given }: Of<'Reopen'>): Decision {
  const { at, actor } = run.context
  const { status, endedAt, steps } = run.state
  if (status === 'new') return refused({ code: 'not-started' })
  if (status === 'running') return refused({ code: 'still-running' })
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  if (endedAt === null || at - endedAt > reopenDays * dayMs) return refused({ code: 'reopen-too-late', days: reopenDays })
  const step = findTask(run.definition, to)
  if (!step || !steps[to]) return refused({ code: 'step-not-done', node: to })
  run.emit({ type: 'Reopened', at, by: recorded(actor, null), to, reason: reason.value ?? '' })
  setDeadline(run, 'resumed')
  openTask(run, step, '')
  return { ok: true, events: run.events }
}

/**
 * Puts right what was entered wrongly; the record keeps both values. A decision that was taken stays taken; a wait whose
 * date was missing begins.
 */
export function decideCorrect(run: Run, { data, reason: given }: Of<'Correct'>): Decision {
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  const changes = changesOf(run, data)
  if (!changes.ok) return refused({ code: 'invalid-input', errors: changes.errors })
  if (changes.value.length === 0) return refused({ code: 'nothing-to-change' })
  const by = recorded(run.context.actor, null)
  run.emit({ type: 'DataCorrected', at: run.context.at, by, changes: changes.value, reason: reason.value ?? '' })
  recount(run, 'data')
  beginKnownWaits(run)
  return { ok: true, events: run.events }
}

type Changes = { field: FieldId; before: FieldValue | null; after: FieldValue | null }[]
type Read =
  | { ok: true; value: Changes }
  | { ok: false; errors: Extract<ReturnType<typeof readSubmission>, { ok: false }>['errors'] }

/** A value is checked as its field is, whatever form asked for it; null takes it away. */
function changesOf(run: Run, raw: Of<'Correct'>['data']): Read {
  const fields = fieldsOf(run.definition)
  const asked = Object.entries(raw)
  const unknown = asked.filter(([id]) => !fields.has(id as FieldId)).map(([path]) => ({ path, code: 'unknown-field' as const }))
  const form = {
    id: 'correction' as never,
    fields: asked.flatMap(([id, value]) => {
      const field = fields.get(id as FieldId)
      return field && value !== null ? [{ ...field, required: true, visibleWhen: undefined }] : []
    }),
  }
  const given = Object.fromEntries(asked.filter(([id, value]) => value !== null && fields.has(id as FieldId)))
  const read = readSubmission({ form, raw: given, facts: factsOf(run.definition, run.state), files: run.context.files })
  if (!read.ok || unknown.length > 0) return { ok: false, errors: [...unknown, ...(read.ok ? [] : read.errors)] }
  const value = asked
    .map(([id]) => ({
      field: id as FieldId,
      before: run.state.data[id as FieldId] ?? null,
      after: read.data[id as FieldId] ?? null,
    }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  return { ok: true, value }
}
