import type { NodeId } from '../definition/ids.ts'
import { overallDue } from './deadlines.ts'
import type { DueCause, TaskDue } from './messages.ts'
import type { Run } from './run.ts'

/** Lets the clock run on when nothing that stopped it is open any more. */
export function resumeClock(run: Run, node: NodeId): void {
  const { paused, open, waits, suspended, status } = run.state
  if (status !== 'running' || paused.since === null || suspended) return
  if ([...open, ...waits].some(({ pausesClock }) => pausesClock)) return
  run.emit({ type: 'ClockResumed', at: run.context.at, node })
}

/** The overall deadline follows the data that decide it; it is an event whenever it becomes another one. */
export function setDeadline(run: Run, cause?: DueCause): void {
  if (run.state.status !== 'running') return
  const due = explained(overallDue(run.definition, run.state, run.context.calendar), run.state.due, cause)
  if (!isSameDue(due, run.state.due)) run.emit({ type: 'DeadlineSet', at: run.context.at, due, ...(cause ? { cause } : {}) })
}

/** A moment that moved says what moved it; one that stayed says what it said. */
export function explained(due: TaskDue | null, before: TaskDue | null, cause: DueCause | undefined): TaskDue | null {
  if (!due || !before) return due
  const recomputed = due.at === before.at ? before.why.recomputed : cause && recounted[cause]
  return recomputed ? { ...due, why: { ...due.why, recomputed } } : due
}

/** A pause and an extension are told by the reason itself. */
const recounted: Partial<Record<DueCause, 'calendar' | 'data' | 'version'>> = {
  calendar: 'calendar',
  data: 'data',
  migrated: 'version',
}

export const isSameDue = (a: TaskDue | null, b: TaskDue | null): boolean => JSON.stringify(a) === JSON.stringify(b)
