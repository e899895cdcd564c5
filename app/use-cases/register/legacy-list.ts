import { readTable } from '#app/sheets/read-table.ts'
import { type DecreeAct, type DecreeStatus, numberKey } from '#engine'
import { isPrintable } from '#engine/definition/printable.ts'
import { isCivilDate } from '#engine/form/civil-values.ts'
import { type LegacyColumn, legacyColumns } from './legacy-columns.ts'

export type LegacyRow = {
  /** Line of the table, from 1, by which a clerk finds it. */
  row: number
  number: string
  signedOn: string
  effectiveOn: string
  about: string
  signatoryName: string
  signatoryTitle: string
  status: Exclude<DecreeStatus, 'upcoming'>
  act: DecreeAct
  reason: string | null
}
/** What is wrong with one cell. */
export type RowProblem = { code: string; row: number; column: LegacyColumn; params?: Readonly<Record<string, string | number>> }

export const mostRows = 1000
const longest: Readonly<Record<LegacyColumn, number>> = {
  ...{ number: 120, signedOn: 40, about: 500, name: 200, office: 200, status: 40, act: 40, effectiveOn: 40, reason: 500 },
}
const needed: readonly LegacyColumn[] = ['number', 'signedOn', 'about', 'name']

/** Headings by which people name the columns, in either language. */
const headings: Readonly<Record<string, LegacyColumn>> = {
  ...{ nomor: 'number', 'no. sk': 'number', 'nomor sk': 'number', number: 'number' },
  ...{ tanggal: 'signedOn', ditetapkan: 'signedOn', 'tanggal penetapan': 'signedOn', date: 'signedOn', 'set on': 'signedOn' },
  ...{ tentang: 'about', perihal: 'about', about: 'about' },
  ...{ pejabat: 'name', 'penanda tangan': 'name', 'nama pejabat': 'name', signatory: 'name' },
  ...{ jabatan: 'office', office: 'office' },
  status: 'status',
  ...{ jenis: 'act', 'jenis tindakan': 'act', kind: 'act', 'kind of act': 'act' },
  ...{ berlaku: 'effectiveOn', 'tanggal berlaku': 'effectiveOn', 'berlaku sejak': 'effectiveOn', 'in force from': 'effectiveOn' },
  ...{ keterangan: 'reason', alasan: 'reason', remarks: 'reason', reason: 'reason' },
}
const statuses: Readonly<Record<string, LegacyRow['status']>> = {
  ...{ '': 'in-force', berlaku: 'in-force', 'in force': 'in-force' },
  ...{
    diganti: 'superseded',
    replaced: 'superseded',
    dicabut: 'revoked',
    revoked: 'revoked',
    batal: 'cancelled',
    cancelled: 'cancelled',
  },
}
const acts: Readonly<Record<string, DecreeAct>> = {
  ...{ '': 'set', penetapan: 'set', setting: 'set', perubahan: 'amend', amendment: 'amend' },
  ...{ pencabutan: 'revoke', revocation: 'revoke', pembatalan: 'cancel', cancellation: 'cancel' },
}

/**
 * Numbers of an earlier time as a table: with a heading its columns stand in any order, without one in that of
 * `legacyColumns`. Every cell that cannot be taken is named; then nothing is.
 */
export function readLegacyList(text: string, today: string): { rows: LegacyRow[]; problems: RowProblem[] } {
  const table = readTable(text)
  const begin = table.findIndex((cells) => cells.some((cell) => cell !== ''))
  const heading = headingOf(table[begin] ?? [])
  const columns = heading ?? legacyColumns
  const rows: LegacyRow[] = []
  const problems: RowProblem[] = []
  for (const [index, cells] of table.entries()) {
    if (index < begin + (heading ? 1 : 0) || cells.every((cell) => cell === '')) continue
    const read = readRow(cells, columns, index + 1, today)
    problems.push(...read.problems)
    if (read.row) rows.push(read.row)
  }
  return { rows, problems: [...problems, ...twice(rows)].sort((a, b) => a.row - b.row) }
}

