import { canonicalJson } from '../definition/canonical.ts'
import type { NodeId } from '../definition/ids.ts'
import { overallDue } from './deadlines.ts'
import type { DueCause, TaskDue } from './messages.ts'
import type { Run } from './run.ts'

/** Lets the clock run on when nothing that stopped it is open any more; answers whether it did. */
export function resumeClock(run: Run, node: NodeId): boolean {
  const { paused, open, waits, suspended, status } = run.state
  if (status !== 'running' || paused.since === null || suspended) return false
  if ([...open, ...waits].some(({ pausesClock }) => pausesClock)) return false
  run.emit({ type: 'ClockResumed', at: run.context.at, node })
  return true
}

/** The overall deadline follows the data that decide it; it is an event whenever it becomes another one. */
export function setDeadline(run: Run, cause?: DueCause): void {
  if (run.state.status !== 'running') return
  const before = run.state.due
  const due = recountedFrom(before, overallDue(run.definition, run.state, run.context.calendar), cause)
  if (!isSameDue(due, before)) run.emit({ type: 'DeadlineSet', at: run.context.at, due, ...(cause ? { cause } : {}) })
}

/**
 * A due moment worked out anew says why it is another one than it was, and goes on saying so. One that stays where it was
 * stays as it was said.
 */
export function recountedFrom(before: TaskDue | null, after: TaskDue | null, cause: DueCause | undefined): TaskDue | null {
  if (!before || !after) return after
  const { recomputed: known, ...why } = before.why
  if (isSameDue({ ...before, why }, after)) return before
  const recomputed = recountWord(before, after, cause) ?? known
  return recomputed ? { ...after, why: { ...after.why, recomputed } } : after
}

/** That a procedure has another limit than it had comes of its data, also where a step merely goes on. */
function recountWord(before: TaskDue, after: TaskDue, cause: DueCause | undefined): TaskDue['why']['recomputed'] {
  if (cause === 'migrated') return 'version'
  if (cause === 'calendar' || cause === 'data') return cause
  return before.why.unit === after.why.unit && before.why.amount === after.why.amount ? undefined : 'data'
}

/** Whatever the order of their members: a stored state reads back in another one. */
export const isSameDue = (a: TaskDue | null, b: TaskDue | null): boolean =>
  a === b || (a?.at === b?.at && canonicalJson(a) === canonicalJson(b))
