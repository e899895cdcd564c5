import type { Definition, EdgeId, Edit, FlowNode, LaneId, NodeId, OutcomeId, Point } from '#engine'
import { exitOf } from '#engine/definition/edit/edges.ts'
import { exitsOf } from '#engine/definition/rows.ts'
import { freshIds } from './fresh-id.ts'
import { type NewKind, type NewWords, newNode, newTask, type Plan } from './new-node.ts'
import { planSplit } from './plan-branches.ts'
import { orderOf } from './remembered.ts'
import type { Selection } from './store.ts'

export { type NewKind, type NewWords, outcome, type Plan } from './new-node.ts'

/** A new node on an edge, in the lane where the edge arrives unless told otherwise. */
export function planOnEdge(definition: Definition, edgeId: EdgeId, kind: NewKind, words: NewWords, lane?: LaneId): Plan | null {
  const edge = definition.flow.edges.find(({ id }) => id === edgeId)
  const from = definition.flow.nodes.find(({ id }) => id === edge?.from)
  const to = definition.flow.nodes.find(({ id }) => id === edge?.to)
  if (edge === undefined || from === undefined || to === undefined || kind === 'start' || kind === 'end') return null
  const fresh = freshIds(definition)
  const id = fresh<NodeId>('step')
  const own = lane ?? (from.kind === 'start' || to.kind !== 'end' ? to.lane : from.lane)
  if (kind === 'parallel') return planSplit(definition, edgeId, own, words)
  const node = newNode(kind, id, own, words)
  if (node === null) return null
  return { edits: [{ type: 'AddNode', node, place: { onEdge: edgeId, through: fresh('edge') } }], select: { kind: 'node', id } }
}

/** A new node after another: on its main exit, or on the first free one. After nothing it stands alone. */
export function planAfter(
  definition: Definition,
  after: NodeId | null,
  kind: NewKind,
  words: NewWords,
  lane?: LaneId,
): Plan | null {
  const fresh = freshIds(definition)
  const id = fresh<NodeId>('step')
  const before = definition.flow.nodes.find((node) => node.id === after)
  const own = lane ?? before?.lane ?? definition.flow.lanes[0]?.id
  if (own === undefined) return null
  if (kind === 'parallel') return planSplit(definition, before && before.kind !== 'end' ? before.id : null, own, words)
  const node = newNode(kind, id, own, words)
  if (node === null) return null
  const select: Selection = { kind: 'node', id }
  if (before === undefined || before.kind === 'end' || kind === 'start') return { edits: [{ type: 'AddNode', node }], select }
  const place = { after: before.id, edge: fresh<EdgeId>('edge'), through: fresh<EdgeId>('edge') }
  return { edits: [{ type: 'AddNode', node, place }], select }
}

export function planAt(definition: Definition, kind: NewKind, lane: LaneId, at: Point, words: NewWords): Plan | null {
  const id = freshIds(definition)<NodeId>('step')
  const node = newNode(kind, id, lane, words)
  return node && { edits: [{ type: 'AddNode', node, at }], select: { kind: 'node', id } }
}

/** What stands on an empty canvas first: who begins, the first step, and an end. */
export function planBeginning(definition: Definition, by: 'applicant' | 'staff', words: NewWords): Plan {
  const fresh = freshIds(definition)
  const first = fresh<LaneId>('lane')
  const second = fresh<LaneId>('lane')
  const [start, step, next, end] = [
    fresh<NodeId>('step'),
    fresh<NodeId>('step'),
    fresh<NodeId>('step'),
    fresh<NodeId>('step'),
  ] as const
  const lane = (id: LaneId, kind: 'applicant' | 'positions', name: string): Edit => ({
    type: 'AddLane',
    lane: { id, name, kind, positions: [], aliases: [] },
  })
  const connect = (from: NodeId, to: NodeId, named?: 'submit'): Edit => ({
    type: 'Connect',
    edge: { id: fresh('edge'), from, to, ...(named ? { outcome: named as OutcomeId } : {}) },
  })
  return {
    edits: [
      lane(first, by === 'applicant' ? 'applicant' : 'positions', by === 'applicant' ? words.applicant : `${words.lane} 1`),
      lane(second, 'positions', by === 'applicant' ? `${words.lane} 1` : `${words.lane} 2`),
      { type: 'AddNode', node: { kind: 'start', id: start, lane: first, by } },
      { type: 'AddNode', node: newTask(step, first, words) },
      { type: 'AddNode', node: newTask(next, second, words) },
      { type: 'AddNode', node: { kind: 'end', id: end, lane: second, result: 'completed' } },
      connect(start, step),
      connect(step, next, 'submit'),
      connect(next, end, 'submit'),
    ],
    select: { kind: 'node', id: step },
  }
}