/** Nothing that every object has: a cell may say "constructor". */
const own = <T>(words: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(words, word) ? words[word] : undefined

/** Columns that nobody knows are passed over: a book has more than is asked for here. */
function headingOf(cells: readonly string[]): (LegacyColumn | null)[] | null {
  const named = cells.map((cell) => own(headings, cell.toLowerCase().replaceAll(/\s+/g, ' ')) ?? null)
  return named.includes('number') && named.includes('signedOn') ? named : null
}

function readRow(cells: readonly string[], columns: readonly (LegacyColumn | null)[], row: number, today: string) {
  const text = (column: LegacyColumn) => (cells[columns.indexOf(column)] ?? '').replaceAll(/\s+/g, ' ')
  const problems: RowProblem[] = []
  const wrong = (column: LegacyColumn, code: string, params?: RowProblem['params']) =>
    problems.push({ code, row, column, params })
  for (const column of legacyColumns) {
    if (needed.includes(column) && text(column) === '') wrong(column, 'row-required')
    else if (text(column).length > longest[column]) wrong(column, 'row-too-long', { max: longest[column] })
    else if (!isPrintable(text(column))) wrong(column, 'row-letter')
  }
  const signedOn = dateOf(text('signedOn'))
  const effectiveOn = text('effectiveOn') === '' ? signedOn : dateOf(text('effectiveOn'))
  if (text('signedOn') !== '' && !isDay(signedOn)) wrong('signedOn', 'row-date')
  else if (signedOn > today) wrong('signedOn', 'row-future')
  if (text('effectiveOn') !== '' && !isDay(effectiveOn)) wrong('effectiveOn', 'row-date')
  else if (text('effectiveOn') !== '' && effectiveOn > today) wrong('effectiveOn', 'row-future')
  const status = own(statuses, text('status').toLowerCase())
  const act = own(acts, text('act').toLowerCase())
  if (!status) wrong('status', 'row-option', { options: 'berlaku, diganti, dicabut, batal' })
  if (!act) wrong('act', 'row-option', { options: 'penetapan, perubahan, pencabutan, pembatalan' })
  const reason = text('reason') || null
  if (status === 'cancelled' && !reason) wrong('reason', 'row-reason')
  if (problems.length > 0 || !status || !act) return { row: null, problems }
  const [number, about, signatoryName, signatoryTitle] = [text('number'), text('about'), text('name'), text('office')]
  return { row: { row, number, signedOn, effectiveOn, about, signatoryName, signatoryTitle, status, act, reason }, problems }
}

/** No register of the republic is older. */
const isDay = (text: string) => isCivilDate(text) && text >= '1945-08-17'

function twice(rows: readonly LegacyRow[]): RowProblem[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ row, number, signedOn }): RowProblem[] => {
    const key = `${signedOn.slice(0, 4)} ${numberKey(number)}`
    const other = first.get(key)
    if (other === undefined) first.set(key, row)
    return other === undefined ? [] : [{ code: 'row-twice', row, column: 'number', params: { other } }]
  })
}

const months: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['januari', 'january', 'jan'],
    ['februari', 'february', 'feb'],
    ['maret', 'march', 'mar'],
    ['april', 'apr'],
    ['mei', 'may'],
    ['juni', 'june', 'jun'],
    ['juli', 'july', 'jul'],
    ['agustus', 'august', 'agu', 'aug'],
    ['september', 'sep'],
    ['oktober', 'october', 'okt', 'oct'],
    ['november', 'nov'],
    ['desember', 'december', 'des', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, String(index + 1).padStart(2, '0')])),
)

/** `2023-09-18`, or as clerks write it: `18/9/2023`, `18 September 2023`. What is no date stays as it is. */
function dateOf(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})(?:[-/.]|\s+)(\d{1,2}|[A-Za-z]+)(?:[-/.]|\s+)(\d{4})$/.exec(text) ?? []
  const number = /^\d/.test(month) ? month.padStart(2, '0') : own(months, month.toLowerCase())
  return year === '' || number === undefined ? text : `${year}-${number}-${day.padStart(2, '0')}`
}
