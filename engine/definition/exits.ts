import type { CallNode, Edge, FlowNode, Outcome, TaskNode, WaitNode } from './flow.ts'
import type { OutcomeId } from './ids.ts'

/** How a wait or a call may be over, where an exit of its own says so. */
export const waitResults = ['lapsed', 'completed', 'rejected', 'cancelled'] as const
export type WaitResult = (typeof waitResults)[number]

/** The results for which a wait or a call may have an exit of its own beside the one for all others. */
export function resultsOf(node: WaitNode | CallNode): readonly WaitResult[] {
  if (node.kind === 'call') return ['completed', 'rejected', 'cancelled']
  return node.until.kind === 'report' && node.until.atMost ? ['lapsed'] : []
}

/** Exits of a node, the main one first: submit and accept before others, revise and reject last; the default after conditions. */
export function exitsOf(node: FlowNode, edges: readonly Edge[]): Edge[] {
  const own = edges.filter((edge) => edge.from === node.id)
  if (node.kind === 'task') return own.toSorted((a, b) => outcomeRank(node, a) - outcomeRank(node, b))
  if (node.kind === 'wait' || node.kind === 'call') return own.toSorted((a, b) => resultRank(a) - resultRank(b))
  return own.toSorted((a, b) => Number(a.otherwise ?? false) - Number(b.otherwise ?? false))
}

/** The outcome an exit belongs to; the one exit of a step with one outcome need not name it. */
export function outcomeOf(task: TaskNode, edge: Edge): OutcomeId | undefined {
  return edge.outcome ?? (task.outcomes.length === 1 ? task.outcomes[0]?.id : undefined)
}

const kindRank = { submit: 0, accept: 0, other: 1, revise: 2, reject: 3 } as const satisfies Record<Outcome['kind'], number>

function outcomeRank(task: TaskNode, edge: Edge): number {
  const id = outcomeOf(task, edge)
  const index = task.outcomes.findIndex((outcome) => outcome.id === id)
  const outcome = task.outcomes[index]
  return outcome === undefined ? 1000 : kindRank[outcome.kind] * 100 + index
}

const ranks: Readonly<Record<string, number>> = { completed: 0, lapsed: 2, rejected: 3, cancelled: 4 } satisfies Record<
  WaitResult,
  number
>
const resultRank = ({ outcome }: Edge): number => (outcome === undefined ? 1 : (ranks[outcome] ?? 5))
