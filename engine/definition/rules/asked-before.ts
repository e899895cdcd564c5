import type { FlowNode } from '../flow.ts'
import type { FormId, NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import { nodesBefore } from './on-the-way.ts'

/** The form that a step or a report asks by. */
export function formAt(node: FlowNode): FormId | undefined {
  if (node.kind === 'task') return node.form
  return node.kind === 'wait' && node.until.kind === 'report' ? node.until.form : undefined
}

/**
 * Whether a field may have a value by the time that a node is come to: a form before asks for it, a call brings it back, or
 * whoever calls this standard may have passed it.
 */
export function mayBeAskedBefore(field: string, node: NodeId, definition: Definition): boolean {
  const asking = new Set(definition.forms.filter((form) => form.fields.some(({ id }) => id === field)).map(({ id }) => id))
  const before = nodesBefore(node, definition)
  return definition.flow.nodes.some((one) => {
    if (!before.has(one.id)) return false
    if (one.kind === 'start') return one.by === 'call'
    if (one.kind === 'call') return one.returns.some(({ to }) => to === field)
    const form = formAt(one)
    return form !== undefined && asking.has(form)
  })
}
