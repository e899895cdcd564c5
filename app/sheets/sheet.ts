import type { CivilDate } from '#engine'

/** A cell: text, a number to reckon with, or a civil date. Whatever a text begins with, it stays a text. */
export type Cell = string | number | { date: CivilDate } | null

/** A table of rows, as every kind of spreadsheet file is written from it. `width` is in characters. */
export type Sheet = {
  name: string
  columns: readonly { header: string; width: number }[]
  rows: readonly (readonly Cell[])[]
}

/** Text without what no spreadsheet file can hold: control characters and halves of letters. Line ends are `\n`. */
export const soundText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
    .replaceAll(/[\u{FFFE}\u{FFFF}]/gu, '')
