import type { Person, Visitor } from '#app/actor.ts'
import { authorise, signs } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { isOwnWork } from '#app/use-cases/definitions/own-work.ts'
import { searchWords } from '#app/use-cases/definitions/search-words.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { takeVersionStep } from '#app/use-cases/definitions/version-step.server.ts'
import type { Db } from '#db/connection.ts'
import { constraintOf } from '#db/rows.ts'
import { readCalendar } from '#db/stores/agencies-admin.ts'
import { ruleContextFor } from '#db/stores/rule-context.ts'
import { keepSchedules } from '#db/stores/schedules.ts'
import { readSeatOn, readSignatory } from '#db/stores/signatory.ts'
import {
  insertDecree,
  isNumberGiven,
  lockLastDate,
  lockVersion,
  type OpenSeries,
  openSeries,
  readPublished,
  setShownWords,
  settleDecree,
  takeNumber,
  type VersionKey,
} from '#db/stores/version-life.ts'
import { Calendar, checkDefinition, civilDate, endOfDay, numberKey, printNumber, startOfDay } from '#engine'
import { type DecreeNumber, type PublicationDates, wrongDates, wrongNumber } from './publication-input.ts'

export type PublishInput = VersionKey &
  PublicationDates & {
    visitor: Visitor
    /** SHA-256 of the text that is signed; another text is not set (V6). */
    digest: string
    number: DecreeNumber
    /** The signatory's seat; theirs must allow signing and may not be a Plh's. */
    positionId: string
  }
export type Published = { decreeId: string; number: string; version: number }

/**
 * Sets the approved version under a decree: number, dates, signatory. One transaction takes the number, ends the version
 * in force and begins this one, so that a failure leaves neither a gap nor half a publication (P4, P5). Asked twice by the
 * same person for the same text it is done once and answers the same (V15).
 */
