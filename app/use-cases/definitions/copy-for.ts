import type { Definition, FlowNode, PositionId } from '#engine'

export type DroppedPosition = { lane: string; position: string }
type Wanted = Pick<Definition['identity'], 'title' | 'kind'> & { positions: ReadonlySet<string> }

/**
 * A standard's text as the beginning of another one: its own number, dates and place in a collection stay behind, and so do
 * positions that the agency does not have.
 */
export function copyFor(from: Definition, { title, kind, positions }: Wanted) {
  const known = (id: PositionId) => positions.has(id)
  const { ordinal: _, ...identity } = from.identity
  const dropped = from.flow.lanes.flatMap((lane) =>
    lane.positions.filter((id) => !known(id)).map((position): DroppedPosition => ({ lane: lane.name, position })),
  )
  const lanes = from.flow.lanes.map((lane) => ({ ...lane, positions: lane.positions.filter(known) }))
  const nodes = from.flow.nodes.map((node) => withKnown(node, known))
  const definition: Definition = {
    ...from,
    identity: { ...identity, title, kind },
    flow: { ...from.flow, lanes, nodes },
    sop: sopFor(from.sop, kind),
    decree: from.decree && withoutPlace(from.decree),
  }
  return { definition, dropped }
}

/** A step that names positions of its own falls back to its lane, and its deadline to keeping it, when none of them is left. */
function withKnown(node: FlowNode, known: (id: PositionId) => boolean): FlowNode {
  if (node.kind !== 'task') return node
  const { assignment, deadline } = node
  const assigned = assignment.kind === 'positions' ? assignment.positions.filter(known) : null
  const after = deadline?.afterwards
  const handedTo = after?.kind === 'reassign' && after.to !== 'superior' ? after.to.filter(known) : null
  return {
    ...node,
    ...(assigned ? { assignment: assigned.length > 0 ? { kind: 'positions', positions: assigned } : { kind: 'lane' } } : {}),
    ...(deadline && handedTo
      ? { deadline: { ...deadline, afterwards: handedTo.length > 0 ? { kind: 'reassign', to: handedTo } : { kind: 'keep' } } }
      : {}),
  }
}

function sopFor(sop: Definition['sop'], kind: Definition['identity']['kind']): Definition['sop'] {
  const empty = { legalBasis: [], qualifications: [], related: [], equipment: [], warnings: [], records: [] }
  if (sop === null) return kind === 'sop' ? empty : null
  const { number: _number, madeOn: _made, revisedOn: _revised, effectiveOn: _effective, name: _name, ...lists } = sop
  return { ...empty, ...lists }
}

const withoutPlace = ({ place: _, ...text }: NonNullable<Definition['decree']>) => text
