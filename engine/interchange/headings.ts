import type { DurationUnit } from '../definition/duration.ts'
import { type Grid, type GridCell, isEmpty, wordsOf } from './grid.ts'

/** What a column of a table of steps holds. A `mark` column is a lane of its own; a mark in it says who acts. */
export type ColumnRole = 'number' | 'activity' | 'lane' | 'mark' | 'requirements' | 'time' | 'output' | 'remark' | 'ignored'
export type Column = { role: ColumnRole; heading: string; unit?: DurationUnit }
/** `first` is the row where the steps begin. */
export type Headings = { columns: readonly Column[]; first: number }

type HeadingRole = Exclude<ColumnRole, 'mark' | 'ignored'> | 'group'
const known: readonly (readonly [HeadingRole, RegExp])[] = [
  ['number', /^(?:no|nomor|no urut|nr|urutan|number)$/],
  [
    'activity',
    /^(?:nama |uraian |rincian )?(?:kegiatan|aktivitas|aktifitas|uraian|langkah(?: langkah)?|tahap(?:an)?|prosedur|proses|mekanisme|activity|activities|steps?)(?: (?:kegiatan|prosedur|aktivitas|tugas|kerja|pelayanan|pelaksanaan))?$/,
  ],
  [
    'lane',
    /^(?:unit |nama )?(?:pelaksana|aktor|petugas|pelaku|jabatan|penanggung jawab|pic|performer|actor|role)(?: kegiatan)?$/,
  ],
  ['group', /^(?:mutu (?:baku|buku)|baku mutu|standar mutu|pendukung)$/],
  [
    'requirements',
    /^(?:kelengkapan|persyaratan|perlengkapan|syarat|input|bahan|requirements?)(?: (?:dan )?(?:perlengkapan|kelengkapan|persyaratan|dokumen|berkas|alat))?$/,
  ],
  [
    'time',
    /^(?:waktu|durasi|lama|jangka waktu|norma waktu|time|duration)(?: (?:penyelesaian|proses|pelaksanaan|kegiatan|maksimal|menit|minutes|jam|hours|hari|days|kerja))*$/,
  ],
  ['output', /^(?:output|keluaran|hasil|produk)(?: (?:kegiatan|pelayanan|layanan|output))?$/],
  ['remark', /^(?:keterangan|ket|catatan|remarks?|notes?)$/],
]
const units: readonly (readonly [RegExp, DurationUnit])[] = [
  [/\b(?:menit|minutes?)\b/, 'minute'],
  [/\b(?:jam|hours?)\b/, 'hour'],
  [/\bhari kerja\b/, 'workingDay'],
  [/\b(?:hari|days?)\b/, 'calendarDay'],
]

/** Headings are short; a sentence that begins with such a word is a step. */
const longestHeading = 60

export function headingRole(words: string): HeadingRole | null {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain === '' || plain.length > longestHeading) return null
  return known.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** Which column holds what, by the headings above them; by what stands in them where there are none. */
export function readHeadings(grid: Grid): Headings {
  const top = grid.rows.slice(0, 12).findIndex(isHeadingRow)
  if (top < 0) return { columns: withoutHeadings(grid), first: 0 }
  let end = top + 1
  while (end < Math.min(top + 3, grid.rows.length) && continuesHeading(grid, top, end)) end += 1
  const columns = Array.from({ length: grid.columns }, (_, column) => columnOf(grid, top, end, column))
  const first = isColumnNumbers(grid.rows[end] ?? []) ? end + 1 : end
  return { columns: withMarks(columns), first }
}

export function isHeadingRow(row: readonly GridCell[]): boolean {
  const roles = new Set(row.map((cell) => headingRole(wordsOf(cell))).filter((role) => role !== null))
  return roles.size >= 2 && (roles.has('activity') || roles.has('lane') || roles.has('group'))
}

/** The second row of a heading: nothing new under what the first one names, something where it only groups. */
function continuesHeading(grid: Grid, top: number, at: number): boolean {
  const row = grid.rows[at] ?? []
  const named = (grid.rows[top] ?? []).flatMap((cell, column) => {
    const role = headingRole(wordsOf(cell))
    return role === 'activity' || role === 'number' ? [column] : []
  })
  const open = named.every((column) => {
    const under = row[column]
    return under === undefined || under.from.row <= top || isEmpty(under)
  })
  return open && named.length > 0 && row.some((cell) => !isEmpty(cell) && cell.from.row === at)
}

function columnOf(grid: Grid, top: number, end: number, column: number): Column {
  const cells = grid.rows.slice(top, end).map((row) => row[column])
  const leaf = cells.findLast((cell) => cell !== undefined && !isEmpty(cell))
  const heading = leaf ? wordsOf(leaf) : ''
  const role = headingRole(heading)
  const group = groupAbove(grid, top, end, column)
  if (group === 'lane' && heading !== '' && (leaf?.from.row ?? top) > top) return { role: 'mark', heading }
  if (role === null || role === 'group') return { role: 'ignored', heading }
  const unit = role === 'time' ? units.find(([name]) => name.test(heading.toLowerCase()))?.[1] : undefined
  return { role, heading, ...(unit ? { unit } : {}) }
}

/** What stands over a column in the first row of the heading; plain text has no merged cells, so to the left of it. */
function groupAbove(grid: Grid, top: number, end: number, column: number): HeadingRole | null {
  const row = grid.rows[top] ?? []
  if (end - top < 2) return null
  for (let at = column; at >= 0; at -= 1) {
    const cell = row[at]
    if (cell && !isEmpty(cell)) return headingRole(wordsOf(cell))
  }
  return null
}

const anyLane = /^(?:pelaksana|aktor|pelaku|pic|penanggung jawab|performer|actor)$/i

/** Columns between the activity and what it needs that no word is known for: the lanes of a matrix without a heading above. */
function withMarks(columns: readonly Column[]): Column[] {
  const activity = columns.findIndex(({ role }) => role === 'activity')
  const quality = columns.findIndex(({ role }) => role === 'requirements' || role === 'time' || role === 'output')
  const between = (at: number) => activity >= 0 && at > activity && at < quality
  const unknown = columns.some(({ role, heading }, at) => role === 'ignored' && heading !== '' && between(at))
  if (!unknown || columns.some(({ role, heading }) => role === 'mark' || (role === 'lane' && anyLane.test(heading))))
    return [...columns]
  return columns.map((column, at) =>
    (column.role === 'ignored' || column.role === 'lane') && column.heading !== '' && between(at)
      ? { role: 'mark', heading: column.heading }
      : column,
  )
}

/** A row of column numbers: (1) (2) (3). */
export function isColumnNumbers(row: readonly GridCell[]): boolean {
  const numbers = row.map(wordsOf).filter((words) => words !== '')
  return numbers.length >= 3 && numbers.every((words, index) => words.replace(/[().]/g, '') === String(index + 1))
}

const ownOrder: readonly ColumnRole[] = ['activity', 'lane', 'requirements', 'time', 'output', 'remark']

/** The order of our own table, after a column of numbers if there is one. */
function withoutHeadings(grid: Grid): Column[] {
  const numbered = grid.columns > 1 && grid.rows.every(([first]) => first && /^\(?\d{0,3}[.)]?$/.test(wordsOf(first)))
  const roles: readonly ColumnRole[] = numbered ? ['number', ...ownOrder] : ownOrder
  return Array.from({ length: grid.columns }, (_, column) => ({ role: roles[column] ?? 'ignored', heading: '' }))
}