export function planLane(definition: Definition, words: NewWords): Plan {
  const id = freshIds(definition)<LaneId>('lane')
  const name = `${words.lane} ${definition.flow.lanes.filter((lane) => lane.kind === 'positions').length + 1}`
  return {
    edits: [{ type: 'AddLane', lane: { id, name, kind: 'positions', positions: [], aliases: [] } }],
    select: { kind: 'lane', id },
  }
}

/** Nodes that an exit of this one may lead to. */
export const targetsOf = (definition: Definition): FlowNode[] => definition.flow.nodes.filter((node) => node.kind !== 'start')

/** Leads an exit somewhere: the outcome's edge is moved if it stands, made if it does not. */
export function planConnect(definition: Definition, from: NodeId, to: NodeId, named?: OutcomeId): Edit[] {
  const node = definition.flow.nodes.find(({ id }) => id === from)
  if (node === undefined) return []
  const exits = exitsOf(node, definition.flow.edges)
  const id = freshIds(definition)<EdgeId>('edge')
  if (node.kind === 'task') {
    const free = node.outcomes.find((one) => !exits.some((edge) => edge.outcome === one.id))?.id
    const wish = named ?? free ?? node.outcomes[0]?.id
    const standing = exits.find((edge) => edge.outcome === wish || (edge.outcome === undefined && node.outcomes.length === 1))
    if (standing) return [{ type: 'Reconnect', edge: standing.id, to }]
    return [{ type: 'Connect', edge: { id, from, to, ...(wish ? { outcome: wish } : {}) } }]
  }
  const [only] = exits
  if (node.kind === 'wait' || node.kind === 'call') {
    const { outcome: free } = exitOf(node, exits)
    if (only && free === undefined && exits.some((edge) => edge.outcome === undefined))
      return [{ type: 'Reconnect', edge: only.id, to }]
    return [{ type: 'Connect', edge: { id, from, to, ...(free ? { outcome: free } : {}) } }]
  }
  if (node.kind !== 'decision' && node.kind !== 'parallel' && only) return [{ type: 'Reconnect', edge: only.id, to }]
  const needsDefault = node.kind === 'decision' && !exits.some((edge) => edge.otherwise)
  return [{ type: 'Connect', edge: { id, from, to, ...(needsDefault ? { otherwise: true as const } : {}) } }]
}

/** Lets a step change places with the one right before it on the main path; null where that would tear the flow. */
export function planSwap(definition: Definition, upper: NodeId, lower: NodeId): Edit[] | null {
  const { nodes, edges } = definition.flow
  const low = nodes.find(({ id }) => id === lower)
  const link = edges.find((edge) => edge.from === upper && edge.to === lower)
  const onward = low && exitsOf(low, edges)[0]
  if (link === undefined || onward === undefined || onward.to === upper) return null
  const into = edges.filter((edge) => edge.to === upper && edge.from !== lower)
  return [
    ...into.map((edge): Edit => ({ type: 'Reconnect', edge: edge.id, to: lower })),
    { type: 'Reconnect', edge: link.id, to: onward.to },
    { type: 'Reconnect', edge: onward.id, to: upper },
  ]
}

/** The step directly before or after on the main path, for moving up and down. */
export function neighbour(definition: Definition, id: NodeId, way: 'up' | 'down'): NodeId | null {
  const { back } = orderOf(definition)
  const { nodes, edges } = definition.flow
  if (way === 'up') {
    const before = edges.filter((edge) => edge.to === id && !back.has(edge.id))
    const from = nodes.find((node) => node.id === before[0]?.from)
    return before.length === 1 && from && from.kind !== 'start' && exitsOf(from, edges)[0]?.to === id ? from.id : null
  }
  const node = nodes.find((one) => one.id === id)
  const main = node && exitsOf(node, edges)[0]
  const to = nodes.find((one) => one.id === main?.to)
  return main && !back.has(main.id) && to && to.kind !== 'end' ? to.id : null
}
