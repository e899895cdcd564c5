import { type Grid, gridOf } from './grid.ts'
import { type Headings, isHeadingRow, readHeadings } from './headings.ts'
import { htmlTables } from './html-table.ts'
import { type PastedTable, pasteLimits } from './pasted.ts'
import { type ReadSteps, readSteps } from './steps.ts'
import { tabbedTable } from './tabbed-text.ts'

/** What a clipboard gives: the same thing as HTML and as text, either of which may be missing. */
export type Clipboard = { html: string; text: string }
export type Pasted = ReadSteps & {
  grid: Grid
  headings: Headings
  /** So many rows came after what could be read. */
  beyond: number
}
export type PasteRefusal = { code: 'nothing' } | { code: 'too-large'; characters: number; max: number }

/** A table of steps from the clipboard; `columns` are what the author says they are. */
export function readPaste(clipboard: Clipboard): { ok: true; pasted: Pasted } | { ok: false; refusal: PasteRefusal } {
  const { characters: max } = pasteLimits
  const html = clipboard.html.length <= max ? clipboard.html : ''
  const text = clipboard.text.length <= max ? clipboard.text : ''
  if (html === '' && text === '') {
    const characters = Math.max(clipboard.html.length, clipboard.text.length)
    return { ok: false, refusal: characters > max ? { code: 'too-large', characters, max } : { code: 'nothing' } }
  }
  const grid = bestGrid(htmlTables(html)) ?? gridOf(tabbedTable(text))
  const pasted = readGrid(grid, readHeadings(grid))
  return pasted.steps.length === 0 ? { ok: false, refusal: { code: 'nothing' } } : { ok: true, pasted }
}

/** The same grid read again after the author said otherwise of its columns. */
export const readGrid = (grid: Grid, headings: Headings): Pasted => ({
  ...readSteps(grid, headings),
  grid,
  headings,
  beyond: grid.beyond,
})

/** The table with headings of steps, or the largest; what follows it in as many columns is the same table on the next page. */
function bestGrid(tables: readonly PastedTable[]): Grid | null {
  const grids = tables.map(gridOf)
  const headed = grids.findIndex((grid) => grid.rows.slice(0, 12).some(isHeadingRow))
  const largest = grids.reduce((best, grid, at) => (size(grid) > size(grids[best]) ? at : best), 0)
  const at = headed >= 0 ? headed : largest
  const first = tables[at]
  if (first === undefined) return null
  const columns = grids[at]?.columns
  let end = at + 1
  while (grids[end]?.columns === columns) end += 1
  const pages = tables.slice(at, end)
  return gridOf({ rows: pages.flatMap(({ rows }) => rows), beyond: pages.reduce((total, { beyond }) => total + beyond, 0) })
}

const size = (grid: Grid | undefined): number => (grid ? grid.rows.length * grid.columns : 0)
