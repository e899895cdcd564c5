import type { Event, NodeId, Trial } from '#engine'

/** What of a play is seen at one node: tokens that stand there, how often it was passed, and which round it is in. */
export type TrialMark = { here: number; been: number; round: number; stuck: boolean }

export function marksOf({ state, events }: Trial): ReadonlyMap<NodeId, TrialMark> {
  const marks = new Map<NodeId, TrialMark>()
  const at = (id: NodeId) => marks.get(id) ?? { here: 0, been: 0, round: state.rounds[id] ?? 0, stuck: false }
  for (const id of events.flatMap(passed)) marks.set(id, { ...at(id), been: at(id).been + 1 })
  for (const { node } of [...state.open, ...state.waits, ...state.arrived])
    marks.set(node, { ...at(node), here: at(node).here + 1 })
  for (const { node, taskId } of state.incidents)
    marks.set(node, { ...at(node), stuck: true, here: at(node).here + (taskId === null ? 1 : 0) })
  return marks
}

function passed(event: Event): NodeId[] {
  switch (event.type) {
    case 'Started':
    case 'TaskCompleted':
    case 'EventHappened':
    case 'WaitOver':
    case 'DecisionTaken':
    case 'BranchesOpened':
    case 'BranchesJoined':
    case 'BranchEnded':
    case 'Ended':
      return [event.node]
    default:
      return []
  }
}
