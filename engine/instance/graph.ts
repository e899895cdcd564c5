import type { Edge, FlowNode, TaskNode } from '../definition/flow.ts'
import type { NodeId, OutcomeId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'

type WithFlow = Pick<Definition, 'flow'>

export function findNode({ flow }: WithFlow, id: string): FlowNode | undefined {
  return flow.nodes.find((node) => node.id === id)
}

export function findTask(definition: WithFlow, id: string): TaskNode | undefined {
  const node = findNode(definition, id)
  return node?.kind === 'task' ? node : undefined
}

/**
 * The exits of a node, in the author's order. With an outcome: those of a task that belong to it, or, where the task has
 * no other outcome, those that name none.
 */
export function exitsOf(definition: WithFlow, node: NodeId, outcome?: OutcomeId): Edge[] {
  const exits = definition.flow.edges.filter((edge) => edge.from === node)
  if (outcome === undefined) return exits
  const own = exits.filter((edge) => edge.outcome === outcome)
  if (own.length > 0 || findTask(definition, node)?.outcomes.length !== 1) return own
  return exits.filter((edge) => edge.outcome === undefined)
}
