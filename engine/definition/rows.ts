import { exitsOf } from './exits.ts'
import type { CallNode, DecisionNode, Edge, EventNode, FlowNode, TaskNode, WaitNode } from './flow.ts'
import type { EdgeId, NodeId } from './ids.ts'
import type { Definition } from './schema.ts'
import { reachedBy, type StepExit, stepExitsOf } from './step-exits.ts'

export { exitsOf, outcomeOf } from './exits.ts'
export type { StepExit } from './step-exits.ts'

export type RowNode = TaskNode | DecisionNode | EventNode | WaitNode | CallNode

/** One row of the SOP matrix: a task, an automatic decision, a wait, a call or an event. */
export type StepRow = { number: number; node: RowNode; exits: readonly StepExit[]; first: boolean; last: boolean }

/** The order of a flow: rows numbered from 1 without gaps, and the edges that lead back up. */
export type FlowOrder = { rows: readonly StepRow[]; back: ReadonlySet<EdgeId>; reachable: ReadonlySet<NodeId> }

/**
 * Rows of a definition in flow order, numbered from 1 (domain 2.5 rule 2): the main exit is followed first, edges that lead
 * back are set aside, a row stands below everything that leads to it. A detour that only leads back stands before the main
 * path goes on. Works on any draft: what nothing leads to comes last, in author order.
 */
export function stepRows(definition: Pick<Definition, 'flow'>): StepRow[] {
  return [...flowOrder(definition).rows]
}

/** `stepRows` with what it found on the way: the edges that lead back, and which nodes a start leads to. */
export function flowOrder({ flow }: Pick<Definition, 'flow'>): FlowOrder {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]))
  const exits = new Map(flow.nodes.map((node) => [node.id, exitsOf(node, flow.edges).filter((edge) => nodes.has(edge.to))]))
  const walk = walkFlow(flow.nodes, exits)
  const layers = longestPaths(walk.finished, exits, walk.back)
  const forward = nodesThatReachEnd(flow.nodes, walk.finished, exits, walk.back)
  const author = new Map(flow.nodes.map((node, index) => [node.id, index]))
  const rank = (id: NodeId): readonly number[] => [
    walk.reachable.has(id) ? 0 : 1,
    layers.get(id) ?? 0,
    forward.has(id) ? 1 : 0,
    walk.order.get(id) ?? 0,
    author.get(id) ?? 0,
  ]
  const ordered = flow.nodes.filter(isRowNode).toSorted((a, b) => compare(rank(a.id), rank(b.id)))
  const numbers = new Map(ordered.map((node, index) => [node.id as NodeId, index + 1]))
  const graph = { nodes, exits }
  const starts = flow.nodes.filter((node) => node.kind === 'start').flatMap(({ id }) => exits.get(id) ?? [])
  const first = new Set(starts.flatMap((edge) => reachedBy(edge, graph).map(({ to }) => to)))
  const rows = ordered.map((node, index) => {
    const stepExits = (exits.get(node.id) ?? []).flatMap((edge) => stepExitsOf(edge, node, index + 1, numbers, graph))
    return {
      number: index + 1,
      node,
      exits: stepExits,
      first: first.has(node.id),
      last: stepExits.some((exit) => exit.kind === 'end'),
    }
  })
  return { rows, back: walk.back, reachable: walk.reachable }
}

export function isRowNode(node: FlowNode): node is RowNode {
  switch (node.kind) {
    case 'task':
    case 'decision':
    case 'event':
    case 'wait':
    case 'call':
      return true
    case 'start':
    case 'parallel':
    case 'join':
    case 'end':
      return false
  }
}

type Exits = ReadonlyMap<NodeId, readonly Edge[]>
type Walk = { back: Set<EdgeId>; finished: NodeId[]; reachable: Set<NodeId>; order: Map<NodeId, number> }

/** Depth-first from the starts, then from what they do not reach; without recursion, since a flow may be 500 nodes long. */
function walkFlow(nodes: readonly FlowNode[], exits: Exits): Walk {
  const walk: Walk = { back: new Set(), finished: [], reachable: new Set(), order: new Map() }
  const starts = nodes.filter((node) => node.kind === 'start')
  for (const start of starts) walkFrom(start.id, exits, walk)
  walk.reachable = new Set(walk.order.keys())
  const entered = new Set([...exits.values()].flat().map((edge) => edge.to))
  for (const node of nodes.filter(({ id }) => !entered.has(id))) walkFrom(node.id, exits, walk)
  for (const node of nodes) walkFrom(node.id, exits, walk)
  return walk
}

function walkFrom(root: NodeId, exits: Exits, walk: Walk): void {
  if (walk.order.has(root)) return
  const open = new Set<NodeId>([root])
  const stack = [{ id: root, next: 0 }]
  walk.order.set(root, walk.order.size)
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const edge = exits.get(top.id)?.[top.next]
    top.next += 1
    if (edge === undefined) {
      open.delete(top.id)
      walk.finished.push(top.id)
      stack.pop()
    } else if (open.has(edge.to)) {
      walk.back.add(edge.id)
    } else if (!walk.order.has(edge.to)) {
      walk.order.set(edge.to, walk.order.size)
      open.add(edge.to)
      stack.push({ id: edge.to, next: 0 })
    }
  }
}

/** `finished` is children first, so its reverse is a topological order of the forward edges. */
function longestPaths(finished: readonly NodeId[], exits: Exits, back: ReadonlySet<EdgeId>): Map<NodeId, number> {
  const layers = new Map<NodeId, number>()
  for (const id of finished.toReversed()) {
    const layer = layers.get(id) ?? 0
    layers.set(id, layer)
    for (const edge of exits.get(id) ?? []) {
      if (!back.has(edge.id)) layers.set(edge.to, Math.max(layers.get(edge.to) ?? 0, layer + 1))
    }
  }
  return layers
}

function nodesThatReachEnd(
  nodes: readonly FlowNode[],
  finished: readonly NodeId[],
  exits: Exits,
  back: ReadonlySet<EdgeId>,
): Set<NodeId> {
  const reaches = new Set(nodes.filter((node) => node.kind === 'end').map((node) => node.id))
  for (const id of finished) {
    if (exits.get(id)?.some((edge) => !back.has(edge.id) && reaches.has(edge.to))) reaches.add(id)
  }
  return reaches
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
