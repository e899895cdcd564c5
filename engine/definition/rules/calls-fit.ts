import { fieldsOf } from '../../form/fields-of.ts'
import type { CallNode } from '../flow.ts'
import type { Field } from '../form.ts'
import type { Definition } from '../schema.ts'
import { callsBelow, findCalled, isSame } from './called.ts'
import type { CallableStandard, DefinitionRule, RuleContext, RuleFinding } from './finding.ts'

/** What is called is set, can be called, does not lead back here, and takes and gives the data that are mapped. */
export const callsFit: DefinitionRule = {
  name: 'calls-fit',
  check(definition, context) {
    return definition.flow.nodes.flatMap((node) =>
      node.kind === 'call' ? [...ofStandard(node, context), ...ofData(node, definition, context)] : [],
    )
  },
}

function ofStandard({ id: nodeId, standard }: CallNode, context: RuleContext): RuleFinding[] {
  const { standards, self } = context
  if (standards === undefined) return []
  const params = { standard: standard.slug, version: standard.version }
  if (self && callsBelow(standard, context).some((one) => isSame(one, self))) return [{ code: 'call-circle', nodeId, params }]
  const called = findCalled(standard, context)
  if (called === undefined) return [{ code: 'call-unknown', nodeId, params }]
  return called.superseded ? [{ code: 'call-superseded', nodeId, params: { ...params, standard: called.title } }] : []
}

type Kinds = ReadonlyMap<string, { label: string; kind: Field['kind'] }>

function ofData(node: CallNode, definition: Definition, context: RuleContext): RuleFinding[] {
  const own: Kinds = fieldsOf(definition)
  const called = findCalled(node.standard, context)
  const there = called && kindsOf(called)
  return [...ofPairs(node.passes, own, there, node, 'call-passes'), ...ofPairs(node.returns, there, own, node, 'call-returns')]
}

const kindsOf = ({ fields }: CallableStandard): Kinds => new Map(fields.map((field) => [field.id, field]))

/** Each pair takes from a field that is there, to one that is there, of its kind, and no two to the same. */
function ofPairs(
  pairs: CallNode['passes'],
  from: Kinds | undefined,
  to: Kinds | undefined,
  { id: nodeId }: CallNode,
  way: 'call-passes' | 'call-returns',
): RuleFinding[] {
  return pairs.flatMap((pair, index): RuleFinding[] => {
    const source = from?.get(pair.from)
    const target = to?.get(pair.to)
    const path = `${way === 'call-passes' ? 'passes' : 'returns'}.${index}`
    if (from && !source) return [{ code: 'call-unknown-field', nodeId, path, params: { field: pair.from } }]
    if (to && !target) return [{ code: 'call-unknown-field', nodeId, path, params: { field: pair.to } }]
    const params = { field: source?.label ?? pair.from, other: target?.label ?? pair.to }
    if (pairs.findIndex((other) => other.to === pair.to) < index) return [{ code: 'call-field-twice', nodeId, path, params }]
    return source && target && source.kind !== target.kind ? [{ code: 'call-kinds-differ', nodeId, path, params }] : []
  })
}
