import type { At, Box } from './drawing.ts'
import { element, type SvgElement } from './element.ts'
import type { SymbolShape } from './stack.ts'

/** The outline of a symbol; a capsule is rounded by half its height, or less where `round` says so. */
export function outline({ shape, x, y, width, height }: Box & { shape: SymbolShape }, round = height / 2): SvgElement {
  const box = { x: hundredths(x), y: hundredths(y), width: hundredths(width), height: hundredths(height) }
  switch (shape) {
    case 'capsule':
      return element('rect', { ...box, rx: hundredths(Math.min(round, height / 2)) })
    case 'box':
      return element('rect', box)
    case 'diamond': {
      const [middle, half] = [x + width / 2, y + height / 2]
      return closed([at(middle, y), at(x + width, half), at(middle, y + height), at(x, half)])
    }
  }
}

export type Tip = { length: number; half: number }

/** The tip of an arrow whose last piece is given. */
export function arrowHead([from, to]: readonly [At, At], { length, half }: Tip): SvgElement {
  const [across, down] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)]
  const base = at(to.x - across * length, to.y - down * length)
  return closed([to, at(base.x + down * half, base.y + across * half), at(base.x - down * half, base.y - across * half)])
}

export const lastPiece = ({ points }: { points: readonly At[] }): [At, At] => [
  points.at(-2) ?? at(0, 0),
  points.at(-1) ?? at(0, 0),
]

export const at = (x: number, y: number): At => ({ x, y })
export const path = (points: readonly At[]): SvgElement => element('path', { d: `M${points.map(pair).join('L')}` })
export const closed = (points: readonly At[]): SvgElement => element('path', { d: `M${points.map(pair).join('L')}Z` })
const pair = ({ x, y }: At): string => `${hundredths(x)} ${hundredths(y)}`

/** Rounded to hundredths of a unit. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100
