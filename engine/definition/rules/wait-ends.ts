import { fieldsOf } from '../../form/fields-of.ts'
import type { WaitNode } from '../flow.ts'
import type { FieldId, FormId, NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { mayBeEmpty } from './may-be-empty.ts'
import { comesBefore, nameOf } from './on-the-way.ts'

/**
 * A wait knows until when it lasts: a field asks for the date that it counts from, on the way to it, and cannot be left
 * empty; or it counts from a step on the way.
 */
export const waitEnds: DefinitionRule = {
  name: 'wait-ends',
  check(definition) {
    return definition.flow.nodes.flatMap((node) => (node.kind === 'wait' ? ofWait(node, definition) : []))
  },
}

function ofWait(node: WaitNode, definition: Definition): RuleFinding[] {
  const { until } = node
  if (until.kind === 'moment') return ofMoment(node, until.field, definition)
  const anchor = (until.kind === 'duration' ? until.duration : until.atMost)?.anchor
  if (anchor?.kind === 'completed') return ofStep(node, anchor.node, definition)
  // That the field is there and a date is asked of every length of time.
  return anchor?.kind === 'field' && isDate(anchor.field, definition) ? ofDate(node, anchor.field, definition) : []
}

/** Beside it another branch may do the step in time; until then the wait cannot begin. That the step is there is asked elsewhere. */
function ofStep({ id: nodeId }: WaitNode, step: NodeId, definition: Definition): RuleFinding[] {
  const found = definition.flow.nodes.find(({ id }) => id === step)
  if (found === undefined || comesBefore(step, nodeId, definition)) return []
  return [{ code: 'wait-step-comes-later', nodeId, params: { step: nameOf(found) } }]
}

function ofMoment({ id: nodeId }: WaitNode, id: FieldId, definition: Definition): RuleFinding[] {
  const field = fieldsOf(definition).get(id)
  if (field === undefined) return [{ code: 'wait-unknown-field', nodeId, params: { field: id } }]
  if (!isDate(id, definition)) return [{ code: 'wait-not-a-date', nodeId, params: { field: field.label } }]
  return ofDate({ id: nodeId }, id, definition)
}

function isDate(id: FieldId, definition: Definition): boolean {
  const kind = fieldsOf(definition).get(id)?.kind
  return kind === 'date' || kind === 'dateTime'
}

function ofDate({ id: nodeId }: Pick<WaitNode, 'id'>, id: FieldId, definition: Definition): RuleFinding[] {
  const params = { field: fieldsOf(definition).get(id)?.label ?? id }
  const asked = definition.forms.filter((form) => form.fields.some((one) => one.id === id)).map((form) => form.id)
  const before = definition.flow.nodes.filter((node) => asks(node, asked) && comesBefore(node.id, nodeId, definition))
  const called = definition.flow.nodes.some((node) => node.kind === 'call' && node.returns.some(({ to }) => to === id))
  if (before.length === 0 && !called) return [{ code: 'wait-field-asked-later', nodeId, params }]
  return !mayBeEmpty(id, definition) ? [] : [{ code: 'wait-field-may-be-empty', nodeId, fieldId: id, params }]
}

function asks(node: Definition['flow']['nodes'][number], forms: readonly FormId[]): boolean {
  const form =
    node.kind === 'task' ? node.form : node.kind === 'wait' && node.until.kind === 'report' ? node.until.form : undefined
  return form !== undefined && forms.includes(form)
}
