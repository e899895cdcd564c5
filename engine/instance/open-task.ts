import type { TaskNode } from '../definition/flow.ts'
import { stepDue } from './deadlines.ts'
import { raise, raiseIfNobodyActs } from './incidents.ts'
import type { Branch } from './messages.ts'
import { candidatesOf, neededParts, partiesFor } from './parties.ts'
import { excludedFrom } from './performers.ts'
import type { Run } from './run.ts'

/**
 * Opens a step. When nobody in office could perform it, it opens all the same, so that whoever takes the position finds
 * it, and an incident tells a supervisor, who may also choose another way on. The incident is over when somebody acts.
 */
export function openTask(run: Run, step: TaskNode, branch: Branch): undefined {
  const { at, calendar } = run.context
  const taskId = run.freshTaskId()
  if (taskId === null) return raise(run, { node: step.id, branch, code: 'too-many-steps' })
  const all = partiesFor(step, run.definition, run.state, run.context)
  const needed = neededParts(step, all.length)
  const candidates = candidatesOf(all)
  const parties = needed > 1 ? all : []
  const excluded = excludedFrom(step, run.state)
  const round = (run.state.rounds[step.id] ?? 0) + 1
  const due = stepDue(step, run.definition, run.state, at, calendar)
  const { pausesClock } = step
  run.emit({
    type: 'TaskOpened',
    at,
    taskId,
    node: step.id,
    branch,
    round,
    candidates,
    excluded,
    ...(step.notPerformersOf.length > 0 ? { notWith: step.notPerformersOf } : {}),
    ...(needed > 1 ? { parties, needed } : {}),
    due,
    pausesClock,
  })
  pauseClock(run, step)
  raiseIfNobodyActs(run, { taskId, node: step.id, branch, candidates, excluded })
}

/** The instance's clock stands still while a step or a wait that is nobody's in the office is open. */
export function pauseClock(run: Run, { id, pausesClock }: Pick<TaskNode, 'id' | 'pausesClock'>): void {
  if (pausesClock && run.state.paused.since === null) run.emit({ type: 'ClockPaused', at: run.context.at, node: id })
}
