import type { Anchor } from '../definition/duration.ts'
import type { FieldId, NodeId } from '../definition/ids.ts'
import { isSameDue, recountedFrom, resumeClock, setDeadline } from './clock.ts'
import { taskDue } from './deadlines.ts'
import { findNode, findTask } from './graph.ts'
import { raise } from './incidents.ts'
import type { Data, DueCause } from './messages.ts'
import type { Run } from './run.ts'
import type { OpenTask, OpenWait } from './state.ts'
import { untilOf } from './wait-due.ts'

/** Works every due moment out anew: of the whole, of each open step, of each wait. Those that stay are no event. */
export function recount(run: Run, cause: DueCause): void {
  setDeadline(run, cause)
  for (const task of run.state.open) recountTask(run, task, cause)
  for (const wait of run.state.waits) recountWait(run, wait, cause)
}

/**
 * The same, after a step was done or data came, for what counts from just that: a date that is another one than it was
 * when `before` held, or the end of the step.
 */
export function recountAfter(run: Run, before: Data, done?: NodeId): void {
  const isOther = (anchor: Anchor | undefined) =>
    (anchor?.kind === 'field' && JSON.stringify(before[anchor.field]) !== JSON.stringify(run.state.data[anchor.field])) ||
    (anchor?.kind === 'completed' && anchor.node === done)
  for (const task of run.state.open)
    if (isOther(findTask(run.definition, task.node)?.duration?.anchor)) recountTask(run, task, 'data')
  for (const wait of run.state.waits) if (isOther(anchorOf(run, wait))) recountWait(run, wait, 'data')
}

function anchorOf({ definition }: Run, { node }: OpenWait): Anchor | undefined {
  const found = findNode(definition, node)
  if (found?.kind !== 'wait') return undefined
  switch (found.until.kind) {
    case 'moment':
      return { kind: 'field', field: found.until.field }
    case 'duration':
      return found.until.duration.anchor
    case 'report':
      return found.until.atMost?.anchor
  }
}

function recountTask(run: Run, task: OpenTask, cause: DueCause): void {
  const step = findTask(run.definition, task.node)
  const counted = step ? taskDue(task, step, run.definition, run.state, run.context.calendar) : task.due
  const due = recountedFrom(task.due, counted, cause)
  if (!isSameDue(due, task.due)) run.emit({ type: 'TaskDueSet', at: run.context.at, taskId: task.taskId, due, cause })
}

function recountWait(run: Run, wait: OpenWait, cause: DueCause): void {
  const node = findNode(run.definition, wait.node)
  if (node?.kind !== 'wait') return
  const until = untilOf(run, node, wait.since)
  if (until.kind === 'unknown') {
    // A calendar that has lost its hours takes no end away that was known.
    if (until.missing.length > 0) strand(run, wait, until.missing)
    return
  }
  const due = recountedFrom(wait.due, until.due, cause)
  if (!isSameDue(due, wait.due)) run.emit({ type: 'WaitDueSet', at: run.context.at, waitId: wait.waitId, due, cause })
}

/** The date that was waited for is not there any more: a supervisor chooses the way on. */
function strand(run: Run, { waitId, node, branch }: OpenWait, missing: readonly FieldId[]): void {
  run.emit({ type: 'WaitWithdrawn', at: run.context.at, waitId, because: 'not-needed' })
  raise(run, { node, branch, code: 'no-moment', missing })
  resumeClock(run, node)
  setDeadline(run)
}
