/** All sizes are millimetres. */
export const papers = { A4: { width: 297, height: 210 }, F4: { width: 330, height: 215 } } as const
export type PaperSize = keyof typeof papers

export const text = { size: 2.65, line: 3.35, padding: 1.5 } as const
export const heading = { size: 2.5, line: 3.1, padding: 1.3 } as const
/** Labels of exits are broken at `wide`, a single word at `widest`; with more than `lines` lines they grow up to `longest`. */
export const label = { size: 2.1, line: 2.4, gap: 0.5, wide: 9, widest: 11, lines: 5, longest: 30 } as const

export const symbols = {
  capsule: { width: 11, height: 5.6 },
  box: { width: 11, height: 6.6 },
  diamond: { width: 11, height: 8 },
} as const

export const connector = { width: 5, height: 5.4, hint: 2.8, apart: 9.5 } as const

/** Tracks of gutters and boundaries, and what is kept free around them. */
export const track = { apart: 1.4, beforeFirst: 1.5, arrow: 2.9 } as const
export const gutter = { least: 1.2, beside: 1.2 } as const
/** `widestName`: as wide as a lane becomes for the longest word of its name; for one of more than `lines` lines, up to `longestName`. */
export const lane = {
  least: 18,
  widestName: 24,
  longestName: 45,
  lines: 6,
  labelStart: 5.3,
  belowStart: 0.8,
  labelEnd: 0.4,
  beside: 0.9,
} as const
export const link = { height: 3.4 } as const
/** Free below the last symbol of a row; a label there needs its own height more. */
export const below = { plain: 1.5, labelled: 1.4 } as const

export const footer = 6

/** The column of numbers where rows bear a mark below theirs. */
export const markedNumber = 13

/** Widths of the text columns, from comfortable to the least that can be read. A column without a word takes the least. */
export const textColumns = [
  { number: 8, activity: 55, requirements: 34, time: 19, output: 30, remarks: 27 },
  { number: 8, activity: 46, requirements: 29, time: 17, output: 26, remarks: 22 },
  { number: 7, activity: 36, requirements: 22, time: 15.5, output: 21, remarks: 18.5 },
] as const
