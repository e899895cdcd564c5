import { type Cell, type Sheet, soundText } from './sheet.ts'

/**
 * A sheet as CSV (RFC 4180) in UTF-8, with the mark by which Excel knows it. A CSV cannot say that a cell is text, so that
 * what a program would take for a formula gets an apostrophe before it.
 */
export function csvOf({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ header }) => header), ...rows]
  return `\uFEFF${lines.map((cells) => cells.map(field).join(',')).join('\r\n')}\r\n`
}

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return cell.date
  const text = disarmed(soundText(cell))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Programs pass over blanks and look at wide forms of the signs as well. */
const disarmed = (text: string) => (/^[\s\p{Cf}]*[=+\-@＝＋－＠\t]/u.test(text) ? `'${text}` : text)
