import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { seriesFor } from '#app/use-cases/decrees/publication-input.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { type BookDecree, type BookSeries, readBookFrame, readBookYear, type Unnumbered } from '#db/stores/register-book.ts'
import {
  AgencyProfile,
  type BookRow,
  bookRows,
  civilDate,
  type DecreeStatus,
  decreeStatuses,
  printBlank,
  readSerial,
  type Serial,
} from '#engine'

export type BookEntry = BookDecree & { serial: Serial | null }
/** Numbers of no series of the agency. */
export const outside = '-'
export type Book = { id: string; name: string | null; rows: BookRow<BookEntry>[] }
export type BookFilter = { year: number; book: string | null; status: DecreeStatus | null; text: string }
export type RegisterBook = {
  agency: AgencyProfile
  zone: string
  now: number
  today: string
  filter: BookFilter
  years: number[]
  series: BookSeries[]
  books: Book[]
  /** Versions on their way, each with the number as it stands on the draft. */
  waiting: (Unnumbered & { number: string | null })[]
  mayKeep: boolean
  /** May look at the other pages about the agency. */
  mayManage: boolean
}

export type AskedBook = {
  visitor: Visitor
  agencyId: string
  year: string | null
  book: string | null
  status: string | null
  text: string | null
}
const longestText = 200

/** The register of an agency as a book: one year, by series, in the order of serials. What is no known filter is none. */
export async function readBook(input: AskedBook, ports: Ports): Promise<Result<RegisterBook>> {
  const { visitor, agencyId } = input
  const allowed = authorise(visitor, 'register.read', { agencyId })
  if (!allowed.ok) return allowed
  const agency = await readAgency(ports.db, agencyId)
  if (!agency) return refuse({ code: 'not-found' })
  const now = ports.now()
  const today = civilDate(now, agency.timeZone)
  const frame = await readBookFrame(ports.db, agencyId)
  const filter = filterOf(input, frame, Number(today.slice(0, 4)))
  const decrees = await readBookYear(ports.db, agencyId, filter.year)
  return ok({
    ...{ agency: AgencyProfile.parse(agency.profile), zone: agency.timeZone, now, today, filter, series: frame.series },
    years: [...new Set([...frame.years, filter.year])].sort((a, b) => b - a),
    books: booksOf(decrees, frame.series, filter),
    waiting: frame.waiting.map((version) => ({ ...version, number: blankFor(version, frame.series, today) })),
    mayKeep: can(visitor, 'register.keep', { agencyId }),
    mayManage: can(visitor, 'agency.read', { agencyId }),
  })
}

/** Without a year the running one, or the last that holds anything. */
function filterOf(input: AskedBook, { years, series }: { years: number[]; series: BookSeries[] }, thisYear: number): BookFilter {
  const asked = /^[12]\d{3}$/.test(input.year ?? '') ? Number(input.year) : null
  const known = [outside, ...series.map(({ id }) => id)]
  return {
    year: asked ?? (years.includes(thisYear) ? thisYear : (years[0] ?? thisYear)),
    book: known.find((id) => id === input.book) ?? null,
    status: decreeStatuses.find((status) => status === input.status) ?? null,
    text: (input.text ?? '').trim().slice(0, longestText),
  }
}

function booksOf(decrees: readonly BookDecree[], series: readonly BookSeries[], filter: BookFilter): Book[] {
  const placed = decrees.map((decree) => placeOf(decree, series))
  const all: Book[] = [...series.map(({ id, name }) => ({ id, name })), { id: outside, name: null }].map((book) => ({
    ...book,
    rows: bookRows(placed.filter(({ bookId }) => bookId === book.id).map(({ entry }) => entry)),
  }))
  const wanted = all.filter(({ id }) => filter.book === null || filter.book === id)
  return wanted.map((book) => ({ ...book, rows: book.rows.filter(shownBy(filter)) })).filter(({ rows }) => rows.length > 0)
}

/** A number that an office wrote by hand in the pattern of a series took that place: the series went on after it. */
function placeOf(decree: BookDecree, series: readonly BookSeries[]): { bookId: string; entry: BookEntry } {
  const own = series.filter(({ id }) => decree.seriesId === null || id === decree.seriesId)
  if (decree.seriesId !== null && decree.seq !== null) {
    return { bookId: decree.seriesId, entry: { ...decree, serial: { seq: decree.seq, suffix: decree.suffix } } }
  }
  for (const { id, pattern } of own) {
    const read = readSerial(pattern, decree.number)
    const fits = read && (read.year === null || read.year === Number(decree.signedOn.slice(0, 4)))
    if (fits) return { bookId: id, entry: { ...decree, serial: { seq: read.seq, suffix: read.suffix } } }
  }
  return { bookId: decree.seriesId ?? outside, entry: { ...decree, serial: null } }
}

function shownBy({ status, text }: BookFilter): (row: BookRow<BookEntry>) => boolean {
  const words = text.toLowerCase()
  return (row) => {
    if (row.kind === 'empty') return status === null && text === ''
    const { number, about, signatoryName, signatoryTitle, items } = row.entry
    const said = [number, about, signatoryName, signatoryTitle, ...items.map(({ title }) => title)].join('\n').toLowerCase()
    return (status === null || row.entry.status === status) && said.includes(words)
  }
}

/** By the series that its kind is likeliest to be numbered from; an SOP by its own. */
function blankFor({ kind }: Unnumbered, series: readonly BookSeries[], today: string): string | null {
  const open = seriesFor(
    series.filter(({ closed }) => !closed),
    kind,
  )
  const chosen = (kind === 'sop' ? open.find((one) => one.kind === 'sop') : undefined) ?? open[0]
  return chosen ? printBlank(chosen.pattern, today) : null
}
