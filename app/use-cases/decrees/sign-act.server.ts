import type { Person, Visitor } from '#app/actor.ts'
import { type Action, authorise, signs } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { placeBetween } from '#app/use-cases/register/insert-number.server.ts'
import type { Db } from '#db/connection.ts'
import { constraintOf } from '#db/rows.ts'
import { type Effect, type Item, insertEffects, insertItems, lockDecrees } from '#db/stores/acts.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { readSeatOn, readSignatory } from '#db/stores/signatory.ts'
import { insertDecree, isNumberGiven, lockLastDate, type OpenSeries, openSeries, takeNumber } from '#db/stores/version-life.ts'
import {
  civilDate,
  type DecreeAct,
  type DecreeStatus,
  type DecreeText,
  endOfDay,
  numberKey,
  printNumber,
  startOfDay,
} from '#engine'
import { askAgain } from './asked-quarter.ts'
import { type DecreeNumber, type Kind, type PublicationDates, type Wrong, wrongDates, wrongNumber } from './publication-input.ts'
import { takeEffect } from './take-effect.server.ts'

/** What every act in the register is signed with. */
export type Signing = PublicationDates & {
  visitor: Visitor
  agencyId: string
  number: DecreeNumber
  /** The signatory's seat; theirs must allow signing and may not be a Plh's. */
  positionId: string
}
export type SignedAct = { decreeId: string; number: string; status: DecreeStatus }

/**
 * Runs what an act does in one transaction, for a person who may and who sits in a seat that signs. A number by hand that
 * stands in the register is refused; where somebody wrote the series' next number by hand at the same moment, it is seen
 * and passed over.
 */
