import type { FlowNode } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import { flowOrder } from '../rows.ts'
import type { Definition } from '../schema.ts'

/** Whether going forward from one node leads to the other; loops back do not count. */
export function comesBefore(from: NodeId, to: NodeId, definition: Definition): boolean {
  const { back } = flowOrder(definition)
  const found = new Set([from])
  for (const id of found) {
    for (const edge of definition.flow.edges) if (edge.from === id && !back.has(edge.id)) found.add(edge.to)
  }
  return from !== to && found.has(to)
}

/** What a node is called in a finding. */
export function nameOf(node: FlowNode): string {
  if ('activity' in node) return node.activity
  if (node.kind === 'decision') return node.question
  return ('name' in node && node.name) || node.id
}
