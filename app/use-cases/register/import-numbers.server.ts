import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import type { Db } from '#db/connection.ts'
import { constraintOf } from '#db/rows.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import {
  type BookSeries,
  type GivenNumber,
  insertNumbers,
  lockBook,
  raiseCounter,
  readBookFrame,
  readCounters,
  readNumbers,
} from '#db/stores/register-book.ts'
import { lockLastDate } from '#db/stores/version-life.ts'
import { civilDate, numberKey, readSerial, type Serial, startOfDay } from '#engine'
import { type LegacyRow, mostRows, type RowProblem, readLegacyList } from './legacy-list.ts'

type Input = {
  visitor: Visitor
  agencyId: string
  /** The series that the numbers belong to; it goes on after the highest. */
  seriesId: string | null
  list: string
}
export type ImportPlan = {
  rows: (LegacyRow & { serial: Serial | null })[]
  /** Of each year: where the counter stands before and after. */
  counters: { year: number; before: number; after: number }[]
  /** All of it stands in the register already, as a list that is sent twice does. */
  taken: boolean
}
const shownProblems = 50

/** What an import would do; nothing is stored. */
export async function planImport(input: Input, ports: Ports): Promise<Result<ImportPlan>> {
  const allowed = authorise(input.visitor, 'register.keep', input)
  if (!allowed.ok) return allowed
  return plan(ports.db, input, ports)
}

/**
 * Enters numbers of an earlier time as register entries without a text, all of them or none. The same list sent twice is
 * entered once.
 */
export async function importNumbers(input: Input, ports: Ports): Promise<Result<{ entered: number; year: number }>> {
  const allowed = authorise(input.visitor, 'register.keep', input)
  if (!allowed.ok) return allowed
  const { agencyId, seriesId } = input
  try {
    return await ports.db.transaction(async (tx) => {
      await lockBook(tx, agencyId)
      const planned = await plan(tx, input, ports)
      if (!planned.ok) return planned
      const { rows, taken } = planned.value
      const year = Math.max(...rows.map(yearOf))
      if (taken) return ok({ entered: 0, year })
      const counters = await raiseCounters(tx, input, planned.value)
      const zone = (await readAgency(tx, agencyId))?.timeZone ?? 'Asia/Jakarta'
      await insertNumbers(
        tx,
        rows.map((row) => decreeRow(row, { agencyId, seriesId, zone, id: ports.newId() })),
      )
      const detail = { series: seriesId, count: rows.length, years: [...new Set(rows.map(yearOf))].join(', '), counters }
      await recordAct(tx, ports, allowed.value, { agencyId, action: 'register.import', subject: seriesId ?? agencyId, detail })
      return ok({ entered: rows.length, year })
    })
  } catch (error) {
    // Somebody signed under one of these numbers at the same moment; asked again, the list says which.
    if (!['decrees_number', 'decrees_seq'].includes(constraintOf(error) ?? '')) throw error
    return refuse({ code: 'conflict', what: 'number-race' })
  }
}

async function plan(db: Db, { agencyId, seriesId, list }: Input, ports: Ports): Promise<Result<ImportPlan>> {
  const agency = await readAgency(db, agencyId)
  if (!agency) return refuse({ code: 'not-found' })
  const { series } = await readBookFrame(db, agencyId)
  const chosen = seriesId === null ? null : series.find(({ id }) => id === seriesId)
  if (chosen === undefined) return refuse({ code: 'invalid', errors: [{ path: 'series', code: 'not-an-option' }] })
  const { rows, problems } = readLegacyList(list, civilDate(ports.now(), agency.timeZone))
  if (rows.length + problems.length === 0) return refuse({ code: 'invalid', errors: [{ path: 'list', code: 'required' }] })
  if (rows.length > mostRows)
    return refuse({ code: 'invalid', errors: [{ path: 'list', code: 'too-many', params: { max: mostRows } }] })
  const placed = rows.map((row) => ({ ...row, serial: chosen ? serialOf(row, chosen) : null }))
  const given = await readNumbers(db, agencyId, [...new Set(rows.map(yearOf))])
  if (problems.length === 0 && placed.every((row) => given.some(isSame(row, seriesId)))) {
    return ok({ rows: placed, counters: [], taken: true })
  }
  const all = [...problems, ...placed.flatMap((row) => wrongPlace(row, chosen, given, placed))].sort((a, b) => a.row - b.row)
  if (all.length > 0)
    return refuse({ code: 'invalid', errors: [...all.slice(0, shownProblems).map(asInput), ...moreThan(all.length)] })
  return ok({
    rows: placed,
    counters: chosen ? countersAfter(placed, await readCounters(db, agencyId, chosen.id)) : [],
    taken: false,
  })
}