export async function signing<T>(
  input: Signing,
  action: Action,
  run: (tx: Db, person: Person) => Promise<Result<T>>,
  ports: Ports,
): Promise<Result<T>> {
  const allowed = authorise(input.visitor, action, { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const seat = person.seats.find(
    (held) => held.agencyId === input.agencyId && held.positionId === input.positionId && signs(held),
  )
  if (!seat) return refuse({ code: 'invalid', errors: [{ path: 'positionId', code: 'may-not-sign' }] })
  for (let attempt = 1; ; attempt++) {
    try {
      return await ports.db.transaction((tx) => run(tx, person))
    } catch (error) {
      if (constraintOf(error) !== 'decrees_number') throw error
      if (input.number.kind === 'by-hand') return refuse({ code: 'number-taken', number: input.number.text.trim() })
      if (attempt === 3) return refuse({ code: 'conflict', what: 'number-race' })
    }
  }
}

export type ActToSign = {
  act: DecreeAct
  /** Of what it sets, for the series that may number it. */
  kind: Kind
  about: string
  reason: string | null
  text: DecreeText | null
  items: readonly Omit<Item, 'place'>[]
  effects: readonly Effect[]
  /** Decrees whose standing may change with it, beside those that its effects name. */
  settles: readonly string[]
}

/**
 * Signs an act: number, dates, signatory as he is, what it sets and ends, all or nothing. One whose day has come takes
 * effect at once, another waits in the register. The caller has locked the standards and versions it touches.
 */
export async function signAct(tx: Db, input: Signing, act: ActToSign, person: Person, ports: Ports): Promise<Result<SignedAct>> {
  const { agencyId, positionId } = input
  const at = new Date(ports.now())
  const signatory = await readSignatory(tx, agencyId, positionId, person.id, at)
  if (!signatory) return refuse({ code: 'invalid', errors: [{ path: 'positionId', code: 'may-not-sign' }] })
  const { timeZone } = signatory
  const today = civilDate(ports.now(), timeZone)
  const series = await openSeries(tx, agencyId)
  const errors: Wrong[] = [...wrongDates(input, today, act.act !== 'cancel'), ...wrongNumber(input.number, series, act.kind)]
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  const day = { start: new Date(startOfDay(input.signedOn, timeZone)), end: new Date(endOfDay(input.signedOn, timeZone)) }
  const seat = await readSeatOn(tx, { agencyId, positionId, personId: person.id }, day)
  if (seat === null) return refuse({ code: 'invalid', errors: [{ path: 'signedOn', code: 'no-office-then' }] })

  // Standards and versions are locked; now decrees, the counter, then the agency's log: who signs at once waits and never locks.
  await lockDecrees(tx, agencyId, [...act.settles, ...act.effects.map(({ targetId }) => targetId)])
  const last = await lastOfSeries(tx, input)
  if (last !== null && input.signedOn < last)
    return refuse({ code: 'invalid', errors: [{ path: 'signedOn', code: 'before-last-number', params: { last } }] })
  const decreeId = ports.newId()
  const given = await givenNumber(tx, input, series)
  if (!given.ok) return given
  const printed = given.value
  const status = input.effectiveOn > today ? ('upcoming' as const) : ('in-force' as const)
  await insertDecree(tx, {
    ...{ agencyId, id: decreeId, ...printed, year: yearOf(input.signedOn), numberKey: numberKey(printed.number) },
    ...{ act: act.act, about: act.about, reason: act.reason, text: act.text },
    ...{ signedOn: input.signedOn, effectiveOn: input.effectiveOn, status, inForceAt: status === 'upcoming' ? null : at },
    signatory: { ...signatory.recorded, seat },
    publishedBy: person.id,
  })
  await insertItems(
    tx,
    agencyId,
    decreeId,
    act.items.map((item, index) => ({ ...item, place: index + 1 })),
  )
  await insertEffects(tx, agencyId, decreeId, act.effects)
  await appendAudit(tx, {
    ...{ agencyId, at, personId: person.id, actor: person.name, action: `decree.${act.act}`, subject: decreeId },
    detail: {
      ...{ decree: printed.number, signedOn: input.signedOn, effectiveOn: input.effectiveOn },
      ...(printed.origin === 'inserted' ? { note: printed.numberReason } : {}),
    },
  })
  await takeEffect(tx, { agencyId, id: decreeId }, { person, waits: status === 'upcoming' }, ports)
  if (status === 'upcoming') askAgain(ports.db._.session)
  return ok({ decreeId, number: printed.number, status })
}

const yearOf = (date: string) => Number(date.slice(0, 4))

/** Numbers of a series follow the dates of their decrees (V5); one written by hand follows another office's book. */
const lastOfSeries = async (tx: Db, { agencyId, number, signedOn }: Signing) =>
  number.kind === 'series' ? lockLastDate(tx, agencyId, number.seriesId, yearOf(signedOn)) : null

/** Fields of the signing by what they are called where a number is put between two others. */
const fields: Readonly<Record<string, string>> = { series: 'number', after: 'insertedAfter', reason: 'numberReason' }

async function givenNumber(tx: Db, input: Signing, series: readonly OpenSeries[]) {
  const { agencyId, number, signedOn } = input
  if (number.kind !== 'inserted') return ok(await takePrintedNumber(tx, { agencyId, signedOn, number }, series))
  const insertion = { ...number, after: Number(number.after), class: number.class?.trim() || null, signedOn }
  const placed = await placeBetween(tx, agencyId, insertion)
  if (placed.ok) {
    const { number: printed, suffix } = placed.value
    const place = { seriesId: number.seriesId, seq: insertion.after, suffix, numberReason: number.reason.trim() }
    return ok({ number: printed, origin: 'inserted' as const, ...place })
  }
  if (placed.refusal.code !== 'invalid') return placed
  const errors = placed.refusal.errors.map((error) => ({ ...error, path: fields[error.path] ?? error.path }))
  return refuse({ code: 'invalid', errors })
}

/** A number of the series that an office wrote by hand stands in the register already, so the series goes on after it. */
type Taken = Pick<Signing, 'agencyId' | 'signedOn'> & { number: Exclude<DecreeNumber, { kind: 'inserted' }> }
async function takePrintedNumber(tx: Db, { agencyId, number, signedOn }: Taken, series: readonly OpenSeries[]) {
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
