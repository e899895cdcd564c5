import type { Definition, FlowNode, LaneId, Layout, NodeId, TaskNode } from '#engine'
import { drawnOrder } from './drawn-order.ts'
import { remembered } from './remembered.ts'

/** Canvas units. A lane is a column; where a node stands in the layout is counted from the left edge of its lane. */
export const laneWidth = 256
const cardWidth = 216
const laneTop = 24
const gap = 52
const capsule = { width: 188, height: 44 }

export type Box = { x: number; y: number; width: number; height: number }
export type LaneBox = { id: LaneId; x: number; width: number }

/** Width and height by what a card shows, so that the canvas needs to measure nothing. */
export function sizeOf(node: FlowNode): { width: number; height: number } {
  switch (node.kind) {
    case 'start':
    case 'end':
      return capsule
    case 'task':
      return { width: cardWidth, height: 86 + (isPlain(node) ? 0 : 30) + (hasFacts(node) ? 22 : 0) }
    case 'decision':
      return { width: cardWidth, height: 84 }
    case 'event':
      return { width: cardWidth, height: 84 }
    case 'wait':
    case 'call':
      return { width: cardWidth, height: 106 }
    case 'parallel':
    case 'join':
      return { width: cardWidth, height: 34 }
  }
}

/** What is written under the name of a step. */
export const hasFacts = (node: TaskNode): boolean =>
  node.duration !== undefined || node.form !== undefined || node.jointLanes.length > 0

/** A step that is simply handed in shows no outcomes. */
export const isPlain = (node: FlowNode): boolean =>
  node.kind === 'task' && node.outcomes.length === 1 && node.outcomes[0]?.kind === 'submit'

export function lanesOf({ flow }: Definition): LaneBox[] {
  return flow.lanes.map((lane, index) => ({ id: lane.id, x: index * laneWidth, width: laneWidth }))
}

export function laneAt(definition: Definition, x: number): LaneId | undefined {
  const { lanes } = definition.flow
  return lanes[Math.max(0, Math.min(lanes.length - 1, Math.floor(x / laneWidth)))]?.id
}

/** Where every node stands: as the author put it, kept inside its lane, else as the tidy layout has it. */
export const boxesOf = remembered((definition: Definition): ReadonlyMap<NodeId, Box> => {
  const tidy = tidyLayout(definition)
  const own = isOurs(definition.layout) ? definition.layout : {}
  const lanes = new Map(lanesOf(definition).map((lane) => [lane.id, lane]))
  const wished = definition.flow.nodes.map((node): Wish => {
    const size = sizeOf(node)
    const at = own[node.id] ?? tidy[node.id] ?? { x: 0, y: 0 }
    const left = lanes.get(node.lane)?.x ?? 0
    const x = left + Math.max(8, Math.min(laneWidth - size.width - 8, at.x))
    return { id: node.id, pinned: node.id in own, box: { x, y: at.y, ...size } }
  })
  return apart(wished)
})

type Wish = { id: NodeId; pinned: boolean; box: Box }

/** No card covers another: what the author placed stays, the rest makes room downwards. */
function apart(wished: readonly Wish[]): Map<NodeId, Box> {
  const placed = new Map<NodeId, Box>()
  const columns = new Map<number, Box[]>()
  const order = wished.toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || a.box.y - b.box.y)
  for (const { id, box } of order) {
    // A card stands inside its lane, so only those of the same column can be in its way.
    const column = Math.floor(box.x / laneWidth)
    const beside = columns.get(column) ?? []
    let { y } = box
    for (const other of beside) {
      if (other.y < y + box.height + 12 && other.y + other.height + 12 > y) y = other.y + other.height + gap / 2
    }
    const stands = { ...box, y }
    const after = beside.findIndex((other) => other.y > y)
    columns.set(column, beside.toSpliced(after < 0 ? beside.length : after, 0, stands))
    placed.set(id, stands)
  }
  return placed
}

/** A place outside the width of a lane was meant for another drawing; then the tidy layout serves better than half of it. */
export const isOurs = (layout: Layout): boolean => Object.values(layout).every(({ x }) => x >= 0 && x <= laneWidth)

/** One row for each step in flow order with what splits and joins between them, starts above, ends under what leads to them: the drawing of the SOP matrix. */
function tidyLayout(definition: Definition): Layout {
  const drawn = drawnOrder(definition)
  const { nodes, edges } = definition.flow
  const layout: Layout = {}
  const centre = (node: FlowNode) => (laneWidth - sizeOf(node).width) / 2
  const starts = nodes.filter((node) => node.kind === 'start')
  for (const start of starts) layout[start.id] = { x: centre(start), y: laneTop }
  let y = laneTop + (starts.length > 0 ? capsule.height + gap : 0)
  const bottoms = new Map<NodeId, { y: number; row: number }>()
  const taken = new Map<LaneId, { from: number; to: number }[]>()
  for (const [index, node] of drawn.entries()) {
    const { height } = sizeOf(node)
    layout[node.id] = { x: centre(node), y }
    bottoms.set(node.id, { y: y + height, row: index })
    taken.set(node.lane, [...(taken.get(node.lane) ?? []), { from: y, to: y + height }])
    y += height + gap
  }
  for (const end of nodes.filter((node) => node.kind === 'end')) {
    const sources = edges.filter((edge) => edge.to === end.id).map((edge) => bottoms.get(edge.from)?.y ?? 0)
    const wish = Math.max(laneTop, ...sources) + gap
    const at = freeBelow(taken.get(end.lane) ?? [], wish, capsule.height)
    layout[end.id] = { x: centre(end), y: at }
    taken.set(end.lane, [...(taken.get(end.lane) ?? []), { from: at, to: at + capsule.height }])
  }
  return layout
}

function freeBelow(taken: readonly { from: number; to: number }[], wish: number, height: number): number {
  let y = wish
  for (const span of taken.toSorted((a, b) => a.from - b.from)) {
    if (span.from < y + height + gap / 2 && span.to > y - gap / 2) y = span.to + gap
  }
  return y
}
