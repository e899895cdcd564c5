import { type Definition, type FlowNode, flowOrder, type NodeId } from '#engine'

/**
 * The nodes between starts and ends from top to bottom: the rows in their order, what splits right above the first of its
 * branches, what joins right below the last.
 */
export function drawnOrder(definition: Definition): FlowNode[] {
  const { rows, back } = flowOrder(definition)
  const { nodes, edges } = definition.flow
  const places = new Map<NodeId, number>(rows.map(({ node }, index) => [node.id, index]))
  const bars = nodes.filter((node) => node.kind === 'parallel' || node.kind === 'join')
  const forward = edges.filter((edge) => !back.has(edge.id))
  const near = (id: NodeId, side: 'from' | 'to') =>
    forward.filter((edge) => edge[side === 'to' ? 'from' : 'to'] === id).flatMap((edge) => places.get(edge[side]) ?? [])
  // Bars stand beside one another, so each round places those next to what has a place.
  for (const _ of bars) {
    for (const bar of bars) {
      const known = bar.kind === 'parallel' ? near(bar.id, 'to') : near(bar.id, 'from')
      if (known.length > 0) places.set(bar.id, bar.kind === 'parallel' ? Math.min(...known) - 0.01 : Math.max(...known) + 0.01)
    }
  }
  return [...rows.map(({ node }) => node), ...bars].toSorted((a, b) => placeOf(a, places) - placeOf(b, places))
}

const placeOf = (node: FlowNode, places: ReadonlyMap<NodeId, number>): number => places.get(node.id) ?? 1e6
