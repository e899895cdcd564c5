import type { Definition, Edge, EdgeId, FlowNode, NodeId, Point } from '#engine'
import { outcomeOf } from '#engine/definition/rows.ts'
import { type Box, isPlain, laneWidth } from './geometry.ts'

export type Route = { points: readonly Point[]; middle: Point; back: boolean }
type Boxes = ReadonlyMap<NodeId, Box>

const stub = 18
const clearance = 10

/**
 * Orthogonal lines from the bottom of one card to the top of another; lines that lead back run up the border of a lane and
 * enter from the side. Each line takes the first of a few courses that crosses no card, on a track of its own.
 */
export function routeEdges(definition: Definition, boxes: Boxes): Map<EdgeId, Route> {
  const nodes = new Map(definition.flow.nodes.map((node) => [node.id, node]))
  const tracks = new Tracks()
  const routes = new Map<EdgeId, Route>()
  const byLength = definition.flow.edges.toSorted((a, b) => reach(a, boxes) - reach(b, boxes))
  for (const edge of byLength) {
    const from = boxes.get(edge.from)
    const to = boxes.get(edge.to)
    const node = nodes.get(edge.from)
    if (from === undefined || to === undefined || node === undefined) continue
    const source = { x: exitX(node, from, edge, definition.flow.edges), y: from.y + from.height }
    const obstacles = [...boxes].filter(([id]) => id !== edge.from && id !== edge.to).map(([, box]) => box)
    const points =
      edge.to === edge.from || to.y < source.y + 4
        ? backward(source, from, to, tracks)
        : forward(source, from, to, obstacles, tracks)
    routes.set(edge.id, { points, middle: middleOf(points), back: to.y < source.y })
  }
  return routes
}

const reach = (edge: Edge, boxes: Boxes): number => {
  const from = boxes.get(edge.from)
  const to = boxes.get(edge.to)
  return from && to ? Math.abs(to.y - from.y) + Math.abs(to.x - from.x) / 10 : 0
}

/** Exits of a step leave under their outcome's chip; those of other nodes with several spread along their foot. */
function exitX(node: FlowNode, box: Box, edge: Edge, edges: readonly Edge[]): number {
  if (node.kind === 'task' && !isPlain(node)) {
    const id = outcomeOf(node, edge)
    const index = Math.max(
      0,
      node.outcomes.findIndex((outcome) => outcome.id === id),
    )
    return box.x + chipCentre(index, node.outcomes.length, box.width)
  }
  const several: readonly FlowNode['kind'][] = ['decision', 'parallel', 'wait', 'call']
  if (!several.includes(node.kind)) return box.x + box.width / 2
  const own = edges.filter((other) => other.from === node.id)
  return (
    box.x +
    chipCentre(
      own.findIndex(({ id }) => id === edge.id),
      own.length,
      box.width,
    )
  )
}

export const chipCentre = (index: number, count: number, width: number): number => (width / count) * (index + 0.5)

function forward(source: Point, from: Box, to: Box, obstacles: readonly Box[], tracks: Tracks): Point[] {
  const target = { x: to.x + to.width / 2, y: to.y }
  if (Math.abs(source.x - target.x) < 2 && isClear([source, target], obstacles)) return [source, target]
  const low = Math.min(source.y + stub, (source.y + target.y) / 2)
  const high = Math.max(target.y - stub, (source.y + target.y) / 2)
  const gutters = [
    borderBeside(target.x, source.x),
    borderBeside(source.x, target.x),
    borderBeside(from.x - 1, 0),
    borderBeside(to.x, 9e6),
  ]
  const courses = [
    [source, { x: source.x, y: low }, { x: target.x, y: low }, target],
    [source, { x: source.x, y: high }, { x: target.x, y: high }, target],
    ...gutters.map((x) => [source, { x: source.x, y: low }, { x, y: low }, { x, y: high }, { x: target.x, y: high }, target]),
  ]
  const chosen = courses.find((course) => isClear(course, obstacles)) ?? courses.at(2) ?? []
  return tracks.apart(chosen)
}

