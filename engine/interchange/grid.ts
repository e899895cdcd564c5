import { type PastedCell, type PastedTable, pastedCell, pasteLimits } from './pasted.ts'

/** A place of the grid. `from` is the row and column where a cell that reaches over it begins. */
export type GridCell = { lines: readonly string[]; drawn: boolean; from: { row: number; column: number } }
export type Grid = { rows: readonly (readonly GridCell[])[]; columns: number; beyond: number }

/** Every row with every column: merged cells stand in each place they reach over, short rows are filled up. */
export function gridOf({ rows, beyond }: PastedTable): Grid {
  const places: GridCell[][] = rows.map(() => [])
  for (const [row, cells] of rows.entries()) {
    let column = 0
    for (const cell of cells) {
      while (places[row]?.[column] !== undefined) column += 1
      if (column >= pasteLimits.columns) break
      fill(places, cell, row, column)
      column += cell.columnSpan
    }
  }
  const columns = Math.min(pasteLimits.columns, Math.max(0, ...places.map((row) => row.length)))
  const whole = places.map((row, at) =>
    Array.from({ length: columns }, (_, column) => row[column] ?? { ...pastedCell([]), from: { row: at, column } }),
  )
  return { rows: whole, columns, beyond }
}

function fill(places: GridCell[][], { lines, drawn, rowSpan, columnSpan }: PastedCell, row: number, column: number): void {
  for (let down = row; down < Math.min(row + rowSpan, places.length); down += 1) {
    for (let right = column; right < Math.min(column + columnSpan, pasteLimits.columns); right += 1) {
      const line = places[down]
      if (line && line[right] === undefined) line[right] = { lines, drawn, from: { row, column } }
    }
  }
}

export const isEmpty = ({ lines, drawn }: GridCell): boolean => lines.length === 0 && !drawn
export const wordsOf = ({ lines }: GridCell): string => lines.join(' ')
