import { boundaryAt, gridStep, gutterAt, isGutter, isStrip, laneAt, type Point, rowAt } from './grid.ts'
import type { Net, Pin } from './pins.ts'
import { type Piece, type Trace, traceOf } from './trace.ts'

/** One way an arrow may run: at most one upright piece between the stubs at its ends. */
export type Way = { points: readonly Point[]; trace: Trace; cost: number }

/** Which cells hold a symbol, by row and lane. */
export type Cells = readonly (readonly boolean[])[]

/** What stands on a page: symbols that no line may pass, and lines between the boxes of joint steps, best not crossed. */
export type Standing = { lanes: number; cells: Cells; joints: readonly Joint[] }
export type Joint = { y: number; from: number; to: number }

export const weights = { crossing: 30, bend: 3, perLane: 1, perRow: 0.6, backFromAbove: 4, otherSide: 0.5 }

const other = { left: 'right', right: 'left' } as const

const upright = ({ towards }: Pin): boolean => towards === 'down' || towards === 'up'

/** All ways for an arrow that pass no symbol, the cheapest first. */
export function waysOf(net: Net, standing: Standing): Way[] {
  const ways = net.from.flatMap((from) => net.to.flatMap((to) => waysBetween(from, to, net, standing)))
  return ways.toSorted((a, b) => a.cost - b.cost)
}

function waysBetween(from: Pin, to: Pin, net: Net, standing: Standing): Way[] {
  const drawn = [across(from, to), ...carriersOf(from, to, standing.lanes).map((x) => along(from, to, x))]
  return drawn.flatMap((points) => (points ? wayOf(points, from, to, net, standing) : []))
}

/** Where an upright piece may run: in any gutter and at either end. */
function carriersOf(from: Pin, to: Pin, lanes: number): number[] {
  if (isStrip(from.y)) return carriersBeside(from, to)
  if (isStrip(to.y)) return carriersBeside(to, from)
  const ends = [...(upright(from) ? [from.x] : []), ...(upright(to) && to.x !== from.x ? [to.x] : [])]
  return [...Array.from({ length: lanes + 1 }, (_, gutter) => gutterAt(gutter)), ...ends]
}

/** A page connector is reached down its lane, or through the gutter beyond it as seen from the other end. */
function carriersBeside({ x }: Pin, end: Pin): number[] {
  const half = gridStep / 2
  if (x === end.x) return [x, x - half, x + half]
  return [x, x < end.x ? x - half : x + half]
}

function wayOf(points: readonly Point[], from: Pin, to: Pin, net: Net, { cells, joints }: Standing): Way[] {
  const trace = traceOf(points)
  if (trace.pieces.some((piece) => passesSymbol(piece, from, to, cells))) return []
  const aside = (net.back && upright(to) ? weights.backFromAbove : 0) + (from.towards === other[net.side] ? weights.otherSide : 0)
  const crossed = joints.filter((joint) => trace.pieces.some((piece) => crosses(piece, joint))).length
  return [{ points, trace, cost: aside + crossed * weights.crossing + costOf(trace.pieces) }]
}

function crosses(piece: Piece, { y, from, to }: Joint): boolean {
  return piece.upright && piece.at > from && piece.at < to && piece.from < y && piece.to > y
}

function costOf(pieces: readonly Piece[]): number {
  const far = ({ from, to, upright: stands }: Piece) => ((to - from) / gridStep) * (stands ? weights.perRow : weights.perLane)
  return pieces.reduce((sum, piece) => sum + far(piece), (pieces.length - 1) * weights.bend)
}

/** From one row to the next over the boundary between them, without any upright piece of its own. */
function across(from: Pin, to: Pin): Point[] | null {
  if (!upright(from) || !upright(to) || (from.x === to.x && !isStrip(from.y) && !isStrip(to.y))) return null
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

function passesSymbol(piece: Piece, from: Pin, to: Pin, cells: Cells): boolean {
  return piece.upright ? passesRows(piece, from, to, cells) : passesLanes(piece, from, to, cells)
}

function passesRows({ at, from: start, to: end }: Piece, from: Pin, to: Pin, cells: Cells): boolean {
  if (isGutter(at)) return false
  const lane = laneAt(at)
  for (let row = rowAt(start); row <= rowAt(end); row += 1) {
    const passed = end > boundaryAt(row) && start < boundaryAt(row + 1)
    if (passed && cells[row]?.[lane] && !isPinIn(from, at, row) && !isPinIn(to, at, row)) return true
  }
  return false
}

function passesLanes({ at, from: start, to: end }: Piece, from: Pin, to: Pin, cells: Cells): boolean {
  if (at % gridStep === 0) return false
  const row = cells[rowAt(at)] ?? []
  return row.some((taken, lane) => {
    const x = lane * gridStep + gridStep / 2
    return taken && x >= start && x <= end && !isPinAt(from, x, at) && !isPinAt(to, x, at)
  })
}

const isPinIn = (pin: Pin, x: number, row: number): boolean => pin.x === x && rowAt(pin.y) === row
const isPinAt = (pin: Pin, x: number, y: number): boolean => pin.x === x && pin.y === y