type Placed = ImportPlan['rows'][number]
const yearOf = ({ signedOn }: Pick<LegacyRow, 'signedOn'>) => Number(signedOn.slice(0, 4))

function serialOf(row: LegacyRow, { pattern }: BookSeries): Serial | null {
  const read = readSerial(pattern, row.number)
  return read && { seq: read.seq, suffix: read.suffix }
}

const isSame = (row: Placed, seriesId: string | null) => (given: GivenNumber) =>
  given.year === yearOf(row) &&
  given.numberKey === numberKey(row.number) &&
  given.origin === 'imported' &&
  given.seriesId === seriesId &&
  given.signedOn === row.signedOn &&
  given.about === row.about

function wrongPlace(
  row: Placed,
  series: BookSeries | null,
  given: readonly GivenNumber[],
  rows: readonly Placed[],
): RowProblem[] {
  const at = (code: string, params?: RowProblem['params']): RowProblem[] => [{ code, row: row.row, column: 'number', params }]
  const year = yearOf(row)
  if (given.some((one) => one.year === year && one.numberKey === numberKey(row.number))) return at('row-taken', { year })
  if (!series) return []
  const read = readSerial(series.pattern, row.number)
  if (!read || !row.serial) return at('row-serial', { pattern: series.pattern })
  if (read.year !== null && read.year !== year) return at('row-year', { year })
  const { seq, suffix } = row.serial
  const same = (other: Serial | null) => other?.seq === seq && other.suffix === suffix
  const standing = given.find(
    (one) => one.year === year && one.seriesId === series.id && one.seq === seq && one.suffix === suffix,
  )
  if (standing) return at('row-place', { number: standing.number })
  const twin = rows.find((other) => other.row < row.row && yearOf(other) === year && same(other.serial))
  // The same number in full is named as such already.
  return twin && numberKey(twin.number) !== numberKey(row.number) ? at('row-place', { number: twin.number }) : []
}

type Problems = Extract<AppRefusal, { code: 'invalid' }>['errors']
const asInput = ({ code, row, column, params }: RowProblem) => ({ path: 'list', code, params: { row, column, ...params } })
const moreThan = (count: number): Problems =>
  count > shownProblems ? [{ path: 'list', code: 'row-more', params: { count: count - shownProblems } }] : []

function countersAfter(rows: readonly Placed[], counters: ReadonlyMap<number, number>): ImportPlan['counters'] {
  return [...new Set(rows.map(yearOf))].sort().map((year) => {
    const before = counters.get(year) ?? 0
    const highest = Math.max(...rows.filter((row) => yearOf(row) === year).map(({ serial }) => serial?.seq ?? 0))
    return { year, before, after: Math.max(before, highest) }
  })
}

/** Under the lock of each counter row, so that who signs at the same time gets the number after these. */
async function raiseCounters(tx: Db, { agencyId, seriesId }: Input, { rows }: ImportPlan) {
  if (seriesId === null) return []
  for (const year of [...new Set(rows.map(yearOf))].sort()) await lockLastDate(tx, agencyId, seriesId, year)
  const counters = countersAfter(rows, await readCounters(tx, agencyId, seriesId))
  for (const { year, after } of counters) await raiseCounter(tx, agencyId, seriesId, year, after)
  return counters.map(({ year, after }) => `${year}: ${after}`)
}

function decreeRow(
  row: Placed,
  { agencyId, seriesId, zone, id }: { agencyId: string; seriesId: string | null; zone: string; id: string },
) {
  const { number, about, signedOn, effectiveOn, status, act, reason, serial, signatoryName, signatoryTitle } = row
  return {
    ...{ agencyId, id, seriesId, year: yearOf(row), seq: serial?.seq ?? null, suffix: serial?.suffix ?? '' },
    ...{ number, numberKey: numberKey(number), origin: 'imported' as const, act, about, signedOn, effectiveOn, status },
    signatory: { name: signatoryName, title: signatoryTitle, nip: null, rank: null, seat: null },
    revokedReason: reason,
    inForceAt: status === 'cancelled' ? null : new Date(startOfDay(effectiveOn, zone)),
  }
}
