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
  const { edges } = definition.flow
  const plan = planOf(definition, boxes)
  const tracks = new Tracks()
  const routes = new Map<EdgeId, Route>()
  for (const edge of edges.toSorted((a, b) => reach(a, boxes) - reach(b, boxes))) {
    const route = routeOf(edge, boxes, plan, tracks)
    if (route) routes.set(edge.id, route)
  }
  return routes
}

/** Some lines anew, for cards that a hand still holds: each for itself, on no track of its own. */
export function routeLoosely(definition: Definition, boxes: Boxes, edges: readonly Edge[]): Map<EdgeId, Route> {
  const plan = { ...planOf(definition, boxes, edges), columns: new Map() }
  return new Map(
    edges.flatMap((edge) => {
      const route = routeOf(edge, boxes, plan, new Tracks())
      return route ? [[edge.id, route] as const] : []
    }),
  )
}

type RoutePlan = {
  nodes: ReadonlyMap<NodeId, FlowNode>
  exits: ReadonlyMap<NodeId, readonly Edge[]>
  /** Cards by the lane that they stand in, to look only at those a line can meet. */
  columns: ReadonlyMap<number, readonly Obstacle[]>
}
type Obstacle = { id: NodeId; box: Box }

function planOf({ flow }: Definition, boxes: Boxes, of?: readonly Edge[]): RoutePlan {
  const sources = of && new Set(of.map(({ from }) => from))
  const exits = new Map<NodeId, Edge[]>()
  for (const edge of flow.edges) {
    if (sources && !sources.has(edge.from)) continue
    const known = exits.get(edge.from)
    if (known) known.push(edge)
    else exits.set(edge.from, [edge])
  }
  const columns = new Map<number, Obstacle[]>()
  if (!of) {
    for (const [id, box] of boxes) {
      for (let lane = laneOf(box.x - clearance); lane <= laneOf(box.x + box.width + clearance); lane += 1) {
        const known = columns.get(lane)
        if (known) known.push({ id, box })
        else columns.set(lane, [{ id, box }])
      }
    }
  }
  return { nodes: new Map(flow.nodes.map((node) => [node.id, node])), exits, columns }
}

const laneOf = (x: number): number => Math.floor(x / laneWidth)

function routeOf(edge: Edge, boxes: Boxes, { nodes, exits, columns }: RoutePlan, tracks: Tracks): Route | null {
  const [from, to, node] = [boxes.get(edge.from), boxes.get(edge.to), nodes.get(edge.from)]
  if (from === undefined || to === undefined || node === undefined) return null
  const source = { x: exitX(node, from, edge, exits.get(node.id) ?? []), y: from.y + from.height }
  const isFree = (a: Point, b: Point) => !meets(a, b, columns, edge)
  const points =
    edge.to === edge.from || to.y < source.y + 4 ? backward(source, from, to, tracks) : forward(source, from, to, isFree, tracks)
  return { points, middle: middleOf(points), back: to.y < source.y }
}

/** Whether a stretch of a line runs into a card other than those it leads between. */
function meets(a: Point, b: Point, columns: RoutePlan['columns'], { from, to }: Edge): boolean {
  for (let lane = laneOf(Math.min(a.x, b.x)); lane <= laneOf(Math.max(a.x, b.x)); lane += 1) {
    for (const { id, box } of columns.get(lane) ?? []) if (id !== from && id !== to && crosses(a, b, box)) return true
  }
  return false
}

const reach = (edge: Edge, boxes: Boxes): number => {
  const from = boxes.get(edge.from)
  const to = boxes.get(edge.to)
  return from && to ? Math.abs(to.y - from.y) + Math.abs(to.x - from.x) / 10 : 0
}

/** Exits of a step leave under their outcome's chip; those of other nodes with several spread along their foot. */
export function exitX(node: FlowNode, box: Box, edge: Edge, own: readonly Edge[]): number {
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

type IsFree = (a: Point, b: Point) => boolean

function forward(source: Point, from: Box, to: Box, isFree: IsFree, tracks: Tracks): Point[] {
  const target = { x: to.x + to.width / 2, y: to.y }
  if (Math.abs(source.x - target.x) < 2 && isFree(source, target)) return [source, target]
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
  const chosen = courses.find((course) => isClear(course, isFree)) ?? courses.at(2) ?? []
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

function isClear(points: readonly Point[], isFree: IsFree): boolean {
  return points.every((point, index) => {
    const next = points[index + 1]
    return next === undefined || isFree(point, next)
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
  /** By direction and nearest eight units, since only what runs close by is in the way. */
  private readonly taken = new Map<string, { at: number; from: number; to: number }[]>()

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
    const offsets = upright ? [0, 8, -8, 16, -16, 24, -24] : [0, 8, -8, 16, 24]
    const at = wish + (offsets.find((offset) => this.isFree(upright, wish + offset, from, to)) ?? 0)
    const key = keyOf(upright, Math.round(at / 8))
    const known = this.taken.get(key)
    if (known) known.push({ at, from, to })
    else this.taken.set(key, [{ at, from, to }])
    return at
  }

  private isFree(upright: boolean, at: number, from: number, to: number): boolean {
    const near = Math.round(at / 8)
    return [near - 1, near, near + 1].every((track) =>
      (this.taken.get(keyOf(upright, track)) ?? []).every(
        (line) => Math.abs(line.at - at) >= 7 || line.from >= to || line.to <= from,
      ),
    )
  }
}

const keyOf = (upright: boolean, track: number): string => `${upright ? 'x' : 'y'}${track}`

export function middleOf(points: readonly Point[]): Point {
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
