import type { At, Box, DrawnArrow } from '#engine/papers/matrix/drawing.ts'

/** How near counts as touching. */
export const close = 0.02

export type Piece = readonly [At, At]

export const pieces = (points: readonly At[]): Piece[] =>
  points.slice(1).flatMap((end, index) => (points[index] ? [[points[index], end] as Piece] : []))
export const same = (a: number, b: number): boolean => Math.abs(a - b) < close

export function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]))
}

export const crossed = (one: DrawnArrow, other: DrawnArrow): [Piece, Piece][] =>
  pieces(one.points).flatMap((a) => pieces(other.points).map((b): [Piece, Piece] => [a, b]))

type Lines = Pick<DrawnArrow, 'target' | 'exit' | 'points'>

/** Places where two lines cross that have neither target nor exit in common; lines that run together cross as one. */
export function crossingsOf(lines: readonly Lines[]): At[] {
  const found = new Map<string, At>()
  for (const [one, other] of pairs(lines)) {
    if (one.target === other.target || one.exit === other.exit) continue
    for (const a of pieces(one.points)) {
      for (const b of pieces(other.points)) {
        const at = crossing(a, b)
        if (at) found.set(`${at.x.toFixed(1)} ${at.y.toFixed(1)}`, at)
      }
    }
  }
  return [...found.values()]
}

function crossing(a: Piece, b: Piece): At | null {
  if (upright(a) === upright(b)) return null
  const [standing, lying] = upright(a) ? [a, b] : [b, a]
  const [{ x }, { y }] = [standing[0], lying[0]]
  const inside = (at: number, from: number, to: number) => at > Math.min(from, to) + close && at < Math.max(from, to) - close
  return inside(x, lying[0].x, lying[1].x) && inside(y, standing[0].y, standing[1].y) ? { x, y } : null
}

export const bendsOf = (lines: readonly Pick<DrawnArrow, 'points'>[]): number =>
  lines.reduce((sum, { points }) => sum + Math.max(0, points.length - 2), 0)

const span = (a: number, b: number): [number, number] => [Math.min(a, b), Math.max(a, b)]
const upright = ([a, b]: Piece): boolean => same(a.x, b.x)

/** Two pieces that share a stretch, or of which one ends on the other: all but a crossing at right angles. */
export function meet(a: Piece, b: Piece): boolean {
  if (upright(a) === upright(b)) {
    const [line, along] = upright(a) ? (['x', 'y'] as const) : (['y', 'x'] as const)
    if (!same(a[0][line], b[0][line])) return false
    const [[from, to], [start, end]] = [span(a[0][along], a[1][along]), span(b[0][along], b[1][along])]
    return Math.min(to, end) - Math.max(from, start) > -close
  }
  const [standing, lying] = upright(a) ? [a, b] : [b, a]
  const [left, right] = span(lying[0].x, lying[1].x)
  const [top, bottom] = span(standing[0].y, standing[1].y)
  const { x } = standing[0]
  const { y } = lying[0]
  const touching = x > left - close && x < right + close && y > top - close && y < bottom + close
  const crossing = x > left + close && x < right - close && y > top + close && y < bottom - close
  return touching && !crossing
}

export function runsThrough([a, b]: Piece, { x, y, width, height }: Box): boolean {
  const [[left, right], [top, bottom]] = [span(a.x, b.x), span(a.y, b.y)]
  return right > x + close && left < x + width - close && bottom > y + close && top < y + height - close
}

/** A diamond leaves the corners of its box free. */
export function overlap(a: Box, b: Box): boolean {
  if (!boxesOverlap(a, b)) return false
  return [a, b].every((own, index) => !('shape' in own && own.shape === 'diamond') || reaches(index === 0 ? b : a, own))
}

/** Whether a box reaches into the diamond drawn in another. */
function reaches({ x, y, width, height }: Box, diamond: Box): boolean {
  const [middleX, middleY] = [diamond.x + diamond.width / 2, diamond.y + diamond.height / 2]
  const nearest = (from: number, to: number, at: number) => Math.abs(at - Math.min(Math.max(at, from), to))
  const across = nearest(x, x + width, middleX) / (diamond.width / 2)
  return across + nearest(y, y + height, middleY) / (diamond.height / 2) < 1
}

const boxesOverlap = (a: Box, b: Box): boolean =>
  a.x + a.width > b.x + close && b.x + b.width > a.x + close && a.y + a.height > b.y + close && b.y + b.height > a.y + close
