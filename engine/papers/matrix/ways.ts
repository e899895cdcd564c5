import { boundaryAt, gridStep, gutterAt, isGutter, laneAt, type Point, rowAt, type Segment, segmentsOf } from './grid.ts'
import type { Net, Pin } from './pins.ts'

/** One way an arrow may run: at most one upright piece between the stubs at its ends. */
export type Way = { points: readonly Point[]; segments: readonly Segment[]; cost: number }

/** Which cells hold a symbol, by row and lane. */
export type Cells = readonly (readonly boolean[])[]

const weights = { bend: 3, perLane: 1, perRow: 0.6, backFromAbove: 4 }

const upright = ({ towards }: Pin): boolean => towards === 'down' || towards === 'up'

/** All ways for an arrow on a page of `lanes` lanes that pass no symbol, the cheapest first. */
export function waysOf(net: Net, lanes: number, cells: Cells): Way[] {
  const ways = net.from.flatMap((from) => net.to.flatMap((to) => waysBetween(from, to, net, lanes, cells)))
  return ways.toSorted((a, b) => a.cost - b.cost)
}

function waysBetween(from: Pin, to: Pin, net: Net, lanes: number, cells: Cells): Way[] {
  const carriers = Array.from({ length: lanes + 1 }, (_, gutter) => gutterAt(gutter))
  if (upright(from)) carriers.push(from.x)
  if (upright(to) && to.x !== from.x) carriers.push(to.x)
  const drawn = [across(from, to), ...carriers.map((x) => along(from, to, x))]
  return drawn.flatMap((points) => (points ? wayOf(points, from, to, net, cells) : []))
}

function wayOf(points: readonly Point[], from: Pin, to: Pin, net: Net, cells: Cells): Way[] {
  const segments = segmentsOf(points)
  if (segments.some((segment) => passesSymbol(segment, from, to, cells))) return []
  const aside = net.back && upright(to) ? weights.backFromAbove : 0
  return [{ points, segments, cost: aside + costOf(segments) }]
}

function costOf(segments: readonly Segment[]): number {
  const length = (segment: Segment) => (segment.to - segment.from) / gridStep
  const far = segments.map((segment) => length(segment) * (segment.upright ? weights.perRow : weights.perLane))
  return far.reduce((sum, part) => sum + part, (segments.length - 1) * weights.bend)
}

/** From one row to the next over the boundary between them, without any upright piece of its own. */
function across(from: Pin, to: Pin): Point[] | null {
  if (!upright(from) || !upright(to) || from.x === to.x) return null
  const [start, end] = [boundaryFrom(from), boundaryTo(to)]
  if (start !== end || !runs(from.towards, start - from.y) || !runs(to.towards, to.y - end)) return null
  return [from, { x: from.x, y: start }, { x: to.x, y: end }, to]
}

/** Along the upright line at `x`. */
function along(from: Pin, to: Pin, x: number): Point[] | null {
  const begins = upright(from) && x === from.x
  const ends = upright(to) && x === to.x
  const start = begins ? from.y : upright(from) ? boundaryFrom(from) : from.y
  const end = ends ? to.y : upright(to) ? boundaryTo(to) : to.y
  if (start === end) return null
  if (begins ? !runs(from.towards, end - start) : !upright(from) && !runs(from.towards, x - from.x)) return null
  if (ends ? !runs(to.towards, end - start) : !upright(to) && !runs(to.towards, to.x - x)) return null
  const points: Point[] = [from]
  if (!begins && upright(from)) points.push({ x: from.x, y: start })
  if (!begins) points.push({ x, y: start })
  if (!ends) points.push({ x, y: end })
  if (!ends && upright(to)) points.push({ x: to.x, y: end })
  return [...points, to]
}

function runs(towards: Pin['towards'], distance: number): boolean {
  return towards === 'down' || towards === 'right' ? distance > 0 : distance < 0
}

const boundaryFrom = ({ y, towards }: Pin): number => boundaryAt(towards === 'down' ? rowAt(y) + 1 : rowAt(y))
const boundaryTo = ({ y, towards }: Pin): number => boundaryAt(towards === 'down' ? rowAt(y) : rowAt(y) + 1)

function passesSymbol(segment: Segment, from: Pin, to: Pin, cells: Cells): boolean {
  return segment.upright ? passesRows(segment, from, to, cells) : passesLanes(segment, from, to, cells)
}

function passesRows({ at, from: start, to: end }: Segment, from: Pin, to: Pin, cells: Cells): boolean {
  if (isGutter(at)) return false
  const lane = laneAt(at)
  const own = new Set([from, to].filter(({ x }) => x === at).map(({ y }) => rowAt(y)))
  for (let row = rowAt(start); row <= rowAt(end); row += 1) {
    const passed = end > boundaryAt(row) && start < boundaryAt(row + 1)
    if (passed && !own.has(row) && cells[row]?.[lane]) return true
  }
  return false
}

function passesLanes({ at, from: start, to: end }: Segment, from: Pin, to: Pin, cells: Cells): boolean {
  if (at % gridStep === 0) return false
  const row = cells[rowAt(at)] ?? []
  return row.some((taken, lane) => {
    const x = lane * gridStep + gridStep / 2
    return taken && x >= start && x <= end && !isPinAt(from, x, at) && !isPinAt(to, x, at)
  })
}

const isPinAt = (pin: Pin, x: number, y: number): boolean => pin.x === x && pin.y === y
