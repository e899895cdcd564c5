import {
  type CallNode,
  type Definition,
  type EdgeId,
  type Edit,
  type FlowNode,
  flowOrder,
  type LaneId,
  type NodeId,
  type NodeKind,
  type Outcome,
  type OutcomeId,
  type Point,
  type TaskNode,
} from '#engine'
import { exitsOf } from '#engine/definition/rows.ts'
import { freshIds } from './fresh-id.ts'
import type { Selection } from './store.ts'

export type NewKind = Exclude<NodeKind, 'start'> | 'review' | 'start'
/** What is written on new things; comes from the catalogues so that a draft begins in the author's language. */
export type NewWords = Record<
  'task' | 'review' | 'decision' | 'event' | 'wait' | 'call' | 'lane' | 'applicant' | 'accept' | 'revise' | 'reject' | 'submit',
  string
> & {
  /** The standard that a new call names first; null where the agency has none that may be called. */
  standard: CallNode['standard'] | null
}
export type Plan = { edits: Edit[]; select: Selection }

/** An empty node of a kind, as it stands before anybody writes in it; null for a call where nothing may be called. */
export function newNode(kind: NewKind, id: NodeId, lane: LaneId, words: NewWords): FlowNode | null {
  const step = { id, lane, requirements: [], output: [] }
  switch (kind) {
    case 'task':
      return newTask(id, lane, words)
    case 'review':
      return {
        ...newTask(id, lane, words),
        activity: words.review,
        outcomes: [outcome('accept', words.accept), outcome('revise', words.revise), outcome('reject', words.reject)],
      }
    case 'decision':
      return { kind, id, lane, question: words.decision, ordered: false }
    case 'parallel':
      return { kind, id, lane }
    case 'join':
      return { kind, id, lane, quorum: { kind: 'all' } }
    case 'wait':
      return { ...step, kind, activity: words.wait, until: { kind: 'report', event: words.wait }, pausesClock: false }
    case 'call': {
      const { standard } = words
      return standard && { ...step, kind, activity: words.call, standard, passes: [], returns: [] }
    }
    case 'event':
      return { ...step, kind, activity: words.event }
    case 'start':
      return { kind, id, lane, by: 'applicant' }
    case 'end':
      return { kind, id, lane, result: 'completed' }
  }
}

const newTask = (id: NodeId, lane: LaneId, words: NewWords): TaskNode => ({
  kind: 'task',
  id,
  lane,
  activity: words.task,
  requirements: [],
  output: [],
  assignment: { kind: 'lane' },
  jointLanes: [],
  quorum: { kind: 'any' },
  notPerformersOf: [],
  outcomes: [outcome('submit', words.submit)],
  pausesClock: false,
})

export const outcome = (kind: Outcome['kind'], label: string, id: string = kind): Outcome => ({
  id: id as OutcomeId,
  kind,
  label,
  reason: kind === 'revise' || kind === 'reject' ? 'required' : 'optional',
})

/** A new node on an edge, in the lane where the edge arrives unless told otherwise. */
export function planOnEdge(definition: Definition, edgeId: EdgeId, kind: NewKind, words: NewWords, lane?: LaneId): Plan | null {
  const edge = definition.flow.edges.find(({ id }) => id === edgeId)
  const from = definition.flow.nodes.find(({ id }) => id === edge?.from)
  const to = definition.flow.nodes.find(({ id }) => id === edge?.to)
  if (edge === undefined || from === undefined || to === undefined || kind === 'start' || kind === 'end') return null
  const fresh = freshIds(definition)
  const id = fresh<NodeId>('step')
  const own = lane ?? (from.kind === 'start' || to.kind !== 'end' ? to.lane : from.lane)
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
  if (node.kind !== 'decision' && only) return [{ type: 'Reconnect', edge: only.id, to }]
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
  const { back } = flowOrder(definition)
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
