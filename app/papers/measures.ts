import type { Pages, PaperLayout, PaperSize } from '#engine/papers/index.ts'

/** A page and its margins, in mm. */
export type PaperMeasures = {
  width: number
  height: number
  margins: { top: number; right: number; bottom: number; left: number }
}

const upright: Readonly<Record<PaperSize, { width: number; height: number }>> = {
  A4: { width: 210, height: 297 },
  F4: { width: 215, height: 330 },
}

export const portrait = ({ paper, margins }: Pages): PaperMeasures => ({ ...upright[paper], margins })

/** Pages of an SOP lie, with one margin all around. */
export function landscape({ paper, margin }: Pick<PaperLayout['matrix'], 'paper' | 'margin'>): PaperMeasures {
  const { width, height } = upright[paper]
  return { width: height, height: width, margins: { top: margin, right: margin, bottom: margin, left: margin } }
}
