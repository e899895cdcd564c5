import type { FlowNode } from '../flow.ts'
import type { FormId, NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'

/** The form that a step or a report asks by. */
export function formAt(node: FlowNode): FormId | undefined {
  if (node.kind === 'task') return node.form
  return node.kind === 'wait' && node.until.kind === 'report' ? node.until.form : undefined
}

/** The nodes from which some way leads to a node, in a later round too; the node itself only where a round leads back to it. */
export function nodesBefore(id: NodeId, { flow }: Pick<Definition, 'flow'>): ReadonlySet<NodeId> {
  const found = new Set<NodeId>()
  const ahead = [id]
  for (let to = ahead.pop(); to !== undefined; to = ahead.pop()) {
    for (const edge of flow.edges) {
      if (edge.to !== to || found.has(edge.from)) continue
      found.add(edge.from)
      ahead.push(edge.from)
    }
  }
  return found
}

/** Whether a field may have a value by the time that a node is come to: a form before asks for it, or a call brings it back. */
export function mayBeAskedBefore(field: string, node: NodeId, definition: Definition): boolean {
  const asking = new Set(definition.forms.filter((form) => form.fields.some(({ id }) => id === field)).map(({ id }) => id))
  const before = nodesBefore(node, definition)
  return definition.flow.nodes.some((one) => {
    if (!before.has(one.id)) return false
    if (one.kind === 'call') return one.returns.some(({ to }) => to === field)
    const form = formAt(one)
    return form !== undefined && asking.has(form)
  })
}
