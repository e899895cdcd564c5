import { fieldsOf } from '../../form/fields-of.ts'
import type { CallNode } from '../flow.ts'
import type { Field } from '../form.ts'
import type { Definition } from '../schema.ts'
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

type Pinned = { slug: string; version: number }
const keyOf = ({ slug, version }: Pinned) => `${slug} ${version}`
const find = (called: Pinned, { standards }: RuleContext) => standards?.find((one) => keyOf(one) === keyOf(called))

function ofStandard({ id: nodeId, standard }: CallNode, context: RuleContext): RuleFinding[] {
  const { standards, self } = context
  if (standards === undefined) return []
  const params = { standard: standard.slug, version: standard.version }
  if (self && leadsTo(standard, self, context)) return [{ code: 'call-circle', nodeId, params }]
  const called = find(standard, context)
  if (called === undefined) return [{ code: 'call-unknown', nodeId, params }]
  return called.superseded ? [{ code: 'call-superseded', nodeId, params: { ...params, standard: called.title } }] : []
}

/** Whether calling one version comes to call the other, however far down. */
function leadsTo(from: Pinned, to: Pinned, context: RuleContext): boolean {
  const passed = new Map([[keyOf(from), from]])
  for (const one of passed.values()) {
    if (keyOf(one) === keyOf(to)) return true
    for (const next of find(one, context)?.calls ?? []) passed.set(keyOf(next), next)
  }
  return false
}

type Kinds = ReadonlyMap<string, { label: string; kind: Field['kind'] }>

function ofData(node: CallNode, definition: Definition, context: RuleContext): RuleFinding[] {
  const own: Kinds = fieldsOf(definition)
  const called = find(node.standard, context)
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
