/** A cell of a table as it was copied: its lines in plain words, and how far it reaches. */
export type PastedCell = {
  lines: readonly string[]
  /** A picture or a drawn shape stood in it, such as the mark of a lane. */
  drawn: boolean
  rowSpan: number
  columnSpan: number
}
export type PastedRow = readonly PastedCell[]
/** `beyond`: so many rows came after those that were read. */
export type PastedTable = { rows: readonly PastedRow[]; beyond: number }

/** What is read of one paste; a flow has room for fewer steps, and a step takes a few rows at most. */
export const pasteLimits = { characters: 20_000_000, rows: 2_000, columns: 60, lines: 200 } as const

export const pastedCell = (lines: readonly string[], cell: Partial<PastedCell> = {}): PastedCell => ({
  lines,
  drawn: false,
  rowSpan: 1,
  columnSpan: 1,
  ...cell,
})
