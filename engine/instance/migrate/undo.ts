import { checkReason, refused } from '../check-submission.ts'
import { findNode } from '../graph.ts'
import type { Command, Decision, TaskId, WaitId } from '../messages.ts'
import { calledParties } from '../parties.ts'
import { recorded } from '../performers.ts'
import { recount } from '../recount.ts'
import type { Run } from '../run.ts'
import type { Migration, OpenTask, OpenWait } from '../state.ts'
import { mapped } from '../wait.ts'
import { onwardIn, steady } from './decide-migrate.ts'

const dayMs = 86_400_000
/** Days after a move in which it can be taken back, as long as nobody has gone on since. */
export const undoDays = 7

/** Takes the latest move back: the version, and every place as it was. The caller brings the earlier definition as `target`. */
export function decideUndoMigration(
  run: Run,
  { from, to, reason: given }: Extract<Command, { type: 'UndoMigration' }>,
): Decision {
  const { state, context } = run
  const { migration } = state
  if (!migration) return refused({ code: 'no-migration' })
  if (context.at - migration.at > undoDays * dayMs) return refused({ code: 'undo-too-late', days: undoDays })
  if (!context.target || to.digest !== migration.from.digest || to.version !== migration.from.version)
    return refused({ code: 'version-unknown' })
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  withdrawFresh(run, migration)
  const tasks = missing(migration.before.open, state.open, 'taskId').flatMap((task) => reopened(run, task))
  const waits = missing(migration.before.waits, state.waits, 'waitId').flatMap((wait) => begunAgain(run, wait))
  const by = recorded(context.actor, null)
  run.emit({ type: 'MigrationUndone', at: context.at, by, from, to, tasks, waits, reason: reason.value ?? '' })
  const onward = onwardIn(run, context.target)
  // What stood before the move is out of date where holidays or hours have changed since.
  recount(onward, 'calendar')
  steady(onward)
  return { ok: true, events: [...run.events, ...onward.events] }
}

function missing<K extends string, T extends Record<K, string>>(before: readonly T[], now: readonly T[], id: K): T[] {
  return before.filter((one) => !now.some((other) => other[id] === one[id]))
}

/** What the move itself opened. */
function withdrawFresh(run: Run, { before }: Migration): void {
  const { at } = run.context
  for (const { taskId } of missing(run.state.open, before.open, 'taskId'))
    run.emit({ type: 'TaskWithdrawn', at, taskId, because: 'migrated' })
}

function reopened(run: Run, task: OpenTask): { was: TaskId; now: TaskId }[] {
  const now = run.freshTaskId()
  if (now === null) return []
  const { node, branch, round, candidates, excluded, notWith, parties, needed, due, pausesClock } = task
  const joint = needed > 1 ? { parties: calledParties(parties), needed } : {}
  const { at } = run.context
  run.emit({
    type: 'TaskOpened',
    at,
    taskId: now,
    node,
    branch,
    round,
    candidates,
    excluded,
    notWith,
    ...joint,
    due,
    pausesClock,
  })
  return [{ was: task.taskId, now }]
}

/** A call that was withdrawn is made anew: what had been called was told to stop. */
function begunAgain(run: Run, wait: OpenWait): { was: WaitId; now: WaitId }[] {
  const now = run.freshWaitId()
  if (now === null) return []
  const { node, branch, kind, due, pausesClock } = wait
  const called = run.context.target && findNode(run.context.target, node)
  const data = run.state.data
  const call = called?.kind === 'call' ? { call: { ...called.standard, data: mapped(called.passes, data) } } : {}
  run.emit({ type: 'WaitBegan', at: run.context.at, waitId: now, node, branch, kind, due, pausesClock, ...call })
  return [{ was: wait.waitId, now }]
}