function backward(source: Point, from: Box, to: Box, tracks: Tracks): Point[] {
  const fromLane = Math.floor((from.x + from.width / 2) / laneWidth)
  const toLane = Math.floor((to.x + to.width / 2) / laneWidth)
  const right = toLane >= fromLane
  const border = right ? (toLane + 1) * laneWidth : (toLane + 1) * laneWidth
  const side = border > to.x + to.width / 2 ? to.x + to.width : to.x
  const enter = { x: side, y: to.y + Math.min(30, to.height / 2) }
  const low = source.y + stub
  return tracks.apart([source, { x: source.x, y: low }, { x: border, y: low }, { x: border, y: enter.y }, enter])
}

/** The lane border next to `x` on the side of `towards`. */
function borderBeside(x: number, towards: number): number {
  const lane = Math.floor(x / laneWidth)
  return towards > x ? (lane + 1) * laneWidth : lane * laneWidth
}

function isClear(points: readonly Point[], obstacles: readonly Box[]): boolean {
  return points.every((point, index) => {
    const next = points[index + 1]
    return next === undefined || !obstacles.some((box) => crosses(point, next, box))
  })
}

function crosses(a: Point, b: Point, box: Box): boolean {
  const left = Math.min(a.x, b.x)
  const right = Math.max(a.x, b.x)
  const top = Math.min(a.y, b.y)
  const bottom = Math.max(a.y, b.y)
  return right > box.x - clearance && left < box.x + box.width + clearance && bottom > box.y - 2 && top < box.y + box.height + 2
}

/** Keeps lines that run beside one another apart: each inner stretch takes the nearest free track. */
class Tracks {
  private readonly taken: { upright: boolean; at: number; from: number; to: number }[] = []

  apart(points: readonly Point[]): Point[] {
    const moved = points.map((point) => ({ ...point }))
    for (let index = 1; index < moved.length - 2; index += 1) {
      const a = moved[index]
      const b = moved[index + 1]
      if (a === undefined || b === undefined) continue
      if (a.x === b.x && a.y !== b.y) {
        const x = this.free(true, a.x, Math.min(a.y, b.y), Math.max(a.y, b.y))
        a.x = x
        b.x = x
      } else if (a.y === b.y && a.x !== b.x) {
        const y = this.free(false, a.y, Math.min(a.x, b.x), Math.max(a.x, b.x))
        a.y = y
        b.y = y
      }
    }
    return moved
  }

  private free(upright: boolean, wish: number, from: number, to: number): number {
    const isFree = (at: number) =>
      !this.taken.some((line) => line.upright === upright && Math.abs(line.at - at) < 7 && line.from < to && line.to > from)
    const offsets = upright ? [0, 8, -8, 16, -16, 24, -24] : [0, 8, -8, 16, 24]
    const at = wish + (offsets.find((offset) => isFree(wish + offset)) ?? 0)
    this.taken.push({ upright, at, from, to })
    return at
  }
}

function middleOf(points: readonly Point[]): Point {
  const lengths = points.slice(1).map((point, index) => distance(points[index] ?? point, point))
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [index, length] of lengths.entries()) {
    const a = points[index]
    const b = points[index + 1]
    if (a && b && left <= length) {
      const share = length === 0 ? 0 : left / length
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
    }
    left -= length
  }
  return points[0] ?? { x: 0, y: 0 }
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

/** The line as an SVG path with rounded corners. */
export function pathOf(points: readonly Point[], radius = 10): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  const parts = rest.map((point, index) => {
    const before = points[index] ?? point
    const after = rest[index + 1]
    if (after === undefined) return `L${point.x},${point.y}`
    const r = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2)
    const enter = towards(point, before, r)
    const leave = towards(point, after, r)
    return `L${enter.x},${enter.y}Q${point.x},${point.y} ${leave.x},${leave.y}`
  })
  return `M${first.x},${first.y}${parts.join('')}`
}

function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by }
}
