import { isBoundary, isGutter, isStrip, type Point } from './grid.ts'

/** A straight piece whose place and ends may lie in a channel, 0 where they are exact. */
export type Piece = { upright: boolean; at: number; from: number; to: number; channel: number; fromIn: number; toIn: number }

/** A way as it is compared with others: its pieces, the channels that it uses, and the strip in which its connector stands. */
export type Trace = { pieces: readonly Piece[]; channels: readonly number[]; strip: number; straight: boolean; box: Extent }

type Extent = { left: number; right: number; top: number; bottom: number }

/** Channels have numbers: gutters, boundaries and the lanes of a strip, each kind apart from the others. */
export const gutterChannel = (x: number): number => 1 + x
export const boundaryChannel = (y: number): number => 1_000_001 + y
export const stripChannel = ({ x, y }: Point): number => 2_000_001 + 2 * x + (y < 0 ? 1 : 0)
export const isStripChannel = (channel: number): boolean => channel > 2_000_000

/** The page connector at which a way begins or ends. */
export function connectorOf(points: readonly Point[]): Point | undefined {
  return [points[0], points.at(-1)].find((point) => point && isStrip(point.y))
}

/** The ends of the piece between a page connector and the boundary beside it; none where the line runs straight on. */
export function stripPiece(points: readonly Point[]): readonly number[] {
  const last = points.length - 1
  if (isStrip(points[0]?.y ?? 0)) return isBoundary(points[1]?.y ?? 1) ? [0, 1] : []
  if (isStrip(points[last]?.y ?? 0)) return isBoundary(points[last - 1]?.y ?? 1) ? [last, last - 1] : []
  return []
}

export function traceOf(points: readonly Point[]): Trace {
  const connector = connectorOf(points)
  const strip = connector ? stripChannel(connector) : 0
  const slotted = stripPiece(points)
  const across = points.map(({ x }, index) => (isGutter(x) ? gutterChannel(x) : slotted.includes(index) ? strip : 0))
  const down = points.map(({ y }) => (isBoundary(y) ? boundaryChannel(y) : 0))
  const pieces = points.slice(1).map((end, index) => pieceOf(points[index] ?? end, end, index, across, down))
  const channels = [...new Set([...across, ...down, strip])].filter((channel) => channel !== 0)
  return { pieces, channels, strip, straight: strip !== 0 && slotted.length === 0, box: extentOf(points) }
}

function extentOf(points: readonly Point[]): Extent {
  const extent = { left: far, right: -far, top: far, bottom: -far }
  for (const { x, y } of points) {
    if (x < extent.left) extent.left = x
    if (x > extent.right) extent.right = x
    if (y < extent.top) extent.top = y
    if (y > extent.bottom) extent.bottom = y
  }
  return extent
}

const far = 1e9

function pieceOf(start: Point, end: Point, index: number, across: readonly number[], down: readonly number[]): Piece {
  const upright = start.x === end.x && start.y !== end.y
  const [along, own] = upright ? [down, across] : [across, down]
  const [a, b] = upright ? [start.y, end.y] : [start.x, end.x]
  const [lower, upper] = a < b ? [index, index + 1] : [index + 1, index]
  return {
    upright,
    at: upright ? start.x : start.y,
    from: Math.min(a, b),
    to: Math.max(a, b),
    channel: own[index] ?? 0,
    fromIn: along[lower] ?? 0,
    toIn: along[upper] ?? 0,
  }
}
