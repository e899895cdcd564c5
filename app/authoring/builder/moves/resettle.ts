import { type ConditionLeaf, type Edge, type FieldId, type FlowNode, type NodeId, waitResults } from '#engine'
import { type Renaming, withFieldNames } from '#engine/definition/edit/references.ts'

/** Under which ids copied steps and fields go on; null for what stays behind. */
export type NewNames = { node(id: NodeId): NodeId | null; field(id: FieldId): FieldId | null; sameAgency: boolean }

/** How references follow the copies to their new names; `lose` is told of each that leads nowhere any more. */
export function renamingOf({ node, field, sameAgency }: NewNames, lose: () => void): Renaming {
  const kept = <T>(value: T | null): T | null => {
    if (value === null) lose()
    return value
  }
  return {
    leaf: (leaf) => kept(leafUnder(leaf, node, field, sameAgency)),
    anchor: (anchor) => {
      if (anchor.kind === 'completed') {
        const to = kept(node(anchor.node))
        return to === null ? { kind: 'entered' } : { kind: 'completed', node: to }
      }
      if (anchor.kind !== 'field') return anchor
      const to = kept(field(anchor.field))
      return to === null ? { kind: 'entered' } : { kind: 'field', field: to }
    },
    node: (id) => kept(node(id)),
    field: (id) => kept(field(id)),
  }
}

function leafUnder(
  leaf: ConditionLeaf,
  node: NewNames['node'],
  field: NewNames['field'],
  sameAgency: boolean,
): ConditionLeaf | null {
  if (leaf.kind === 'outcome') {
    const id = node(leaf.node)
    return id === null ? null : { ...leaf, node: id }
  }
  if (leaf.kind === 'office') {
    const of = whoUnder(leaf.of, node)
    return of === null || !sameAgency ? null : { ...leaf, of }
  }
  if (leaf.kind === 'person') {
    const [of, as] = [whoUnder(leaf.of, node), whoUnder(leaf.as, node)]
    return of === null || as === null ? null : { ...leaf, of, as }
  }
  return withFieldNames(leaf, field)
}

type Who = Extract<ConditionLeaf, { kind: 'person' }>['of']

function whoUnder(who: Who, node: NewNames['node']): Who | null {
  if (who.kind === 'starter') return who
  const id = node(who.node)
  return id === null ? null : { ...who, node: id }
}

/** A step as it may stand in another agency: positions and standards of the one it comes from stay there. */
export function abroad(node: FlowNode): FlowNode {
  if (node.kind === 'call') {
    const { id, lane, note, activity, statement, requirements, output, remark } = node
    const words = { activity, requirements, output, ...(statement && { statement }), ...(remark && { remark }) }
    return { kind: 'event', id, lane, ...words, ...(note && { note }) }
  }
  if (node.kind !== 'task') return node
  const { assignment, deadline } = node
  const handed = deadline?.afterwards.kind === 'reassign' && deadline.afterwards.to !== 'superior'
  return {
    ...node,
    ...(assignment.kind === 'positions' ? { assignment: { kind: 'lane' } } : {}),
    ...(deadline && handed ? { deadline: { ...deadline, afterwards: { kind: 'keep' } } } : {}),
  }
}

/** The ways out of what was a call lose its results; only the main one stays. */
export function waysAbroad(nodes: readonly FlowNode[], edges: readonly Edge[]): Edge[] {
  const calls = new Set(nodes.filter(({ kind }) => kind === 'call').map(({ id }) => id))
  const results: readonly string[] = waitResults
  const seen = new Set<NodeId>()
  return edges.flatMap((edge) => {
    if (!calls.has(edge.from)) return [edge]
    if (seen.has(edge.from)) return []
    seen.add(edge.from)
    const { outcome, ...rest } = edge
    return outcome === undefined || results.includes(outcome) ? [rest] : [edge]
  })
}
