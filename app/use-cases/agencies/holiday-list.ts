import { type Calendar, Holiday } from '#engine'

export type LineProblem = { code: string; line: number }
export type HolidayLines = { holidays: readonly Holiday[]; problems: readonly LineProblem[] }

const kinds: Readonly<Record<string, Holiday['kind']>> = {
  ...{ ln: 'national', 'libur nasional': 'national', 'national holiday': 'national', national: 'national' },
  ...{ cb: 'jointLeave', 'cuti bersama': 'jointLeave', 'collective leave': 'jointLeave', jointleave: 'jointLeave' },
  ...{ ls: 'local', 'libur setempat': 'local', 'local holiday': 'local', local: 'local' },
}

/**
 * A year's list as it is pasted: date, name, kind, source, one day a line, between tabs, semicolons or commas; a heading
 * line is passed over. Every line that cannot be read is named, counted from 1.
 */
export function readHolidayLines(text: string): HolidayLines {
  const holidays: Holiday[] = []
  const problems: LineProblem[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const cells = cellsOf(line)
    if (cells.every((cell) => cell === '') || isHeading(cells, index)) continue
    const read = readLine(cells, holidays)
    if (typeof read === 'string') problems.push({ code: read, line: index + 1 })
    else holidays.push(read)
  }
  return { holidays, problems }
}

function readLine(
  [day = '', name = '', kindWords = '', source = '', ...more]: string[],
  before: readonly Holiday[],
): Holiday | string {
  const kind = kinds[kindWords.toLowerCase()]
  const date = isoDate(day)
  if (more.length > 0 || name === '' || kindWords === '') return 'line-columns'
  if (!Holiday.shape.date.safeParse(date).success) return 'line-date'
  if (kind === undefined) return 'line-kind'
  const holiday = Holiday.safeParse({ date, name, kind, source: source || undefined })
  if (!holiday.success) return 'line-too-long'
  return before.some((other) => other.date === date && other.name === name) ? 'line-twice' : holiday.data
}

const isHeading = ([first = '']: readonly string[], index: number) =>
  index === 0 && ['tanggal', 'date'].includes(first.toLowerCase())

/** Tabs before semicolons before commas, so that names may hold what does not divide; quotes around a cell go. */
function cellsOf(line: string): string[] {
  const divider = ['\t', ';'].find((mark) => line.includes(mark)) ?? ','
  const cells =
    divider === ','
      ? (line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []).map((cell) => cell.replace(/,$/, ''))
      : line.split(divider)
  const trimmed = cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      .trim(),
  )
  while (trimmed.length > 1 && trimmed.at(-1) === '') trimmed.pop()
  return trimmed
}

/** `2026-12-25`, or as clerks write it `25/12/2026`. */
function isoDate(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

export type HolidayChange = { added: Holiday[]; removed: Holiday[]; holidays: Holiday[] }

/**
 * What a list changes: of its years every national day and collective leave is replaced, local days stay and are added to.
 */
export function holidayChange({ holidays }: Pick<Calendar, 'holidays'>, list: readonly Holiday[]): HolidayChange {
  const years = new Set(list.map(({ date }) => date.slice(0, 4)))
  const same = (a: Holiday) => (b: Holiday) =>
    a.date === b.date && a.name === b.name && a.kind === b.kind && (a.source ?? '') === (b.source ?? '')
  const removed = holidays.filter((day) => day.kind !== 'local' && years.has(day.date.slice(0, 4)) && !list.some(same(day)))
  const added = list.filter((day) => !holidays.some(same(day)))
  const left = holidays.filter((day) => !removed.includes(day))
  return { added, removed, holidays: [...left, ...added].sort((a, b) => a.date.localeCompare(b.date)) }
}
