import type { Condition, ConditionLeaf } from '../condition.ts'
import type { Field, SimpleField } from '../form.ts'
import type { FieldId, NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import { inNode } from './node-references.ts'
import { inDuration, mapKeeping, type Renaming } from './renaming.ts'
import { inScenario } from './scenarios.ts'

export type { Renaming } from './renaming.ts'

/** Follows a renaming or a removal through conditions, durations, performers, deadlines, waits and calls; untouched parts stay the same objects. */
export function followReferences(definition: Definition, renaming: Renaming): Definition {
  const { flow, forms, components } = definition
  return {
    ...definition,
    flow: {
      ...flow,
      nodes: mapKeeping(flow.nodes, (node) => inNode(node, renaming)),
      edges: mapKeeping(flow.edges, (edge) => inWhen(edge, 'when', renaming)),
    },
    forms: mapKeeping(forms, (form) => {
      const fields = mapKeeping(form.fields, (field) => inField(field, renaming))
      return fields === form.fields ? form : { ...form, fields }
    }),
    components: inComponents(components, renaming),
    ...(definition.scenarios ? { scenarios: mapKeeping(definition.scenarios, (one) => inScenario(one, renaming)) } : {}),
  }
}

/** Declared fields of all forms, group members included, by id. */
export function fieldIds(definition: Pick<Definition, 'forms'>): Set<FieldId> {
  return new Set(definition.forms.flatMap((form) => form.fields.flatMap((field) => [field.id, ...memberIds(field)])))
}
const memberIds = (field: Field): FieldId[] => (field.kind === 'group' ? field.fields.map(({ id }) => id) : [])

function inComponents(components: Definition['components'], renaming: Renaming): Definition['components'] {
  const { serviceTime, complaints } = components
  const times = mapKeeping(serviceTime.limits, (limit) => inDuration(inWhen(limit, 'when', renaming), limit.duration, renaming))
  const classes = mapKeeping(complaints.limits, (limit) => inDuration(limit, limit.duration, renaming))
  if (times === serviceTime.limits && classes === complaints.limits) return components
  return { ...components, serviceTime: { ...serviceTime, limits: times }, complaints: { ...complaints, limits: classes } }
}

function inField(field: Field, renaming: Renaming): Field {
  const outer = inWhen(field, 'visibleWhen', renaming)
  if (outer.kind !== 'group') return outer
  const fields = mapKeeping(outer.fields, (member: SimpleField) => inWhen(member, 'visibleWhen', renaming))
  return fields === outer.fields ? outer : { ...outer, fields }
}

function inWhen<T extends { when?: Condition }>(holder: T, key: 'when', renaming: Renaming): T
function inWhen<T extends { visibleWhen?: Condition }>(holder: T, key: 'visibleWhen', renaming: Renaming): T
function inWhen<T extends { when?: Condition; visibleWhen?: Condition }>(
  holder: T,
  key: 'when' | 'visibleWhen',
  renaming: Renaming,
): T {
  const condition = holder[key]
  if (condition === undefined) return holder
  const followed = inCondition(condition, renaming)
  if (followed === condition) return holder
  const { [key]: _, ...rest } = holder
  return (followed === null ? rest : { ...holder, [key]: followed }) as T
}

/** The condition with its leaves renamed; leaves that are gone fall away, and so do groups left empty. */
function inCondition(condition: Condition, renaming: Pick<Renaming, 'leaf'>): Condition | null {
  if (condition.kind !== 'group') return renaming.leaf(condition)
  const of = condition.of.map((part) => inCondition(part, renaming))
  if (of.every((part, index) => part === condition.of[index])) return condition
  const kept = of.filter((part) => part !== null)
  return kept.length === 0 ? null : { ...condition, of: kept }
}

/** Whether a question asks about a step at all. */
export function asksAboutStep(leaf: ConditionLeaf, node: NodeId): boolean {
  if (leaf.kind === 'outcome') return leaf.node === node
  const people = leaf.kind === 'person' ? [leaf.of, leaf.as] : leaf.kind === 'office' ? [leaf.of] : []
  return people.some((who) => who.kind === 'step' && who.node === node)
}

/** A question with its fields under other names; null when one of them has none any more. */
export function withFieldNames(leaf: ConditionLeaf, nameOf: (id: FieldId) => FieldId | null): ConditionLeaf | null {
  if (leaf.kind !== 'field' && leaf.kind !== 'fields' && leaf.kind !== 'days') return leaf
  const field = nameOf(leaf.field)
  if (field === null) return null
  if (leaf.kind === 'field') return field === leaf.field ? leaf : { ...leaf, field }
  if (leaf.kind === 'fields') {
    const other = nameOf(leaf.other)
    if (other === null) return null
    return field === leaf.field && other === leaf.other ? leaf : { ...leaf, field, other }
  }
  const day = leaf.of.kind === 'field' ? nameOf(leaf.of.field) : undefined
  if (day === null) return null
  const of =
    day === undefined || (leaf.of.kind === 'field' && day === leaf.of.field) ? leaf.of : { kind: 'field' as const, field: day }
  return field === leaf.field && of === leaf.of ? leaf : { ...leaf, field, of }
}
