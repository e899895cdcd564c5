import type { PastEvent } from '#db/stores/instances.ts'
import type { TaskNode } from '#engine/definition/flow.ts'
import type { NodeId, OutcomeId } from '#engine/definition/ids.ts'
import type { RecordedActor } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'

export type TaskInstruction = { text: string; by: RecordedActor | null }
export type CameFrom = { node: NodeId; outcome: OutcomeId; reason: string | null; by: RecordedActor; at: number }

/** What the disposition said that named who does this step. */
export function instructionFor(node: TaskNode, state: InstanceState, history: readonly PastEvent[]): TaskInstruction | null {
  if (node.assignment.kind !== 'disposition') return null
  const { from } = node.assignment
  const disposition = state.dispositions[from]
  if (!disposition) return null
  const given = history.findLast(({ event }) => event.type === 'TaskCompleted' && event.node === from)
  return { text: disposition.instruction, by: given?.event.type === 'TaskCompleted' ? given.event.by : null }
}

/** The completion that stands before the opening of a task. */
export function cameFrom(history: readonly PastEvent[], taskId: string): CameFrom | null {
  const opened = history.findIndex(({ event }) => event.type === 'TaskOpened' && event.taskId === taskId)
  const before = history.slice(0, Math.max(0, opened)).findLast(({ event }) => event.type === 'TaskCompleted')?.event
  if (before?.type !== 'TaskCompleted') return null
  return { node: before.node, outcome: before.outcome, reason: before.reason, by: before.by, at: before.at }
}
