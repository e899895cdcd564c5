import type { PastEvent } from '#db/stores/instances.ts'
import { replay } from '#engine'
import type { TaskNode } from '#engine/definition/flow.ts'
import type { FieldId, NodeId, OutcomeId } from '#engine/definition/ids.ts'
import type { Event, RecordedActor } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'

export type TaskInstruction = { text: string; by: RecordedActor | null }
/** `how` says whether a step led here, or a supervisor who had it done again; only a step has an outcome. */
export type CameFrom = {
  how: 'step' | 'sent-back' | 'reopened'
  node: NodeId
  outcome: OutcomeId | null
  reason: string | null
  by: RecordedActor
  at: number
}

/** What the disposition said that named who does this step. */
export function instructionFor(node: TaskNode, state: InstanceState, history: readonly PastEvent[]): TaskInstruction | null {
  if (node.assignment.kind !== 'disposition') return null
  const { from } = node.assignment
  const disposition = state.dispositions[from]
  if (!disposition) return null
  const given = history.findLast(({ event }) => event.type === 'TaskCompleted' && event.node === from)
  return { text: disposition.instruction, by: given?.event.type === 'TaskCompleted' ? given.event.by : null }
}

/**
 * What led straight to the opening of a task: a step, or a supervisor who had it done again. Null where the way came from
 * something else, as the end of a wait: what was said before that was said of another matter.
 */
export function cameFrom(history: readonly PastEvent[], taskId: string): CameFrom | null {
  const opened = history.findIndex(({ event }) => event.type === 'TaskOpened' && event.taskId === taskId)
  const before = history.slice(0, Math.max(0, opened)).findLast(({ event }) => leads.has(event.type))?.event
  switch (before?.type) {
    case 'TaskCompleted':
      return { how: 'step', node: before.node, outcome: before.outcome, reason: before.reason, by: before.by, at: before.at }
    case 'SentBack':
      return { how: 'sent-back', node: before.to, outcome: null, reason: before.reason || null, by: before.by, at: before.at }
    case 'Reopened':
      return { how: 'reopened', node: before.to, outcome: null, reason: before.reason, by: before.by, at: before.at }
    default:
      return null
  }
}

const leads: ReadonlySet<string> = new Set<Event['type']>([
  ...(['Started', 'TaskCompleted', 'WaitOver', 'SentBack', 'Reopened'] as const),
  ...(['IncidentResolved', 'Migrated', 'MigrationUndone'] as const),
])

/**
 * Fields that have another value than when the step was done last, or opened last where it never was: whoever changed them,
 * in a step or a part of one, by a report, a call, a correction or a move. Of a history whose beginning is left out rather
 * too many are named than too few.
 */
export function changedSince(
  history: readonly PastEvent[],
  { data }: Pick<InstanceState, 'data'>,
  { taskId, node }: { taskId: string; node: NodeId },
): FieldId[] {
  const ofStep = ({ event }: PastEvent) =>
    (event.type === 'TaskCompleted' && event.node === node) ||
    (event.type === 'TaskOpened' && event.node === node && event.taskId !== taskId)
  const seen = history.findLastIndex(ofStep)
  const before = replay(history.slice(0, seen + 1).map(({ event }) => event)).data
  const known = [...new Set([...Object.keys(before), ...Object.keys(data)])] as FieldId[]
  return known.filter((id) => JSON.stringify(before[id]) !== JSON.stringify(data[id]))
}
