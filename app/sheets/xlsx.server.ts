import writeExcel, { type CellObject } from 'write-excel-file/node'
import { type Cell, type Sheet, soundText } from './sheet.ts'

/** The longest text that a cell of the format can hold. */
const longest = 32_767

/** A sheet as XLSX: the head stays in view, texts are texts, also after somebody edits them. */
export async function xlsxOf({ name, columns, rows }: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const head = columns.map(({ header }): CellObject => ({ ...textCell(header), fontWeight: 'bold', backgroundColor: '#e8eef2' }))
  const data = [head, ...rows.map((cells) => cells.map(cellOf))]
  const written = writeExcel(data, {
    sheet: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    dateFormat: 'dd/mm/yyyy',
  })
  return new Uint8Array(await written.toBuffer())
}

function cellOf(cell: Cell): CellObject | null {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' }
  if (typeof cell === 'object') return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, alignVertical: 'top' }
  return textCell(cell)
}

/** The format "@" keeps a text that begins like a formula a text when the cell is edited. */
const textCell = (text: string): CellObject => ({
  value: escaped(cut(soundText(text))),
  type: String,
  format: '@',
  wrap: true,
  alignVertical: 'top',
})

const cut = (text: string) => (text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`)

/** The format reads `_x000D_` in a text as a sign; so that it stays what was written, its first letter is written as a sign. */
const escaped = (text: string) => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** Names of sheets are short and lack some signs. */
const sheetName = (name: string) =>
  name
    .replaceAll(/[\\/?*[\]:']/g, ' ')
    .trim()
    .slice(0, 31) || 'Data'
