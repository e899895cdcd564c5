import type { Box } from '../geometry.ts'

export type HelperLine = { upright: boolean; at: number; from: number; to: number }
/** How far to shift what is held so that it stands in line, and the lines that show with what. */
export type Alongside = { dx: number; dy: number; lines: readonly HelperLine[] }

const near = 5

/** Edges and middles of the other cards draw what is held into line with them, the nearest one each way. */
export function alongside(held: Box, others: readonly Box[]): Alongside {
  const sideways = nearest(
    uprightsOf(held),
    others.map((box) => ({ box, marks: uprightsOf(box) })),
  )
  const updown = nearest(
    levelsOf(held),
    others.map((box) => ({ box, marks: levelsOf(box) })),
  )
  const at = { ...held, x: held.x + (sideways?.by ?? 0), y: held.y + (updown?.by ?? 0) }
  return {
    dx: sideways?.by ?? 0,
    dy: updown?.by ?? 0,
    lines: [
      ...(sideways ? [lineOf(true, sideways.mark, [at, sideways.box])] : []),
      ...(updown ? [lineOf(false, updown.mark, [at, updown.box])] : []),
    ],
  }
}

const uprightsOf = ({ x, width }: Box): number[] => [x, x + width / 2, x + width]
const levelsOf = ({ y, height }: Box): number[] => [y, y + height / 2, y + height]

type Near = { by: number; mark: number; box: Box }

function nearest(own: readonly number[], others: readonly { box: Box; marks: readonly number[] }[]): Near | null {
  let best: Near | null = null
  for (const { box, marks } of others) {
    for (const [index, mark] of marks.entries()) {
      const by = mark - (own[index] ?? mark)
      if (Math.abs(by) <= near && (best === null || Math.abs(by) < Math.abs(best.by))) best = { by, mark, box }
    }
  }
  return best
}

function lineOf(upright: boolean, at: number, boxes: readonly Box[]): HelperLine {
  const starts = boxes.map(({ x, y }) => (upright ? y : x))
  const ends = boxes.map(({ x, y, width, height }) => (upright ? y + height : x + width))
  return { upright, at, from: Math.min(...starts) - 8, to: Math.max(...ends) + 8 }
}
