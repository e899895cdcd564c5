import { fieldsOf } from '../../form/fields-of.ts'
import type { FlowNode } from '../flow.ts'
import type { FieldId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import { formAt, mayBeAskedBefore } from './asked-before.ts'
import { unaskedFields } from './decision-answered.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { mayBeEmpty } from './may-be-empty.ts'
import { exitsFrom } from './on-the-way.ts'
import { surelySet } from './surely-set.ts'

/**
 * What is looked at has been asked: a decision's field is demanded on every way to it, and the date from which a step's time
 * counts is asked by then or in the step. That no form demands a field at all is said elsewhere.
 */
export const dataInTime: DefinitionRule = {
  name: 'data-in-time',
  check(definition) {
    const looking = definition.flow.nodes.filter(({ kind }) => kind === 'decision')
    const set = looking.length === 0 ? new Map() : surelySet(definition)
    const fields = fieldsOf(definition)
    return definition.flow.nodes.flatMap((node) =>
      node.kind === 'decision' ? ofDecision(node, set.get(node.id), fields, definition) : ofAnchor(node, fields, definition),
    )
  },
}

type Fields = ReturnType<typeof fieldsOf>

function ofDecision(
  { id: nodeId }: FlowNode,
  set: ReadonlySet<string> | undefined,
  fields: Fields,
  definition: Definition,
): RuleFinding[] {
  if (set === undefined) return []
  return exitsFrom(nodeId, definition).flatMap(({ id: edgeId, when }): RuleFinding[] => {
    if (when === undefined) return []
    const open = unaskedFields(when).filter((id) => fields.has(id as FieldId) && !set.has(id) && !mayBeEmpty(id, definition))
    return open.map((id) => {
      const code = mayBeAskedBefore(id, nodeId, definition) ? 'decision-field-not-on-every-way' : 'decision-field-asked-later'
      return { code, nodeId, edgeId, params: { field: fields.get(id as FieldId)?.label ?? id } }
    })
  })
}

function ofAnchor(node: FlowNode, fields: Fields, definition: Definition): RuleFinding[] {
  const anchor = node.kind === 'task' ? node.duration?.anchor : undefined
  if (anchor?.kind !== 'field') return []
  const field = fields.get(anchor.field)
  if (field === undefined || mayBeAskedBefore(anchor.field, node.id, definition)) return []
  const own = definition.forms.find(({ id }) => id === formAt(node))
  if (own?.fields.some(({ id }) => id === anchor.field)) return []
  return [{ code: 'anchor-field-asked-later', nodeId: node.id, params: { field: field.label } }]
}
