import type { Definition, FlowNode, Lane, PositionId } from '#engine'

export type DroppedPosition = { lane: string; position: string }
type Wanted = Pick<Definition['identity'], 'title' | 'kind'> & {
  positions: ReadonlySet<string>
  /** The text is another agency's: its offices, channels and working time are not ours, whatever they are called. */
  foreign?: boolean
}

/**
 * A standard's text as the beginning of another one: its own number, dates and place in a collection stay behind, and so do
 * positions that the agency does not have.
 */
export function copyFor(from: Definition, { title, kind, positions, foreign = false }: Wanted) {
  const known = (id: PositionId) => !foreign && positions.has(id)
  const identity = ownIdentity(from.identity, foreign)
  const dropped = from.flow.lanes.flatMap((lane) =>
    lane.positions.filter((id) => !known(id)).map((position): DroppedPosition => ({ lane: lane.name, position })),
  )
  const lanes = from.flow.lanes.map((lane) => ({ ...ownLane(lane, foreign), positions: lane.positions.filter(known) }))
  const nodes = from.flow.nodes.map((node) => withKnown(node, known))
  const definition: Definition = {
    ...from,
    identity: { ...identity, title, kind },
    flow: { ...from.flow, lanes, nodes },
    components: foreign ? withoutChannels(from.components) : from.components,
    sop: sopFor(from.sop, kind),
    decree: from.decree && withoutPlace(from.decree),
  }
  return { definition, dropped }
}

function ownIdentity({ ordinal: _, ...identity }: Definition['identity'], foreign: boolean) {
  if (!foreign) return identity
  const { unit: _unit, calendarUnit: _calendar, ...rest } = identity
  return rest
}

function ownLane(lane: Lane, foreign: boolean): Lane {
  if (!foreign) return lane
  const { calendarUnit: _, ...rest } = lane
  return rest
}

const withoutChannels = (components: Definition['components']): Definition['components'] => ({
  ...components,
  complaints: { ...components.complaints, channels: [] },
})

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
