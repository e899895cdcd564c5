import { attributeOf, type HtmlToken, htmlTokens } from './html-tokens.ts'
import { type PastedCell, type PastedRow, type PastedTable, pasteLimits } from './pasted.ts'

/** What begins a line of its own. */
const blocks = new Set(['p', 'div', 'li', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'ul', 'ol', 'dt', 'dd', 'blockquote'])
/** What is seen without being words. */
const pictures = new Set(['img', 'svg', 'object', 'canvas', 'v:shape', 'v:rect', 'v:roundrect', 'v:oval', 'v:imagedata'])

/**
 * The tables of HTML as spreadsheets and word processors put it on the clipboard. A table inside a cell is words of that
 * cell. Rows past the limit are counted, not read.
 */
export function htmlTables(html: string): PastedTable[] {
  const tables: PastedTable[] = []
  const reader = new TableReader(tables)
  let read = 0
  for (const token of htmlTokens(html)) {
    reader.take(token)
    if (token.kind === 'open' && token.name === 'tr') read += 1
    if (read > pasteLimits.rows) break
  }
  reader.end()
  const whole = read > pasteLimits.rows ? (html.match(/<tr[\s>]/gi)?.length ?? 0) : read
  const last = tables.at(-1)
  if (last && whole > pasteLimits.rows) tables[tables.length - 1] = { ...last, beyond: whole - pasteLimits.rows }
  return tables
}

type OpenCell = { lines: string[]; line: string; drawn: boolean; rowSpan: number; columnSpan: number }

/** Where the reading stands: how deep in tables, and what row and cell are open in the outermost. */
class TableReader {
  private depth = 0
  private rows: PastedRow[] = []
  private row: PastedCell[] | null = null
  private cell: OpenCell | null = null

  constructor(private readonly tables: PastedTable[]) {}

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.words(token.text)
    else if (token.name === 'table') this.table(token.kind === 'open')
    else if (this.depth === 1 && token.name === 'tr') {
      this.closeRow()
      if (token.kind === 'open') this.row = []
    } else if (this.depth === 1 && (token.name === 'td' || token.name === 'th')) {
      this.closeCell()
      if (token.kind === 'open') this.openCell(token.attributes)
    } else this.inside(token)
  }

  end(): void {
    this.depth = Math.min(this.depth, 1)
    if (this.depth === 1) this.closeTable()
  }

  private table(opens: boolean): void {
    if (opens) this.openTable()
    else this.closeTable()
  }

  private openTable(): void {
    this.depth += 1
    if (this.depth > 1) this.breakLine()
  }

  private closeTable(): void {
    if (this.depth === 1) {
      this.closeRow()
      if (this.rows.length > 0) this.tables.push({ rows: this.rows, beyond: 0 })
      this.rows = []
    }
    this.depth = Math.max(0, this.depth - 1)
  }

  private openCell(attributes: string): void {
    this.row ??= []
    const reach = (name: string) =>
      Math.max(1, Math.min(pasteLimits.rows, Math.trunc(Number(attributeOf(attributes, name))) || 1))
    this.cell = { lines: [], line: '', drawn: false, rowSpan: reach('rowspan'), columnSpan: Math.min(reach('colspan'), 60) }
  }

  private inside(token: Exclude<HtmlToken, { kind: 'text' }>): void {
    if (this.cell === null) return
    if (pictures.has(token.name)) this.cell.drawn = true
    if (blocks.has(token.name)) this.breakLine()
    // Cells of a table within a cell are words apart.
    else if (token.name === 'td' || token.name === 'th') this.words(' ')
  }

  private words(text: string): void {
    if (this.cell) this.cell.line += text
  }

  private breakLine(): void {
    if (this.cell === null) return
    const line = tidyLine(this.cell.line)
    this.cell.line = ''
    if (line !== '' && this.cell.lines.length < pasteLimits.lines) this.cell.lines.push(line)
  }

  private closeCell(): void {
    this.breakLine()
    if (this.cell && this.row && this.row.length < pasteLimits.columns) {
      const { lines, drawn, rowSpan, columnSpan } = this.cell
      this.row.push({ lines, drawn, rowSpan, columnSpan })
    }
    this.cell = null
  }

  private closeRow(): void {
    this.closeCell()
    if (this.row && this.rows.length < pasteLimits.rows) this.rows.push(this.row)
    this.row = null
  }
}

/** A line without what no reader sees. */
export const tidyLine = (line: string): string =>
  line
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
