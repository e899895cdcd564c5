import { tidyLine } from './html-table.ts'
import { type PastedCell, type PastedTable, pastedCell, pasteLimits } from './pasted.ts'

const longestCell = 20_000

/**
 * A table as plain text: cells parted by tabs, a cell with line breaks in quotation marks. A mark that is never closed is
 * words. Text without tabs is a table of one column.
 */
export function tabbedTable(text: string): PastedTable {
  const rows: PastedCell[][] = []
  let at = 0
  while (at < text.length && rows.length < pasteLimits.rows) {
    const row: PastedCell[] = []
    for (let more = true; more; ) {
      const { value, end } = cellAt(text, at)
      if (row.length < pasteLimits.columns) row.push(cellOf(value))
      more = text[end] === '\t'
      at = more ? end + 1 : text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
    }
    rows.push(row)
  }
  const rest = text.slice(at)
  return { rows, beyond: rest.trim() === '' ? 0 : rest.trimEnd().split('\n').length }
}

const bare = /[^\t\r\n]*/y

function cellAt(text: string, at: number): { value: string; end: number } {
  const closing = text[at] === '"' ? closingQuote(text, at) : -1
  if (closing > 0) return { value: text.slice(at + 1, closing).replaceAll('""', '"'), end: closing + 1 }
  bare.lastIndex = at
  return { value: bare.exec(text)?.[0] ?? '', end: bare.lastIndex }
}

/** The mark that closes a cell opened at `at`: one that stands before the next cell or row. */
function closingQuote(text: string, at: number): number {
  const furthest = at + longestCell
  for (let mark = text.indexOf('"', at + 1); mark > 0 && mark < furthest; mark = text.indexOf('"', mark + 1)) {
    if (text[mark + 1] === '"') mark += 1
    else return mark + 1 === text.length || /[\t\r\n]/.test(text[mark + 1] ?? '') ? mark : -1
  }
  return -1
}

const cellOf = (value: string): PastedCell =>
  pastedCell(
    value
      .split(/\r\n|\r|\n|\v/)
      .slice(0, pasteLimits.lines)
      .map(tidyLine)
      .filter((line) => line !== ''),
  )
