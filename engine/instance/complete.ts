import type { TaskNode } from '../definition/flow.ts'
import { type CheckedSubmission, checkSubmission, refused } from './check-submission.ts'
import { leave, resumeClock, setDeadline } from './flow.ts'
import { exitsOf } from './graph.ts'
import type { Decision, RecordedActor, Submission, TaskId } from './messages.ts'
import { performerOf } from './perform.ts'
import type { Run } from './run.ts'

/** A performer completes an open task, and the instance goes on to the next. */
export function decideComplete(run: Run, taskId: TaskId, submission: Submission): Decision {
  const performer = performerOf(run, taskId)
  if (!performer.ok) return performer
  const { step, by } = performer.value
  const checked = checkSubmission(submission, step, run.definition, run.state, run.context)
  if (!checked.ok) return refused(checked.refusal)
  completeTask(run, taskId, step, by, checked.value)
  return { ok: true, events: run.events }
}

export function completeTask(run: Run, taskId: TaskId, step: TaskNode, by: RecordedActor, checked: CheckedSubmission): void {
  const { at } = run.context
  const { outcome, data, cleared, reason, disposition } = checked
  const known = cleared.filter((field) => Object.hasOwn(run.state.data, field))
  run.emit({
    type: 'TaskCompleted',
    at,
    by,
    taskId,
    node: step.id,
    outcome: outcome.id,
    data,
    cleared: known,
    reason,
    disposition,
  })
  resumeClock(run, step.id)
  setDeadline(run)
  leave(run, step.id, exitsOf(run.definition, step.id, outcome.id))
}