export async function publish(input: PublishInput, ports: Ports): Promise<Result<Published>> {
  const allowed = authorise(input.visitor, 'standard.publish', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const seat = person.seats.find(
    (held) => held.agencyId === input.agencyId && held.positionId === input.positionId && signs(held),
  )
  if (!seat) return refuse({ code: 'invalid', errors: [{ path: 'positionId', code: 'may-not-sign' }] })
  for (let attempt = 1; ; attempt++) {
    try {
      return await ports.db.transaction((tx) => setVersion(tx, input, person, ports))
    } catch (error) {
      if (constraintOf(error) !== 'decrees_number') throw error
      if (input.number.kind === 'by-hand') return refuse({ code: 'number-taken', number: input.number.text.trim() })
      // Somebody wrote the series' next number by hand at the same moment; now it is seen and passed over.
      if (attempt === 3) return refuse({ code: 'conflict', what: 'number-race' })
    }
  }
}

async function setVersion(tx: Db, input: PublishInput, person: Person, ports: Ports): Promise<Result<Published>> {
  const row = await lockVersion(tx, input, 'approved')
  if (!row) return setAlready(tx, input, person)
  if (row.digest !== input.digest) return refuse({ code: 'conflict', what: 'changed' })
  if (isOwnWork(row, person.id)) return refuse({ code: 'own-work' })
  const definition = storedDefinition(row)
  const self = { slug: input.slug, version: row.number }
  const context = await ruleContextFor(tx, input.agencyId, self, ports.now())
  const blocking = checkDefinition(definition, context).filter((finding) => finding.severity !== 'warning')
  if (blocking.length > 0) return refuse({ code: 'not-ready', findings: blocking })
  const at = new Date(ports.now())
  const signatory = await readSignatory(tx, input.agencyId, input.positionId, person.id, at)
  if (!signatory) return refuse({ code: 'invalid', errors: [{ path: 'positionId', code: 'may-not-sign' }] })
  const series = await openSeries(tx, input.agencyId)
  const errors = [
    ...wrongDates(input, civilDate(ports.now(), signatory.timeZone)),
    ...wrongNumber(input.number, series, definition.identity.kind),
  ]
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  const day = {
    start: new Date(startOfDay(input.signedOn, signatory.timeZone)),
    end: new Date(endOfDay(input.signedOn, signatory.timeZone)),
  }
  const seat = await readSeatOn(tx, { ...input, personId: person.id }, day)
  if (seat === null) return refuse({ code: 'invalid', errors: [{ path: 'signedOn', code: 'no-office-then' }] })

  // Rows of versions first, then the counter, then the agency's log: who signs at the same time waits and never locks.
  const earlier = await lockVersion(tx, input, 'published')
  const last = await lastOfSeries(tx, input)
  if (last !== null && input.signedOn < last)
    return refuse({ code: 'invalid', errors: [{ path: 'signedOn', code: 'before-last-number', params: { last } }] })
  const decreeId = ports.newId()
  const printed = await takePrintedNumber(tx, input, series)
  await insertDecree(
    tx,
    {
      agencyId: input.agencyId,
      id: decreeId,
      ...printed,
      year: yearOf(input.signedOn),
      numberKey: numberKey(printed.number),
      about: definition.decree?.about ?? definition.identity.title,
      signedOn: input.signedOn,
      effectiveOn: input.effectiveOn,
      signatory: { ...signatory.recorded, seat },
      publishedBy: person.id,
    },
    { slug: row.slug, version: row.number, digest: row.digest },
  )
  if (earlier) {
    const change = { status: 'superseded', supersededBy: row.number } as const
    await takeVersionStep(tx, earlier, { act: 'superseded', note: printed.number, change, person }, ports)
    if (earlier.decreeId) await settleDecree(tx, input.agencyId, earlier.decreeId, 'superseded', null)
  }
  const change = { status: 'published', publishedAt: at, decreeId } as const
  await takeVersionStep(tx, row, { act: 'published', note: printed.number, change, person }, ports)
  await setShownWords(tx, input, definition.identity.title, searchWords(definition))
  const calendar = Calendar.parse((await readCalendar(tx, input.agencyId))?.body)
  await keepSchedules(tx, input, { version: row.number, definition, calendar }, ports.now())
  return ok({ decreeId, number: printed.number, version: row.number })
}

/** The second click finds what the first one set. */
async function setAlready(tx: Db, input: PublishInput, person: Person): Promise<Result<Published>> {
  const standing = await readPublished(tx, input)
  const same = standing?.digest === input.digest && standing.publishedBy === person.id
  if (!standing || !same) return refuse({ code: 'conflict', what: 'not-approved' })
  return ok({ decreeId: standing.decreeId, number: standing.decree, version: standing.number })
}

const yearOf = (date: string) => Number(date.slice(0, 4))

/** Numbers of a series follow the dates of their decrees (V5); one written by hand follows another office's book. */
const lastOfSeries = async (tx: Db, { agencyId, number, signedOn }: PublishInput) =>
  number.kind === 'by-hand' ? null : lockLastDate(tx, agencyId, number.seriesId, yearOf(signedOn))

/** A number of the series that an office wrote by hand stands in the register already, so the series goes on after it. */
async function takePrintedNumber(tx: Db, { agencyId, number, signedOn }: PublishInput, series: readonly OpenSeries[]) {
  if (number.kind === 'by-hand') return { number: number.text.trim(), origin: 'by-hand', seriesId: null, seq: null } as const
  const chosen = series.find(({ id }) => id === number.seriesId)
  if (!chosen) throw new Error('the series was checked in this transaction')
  const year = yearOf(signedOn)
  for (;;) {
    const seq = await takeNumber(tx, agencyId, chosen.id, year)
    const printed = printNumber(chosen.pattern, { seq, signedOn, class: number.class?.trim() })
    if (!(await isNumberGiven(tx, agencyId, year, numberKey(printed)))) {
      return { number: printed, origin: 'series', seriesId: chosen.id, seq } as const
    }
  }
}
