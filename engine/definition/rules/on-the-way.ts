import type { Edge, Flow, FlowNode } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import { type FlowOrder, flowOrder } from '../rows.ts'
import type { Definition } from '../schema.ts'

type Neighbours = ReadonlyMap<NodeId, readonly NodeId[]>
type Ways = { order: FlowOrder; forward: Neighbours; into: Neighbours; out: ReadonlyMap<string, readonly Edge[]> }

/** Rules ask about the same flow hundreds of times; a flow is never changed in place. */
const known = new WeakMap<Flow, Ways>()

function waysOf(definition: Pick<Definition, 'flow'>): Ways {
  const { flow } = definition
  const ways = known.get(flow)
  if (ways) return ways
  const order = flowOrder(definition)
  const forward = new Map<NodeId, NodeId[]>()
  const into = new Map<NodeId, NodeId[]>()
  const out = new Map<string, Edge[]>()
  for (const edge of flow.edges) {
    const { id, from, to } = edge
    out.set(from, [...(out.get(from) ?? []), edge])
    into.set(to, [...(into.get(to) ?? []), from])
    if (!order.back.has(id)) forward.set(from, [...(forward.get(from) ?? []), to])
  }
  const found = { order, forward, into, out }
  known.set(flow, found)
  return found
}

/** The order of a flow, worked out once. */
export const orderOf = (definition: Pick<Definition, 'flow'>): FlowOrder => waysOf(definition).order

/** The exits of a node, in the author's order. */
export const exitsFrom = (id: string, definition: Pick<Definition, 'flow'>): readonly Edge[] =>
  waysOf(definition).out.get(id) ?? []

/** The nodes from which an exit leads to a node. */
export const directlyBefore = (id: NodeId, definition: Pick<Definition, 'flow'>): readonly NodeId[] =>
  waysOf(definition).into.get(id) ?? []

/** Whether going forward from one node leads to the other; loops back do not count. */
export const comesBefore = (from: NodeId, to: NodeId, definition: Definition): boolean =>
  from !== to && reachedOver(waysOf(definition).forward, from).has(to)

/** The nodes from which some way leads to a node, in a later round too; the node itself only where a round leads back to it. */
export const nodesBefore = (id: NodeId, definition: Pick<Definition, 'flow'>): ReadonlySet<NodeId> =>
  reachedOver(waysOf(definition).into, id)

function reachedOver(neighbours: Neighbours, from: NodeId): Set<NodeId> {
  const found = new Set(neighbours.get(from))
  for (const id of found) for (const next of neighbours.get(id) ?? []) found.add(next)
  return found
}

/** What a node is called in a finding. */
export function nameOf(node: FlowNode): string {
  if ('activity' in node) return node.activity
  if (node.kind === 'decision') return node.question
  return ('name' in node && node.name) || node.id
}

/** What an exit is called in a finding: what it says, else where it leads. */
export function exitName({ label, to }: Edge, { flow }: Pick<Definition, 'flow'>): string {
  const target = flow.nodes.find(({ id }) => id === to)
  return label || (target ? nameOf(target) : to)
}
