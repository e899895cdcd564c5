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
  readBookFrame,
  readNumbers,
} from '#db/stores/register-book.ts'
import { lockLastDate } from '#db/stores/version-life.ts'
import { civilDate, needsClass, nextSuffix, numberKey, printNumber, startOfDay } from '#engine'

export type Insertion = {
  seriesId: string
  /** Stands right after this serial of the year of signing. */
  after: number
  class: string | null
  signedOn: string
  reason: string
}
type Input = Insertion & { visitor: Visitor; agencyId: string; about: string; signatoryName: string; signatoryTitle: string }
type Problems = Extract<AppRefusal, { code: 'invalid' }>['errors']

/** Enters an act on paper that was given no number in its time, under a number between two of the series. */
export async function insertNumber(input: Input, ports: Ports): Promise<Result<{ id: string; number: string; year: number }>> {
  const { agencyId } = input
  const allowed = authorise(input.visitor, 'register.keep', { agencyId })
  if (!allowed.ok) return allowed
  const agency = await readAgency(ports.db, agencyId)
  if (!agency) return refuse({ code: 'not-found' })
  if (input.signedOn > civilDate(ports.now(), agency.timeZone))
    return refuse({ code: 'invalid', errors: [{ path: 'signedOn', code: 'in-future' }] })
  try {
    return await ports.db.transaction(async (tx) => {
      await lockBook(tx, agencyId)
      const again = await enteredAlready(tx, input)
      if (again) return ok(again)
      const placed = await placeBetween(tx, agencyId, input)
      if (!placed.ok) return placed
      const { number, suffix, year } = placed.value
      const id = ports.newId()
      const { about, signedOn, seriesId, after: seq, reason, signatoryName, signatoryTitle } = input
      await insertNumbers(tx, [
        {
          ...{ agencyId, id, seriesId, year, seq, suffix, number, numberKey: numberKey(number), origin: 'inserted' },
          ...{ numberReason: reason, about, signedOn, effectiveOn: signedOn },
          signatory: { name: signatoryName, title: signatoryTitle, nip: null, rank: null, seat: null },
          inForceAt: new Date(startOfDay(signedOn, agency.timeZone)),
        },
      ])
      const detail = { decree: number, date: signedOn, note: reason }
      await recordAct(tx, ports, allowed.value, { agencyId, action: 'register.insert', subject: id, detail })
      return ok({ id, number, year })
    })
  } catch (error) {
    if (!['decrees_number', 'decrees_seq'].includes(constraintOf(error) ?? '')) throw error
    return refuse({ code: 'conflict', what: 'number-race' })
  }
}

/** A form that is sent twice enters one number. */
async function enteredAlready(tx: Db, { agencyId, seriesId, after, about, signedOn, reason }: Input) {
  const year = Number(signedOn.slice(0, 4))
  const found = (await readNumbers(tx, agencyId, [year])).find(
    (one) =>
      one.origin === 'inserted' &&
      one.seriesId === seriesId &&
      one.seq === after &&
      one.about === about &&
      one.signedOn === signedOn &&
      one.numberReason === reason,
  )
  return found ? { id: found.id, number: found.number, year } : null
}

/**
 * The number right after a serial of a series, its date between those of its neighbours. Locks the counter row, as everybody
 * does who numbers in this series and year.
 */
export async function placeBetween(
  tx: Db,
  agencyId: string,
  insertion: Insertion,
): Promise<Result<{ number: string; suffix: string; year: number }>> {
  const { seriesId, after, signedOn, class: klass } = insertion
  const year = Number(signedOn.slice(0, 4))
  const series = (await readBookFrame(tx, agencyId)).series.find(({ id, closed }) => id === seriesId && !closed)
  if (!series) return refuse({ code: 'invalid', errors: [{ path: 'series', code: 'unknown-series' }] })
  await lockLastDate(tx, agencyId, seriesId, year)
  const given = (await readNumbers(tx, agencyId, [year])).filter((one) => one.seriesId === seriesId && one.seq !== null)
  const errors = wrongPlace(series, insertion, given)
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  const suffix = nextSuffix(given.filter(({ seq }) => seq === after).map((one) => one.suffix))
  if (suffix === null) return refuse({ code: 'invalid', errors: [{ path: 'after', code: 'no-letter-left' }] })
  return ok({ number: printNumber(series.pattern, { seq: after, suffix, signedOn, class: klass ?? undefined }), suffix, year })
}

/** Dates of imported numbers run as they ran in their time, and bind nobody. */
function wrongPlace(
  series: BookSeries,
  { after, signedOn, class: klass, reason }: Insertion,
  given: readonly GivenNumber[],
): Problems {
  const dates = given.filter(({ origin }) => origin !== 'imported')
  const before = dates.filter(({ seq }) => (seq ?? 0) <= after).map((one) => one.signedOn)
  const later = dates.filter(({ seq }) => (seq ?? 0) > after).map((one) => one.signedOn)
  const from = before.sort().at(-1)
  const until = later.sort()[0]
  return [
    ...(given.some(({ seq, suffix }) => seq === after && suffix === '') ? [] : [{ path: 'after', code: 'no-such-serial' }]),
    ...(from !== undefined && signedOn < from ? [{ path: 'signedOn', code: 'before-neighbour', params: { last: from } }] : []),
    ...(until !== undefined && signedOn > until ? [{ path: 'signedOn', code: 'after-neighbour', params: { last: until } }] : []),
    ...(needsClass(series.pattern) && !klass ? [{ path: 'class', code: 'required' }] : []),
    ...(reason.trim() === '' ? [{ path: 'reason', code: 'required' }] : []),
  ]
}
