import { type Definition, type Edge, emptyDefinition, type FieldId, type FlowNode, fieldsOf, type NodeId } from '#engine'
import { followReferences, type Renaming } from '#engine/definition/edit/references.ts'
import { formOf } from './clip.ts'

/** Some steps of a draft with the ways out of them; `papers`: with the limits that the whole standard promises. */
export type Part = { definition: Definition; nodes: readonly FlowNode[]; edges: readonly Edge[]; papers?: boolean }

/** Whether a part names a step for which `is` holds: who performs, what time counts from, what is asked about. */
export function namesStep(part: Part, is: (id: NodeId) => boolean): boolean {
  let found = false
  const note = (id: NodeId) => {
    found ||= is(id)
    return id
  }
  look(part, {
    leaf: (leaf) => {
      if (leaf.kind === 'outcome') note(leaf.node)
      const people = leaf.kind === 'person' ? [leaf.of, leaf.as] : leaf.kind === 'office' ? [leaf.of] : []
      for (const who of people) if (who.kind === 'step') note(who.node)
      return leaf
    },
    anchor: (anchor) => {
      if (anchor.kind === 'completed') note(anchor.node)
      return anchor
    },
    node: note,
  })
  return found
}

/** Fields that a part looks at: its conditions, dates it counts from, data it hands to others. */
export function fieldsUsed(part: Part): FieldId[] {
  const found = new Set<FieldId>()
  const note = (id: FieldId) => {
    found.add(id)
    return id
  }
  look(part, {
    leaf: (leaf) => {
      if (leaf.kind === 'field' || leaf.kind === 'fields' || leaf.kind === 'days') note(leaf.field)
      if (leaf.kind === 'fields') note(leaf.other)
      if (leaf.kind === 'days' && leaf.of.kind === 'field') note(leaf.of.field)
      return leaf
    },
    anchor: (anchor) => {
      if (anchor.kind === 'field') note(anchor.field)
      return anchor
    },
    field: note,
  })
  const known = fieldsOf(part.definition)
  return [...found].filter((id) => known.has(id))
}

/** Fields that the forms of a part ask for. */
export function askedIn(part: Part): Set<FieldId> {
  return new Set([...fieldsOf({ forms: formsIn(part) })].filter(([, { kind }]) => kind !== 'note').map(([id]) => id))
}

/** Every reference of a part, as a renaming that leaves all as it is. */
function look(part: Part, renaming: Renaming): void {
  const empty = emptyDefinition({ title: '-', kind: 'sop' })
  const { definition, nodes, edges } = part
  const flow = { lanes: definition.flow.lanes, nodes: [...nodes], edges: [...edges] }
  const components = part.papers ? definition.components : empty.components
  followReferences({ ...empty, components, flow, forms: formsIn(part) }, renaming)
}

export function formsIn({ definition, nodes }: Part): Definition['forms'] {
  const used = new Set(nodes.map(formOf))
  return definition.forms.filter(({ id }) => used.has(id))
}
