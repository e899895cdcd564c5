import { agreementOf } from './agreement.ts'
import { type CheckedSubmission, checkSubmission, refused } from './check-submission.ts'
import { resumeClock, setDeadline } from './clock.ts'
import { leave } from './flow.ts'
import { exitsOf } from './graph.ts'
import { raise, raiseIfNobodyActs } from './incidents.ts'
import type { Decision, Submission, TaskId } from './messages.ts'
import { type Performer, performerOf } from './perform.ts'
import { recountAfter } from './recount.ts'
import type { Run } from './run.ts'
import { beginKnownWaits } from './wait-again.ts'

/** A performer completes an open task, or their part of it, and the instance goes on to the next. */
export function decideComplete(run: Run, taskId: TaskId, submission: Submission): Decision {
  const performer = performerOf(run, taskId)
  if (!performer.ok) return performer
  const { step } = performer.value
  const checked = checkSubmission(submission, step, run.definition, run.state, run.context)
  if (!checked.ok) return refused(checked.refusal)
  completeTask(run, performer.value, checked.value)
  return { ok: true, events: run.events }
}

type Performed = Pick<Performer, 'task' | 'step' | 'by' | 'party'>

export function completeTask(run: Run, performed: Performed, checked: CheckedSubmission): void {
  perform(run, performed, checked)
  beginKnownWaits(run)
}

function perform(run: Run, performed: Performed, checked: CheckedSubmission): undefined {
  if (performed.task.parties.length === 0) return closeStep(run, performed, checked)
  const { task, step } = performed
  doPart(run, performed, checked)
  const left = run.state.open.find(({ taskId }) => taskId === task.taskId) ?? task
  const agreed = agreementOf(left, step)
  if (agreed.kind === 'reached') {
    const { outcome } = agreed
    // The decision is theirs who gave it, though somebody else's part came last.
    const { by, reason } = left.parts.findLast((part) => part.outcome === outcome.id) ?? { ...performed, ...checked }
    closeStep(run, { ...performed, by }, { outcome, reason, data: {}, cleared: [], disposition: null })
  } else {
    setDeadline(run, 'data')
    if (agreed.kind === 'impossible')
      raise(run, { node: step.id, branch: task.branch, code: 'no-agreement', taskId: task.taskId })
    else raiseIfNobodyActs(run, left)
  }
}

function doPart(run: Run, { task, step, by, party }: Performed, checked: CheckedSubmission): void {
  const { taskId } = task
  const { data } = run.state
  run.emit({ type: 'PartCompleted', at: run.context.at, by, taskId, node: step.id, party, ...written(run, checked) })
  recountAfter(run, data)
}

function closeStep(run: Run, { task, step, by }: Performed, checked: CheckedSubmission): undefined {
  const { taskId, branch } = task
  const { data } = run.state
  run.emit({ type: 'TaskCompleted', at: run.context.at, by, taskId, node: step.id, ...written(run, checked) })
  resumeClock(run, step.id)
  setDeadline(run)
  recountAfter(run, data, step.id)
  leave(run, branch, step.id, exitsOf(run.definition, step.id, checked.outcome.id))
}

function written(run: Run, { outcome, data, cleared, reason, disposition }: CheckedSubmission) {
  const known = cleared.filter((field) => Object.hasOwn(run.state.data, field))
  return { outcome: outcome.id, data, cleared: known, reason, disposition }
}
