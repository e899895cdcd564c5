import type { Definition, FlowNode, NodeId } from '#engine'
import { orderOf, remembered } from './remembered.ts'

/**
 * The nodes between starts and ends from top to bottom: the rows in their order, what splits right above the first of its
 * branches, what joins right below the last.
 */
export const drawnOrder = (definition: Definition): FlowNode[] => drawnOrderOfFlow(definition.flow)

const drawnOrderOfFlow = remembered((flow: Definition['flow']): FlowNode[] => {
  const { rows, back } = orderOf({ flow })
  const places = new Map<NodeId, number>(rows.map(({ node }, index) => [node.id, index]))
  const bars = flow.nodes.filter((node) => node.kind === 'parallel' || node.kind === 'join')
  const near = neighboursOf(flow, back)
  // Bars stand beside one another, so each round places those next to what has a place.
  for (const _ of bars) {
    let settled = true
    for (const bar of bars) {
      const known = near(bar.id, bar.kind === 'parallel' ? 'to' : 'from').flatMap((id) => places.get(id) ?? [])
      if (known.length === 0) continue
      const place = bar.kind === 'parallel' ? Math.min(...known) - 0.01 : Math.max(...known) + 0.01
      if (places.get(bar.id) === place) continue
      places.set(bar.id, place)
      settled = false
    }
    if (settled) break
  }
  return [...rows.map(({ node }) => node), ...bars].toSorted((a, b) => placeOf(a, places) - placeOf(b, places))
})

function neighboursOf({ edges }: Definition['flow'], back: ReadonlySet<string>) {
  const ways = { to: new Map<NodeId, NodeId[]>(), from: new Map<NodeId, NodeId[]>() }
  for (const edge of edges) {
    if (back.has(edge.id)) continue
    ways.to.set(edge.from, [...(ways.to.get(edge.from) ?? []), edge.to])
    ways.from.set(edge.to, [...(ways.from.get(edge.to) ?? []), edge.from])
  }
  return (id: NodeId, side: 'to' | 'from'): readonly NodeId[] => ways[side].get(id) ?? []
}

const placeOf = (node: FlowNode, places: ReadonlyMap<NodeId, number>): number => places.get(node.id) ?? 1e6

/** Every node as it is walked by keys: starts, what is drawn between, ends. */
export function walkOrder(definition: Definition): NodeId[] {
  const { nodes } = definition.flow
  return [
    ...nodes.filter(({ kind }) => kind === 'start').map(({ id }) => id),
    ...drawnOrder(definition).map(({ id }) => id),
    ...nodes.filter(({ kind }) => kind === 'end').map(({ id }) => id),
  ]
}
