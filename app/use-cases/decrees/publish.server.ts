import type { Person, Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { searchWords } from '#app/use-cases/definitions/search-words.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { takeVersionStep } from '#app/use-cases/definitions/version-step.server.ts'
import type { Db } from '#db/connection.ts'
import { constraintOf } from '#db/rows.ts'
import { readSignatory } from '#db/stores/signatory.ts'
import {
  insertDecree,
  lockVersion,
  openSeries,
  readAgencyPositions,
  setShownWords,
  settleDecree,
  takeNumber,
  type VersionKey,
} from '#db/stores/version-life.ts'
import { checkDefinition, civilDate, type Definition, numberKey, printNumber } from '#engine'
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
 * in force and begins this one, so that a failure leaves neither a gap nor half a publication (P4, P5).
 */
export async function publish(input: PublishInput, ports: Ports): Promise<Result<Published>> {
  const allowed = authorise(input.visitor, 'standard.publish', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const seat = person.seats.find(
    (held) => held.agencyId === input.agencyId && held.positionId === input.positionId && held.signs && held.kind !== 'plh',
  )
  if (!seat) return refuse({ code: 'invalid', errors: [{ path: 'positionId', code: 'may-not-sign' }] })
  try {
    return await ports.db.transaction((tx) => setVersion(tx, input, person, ports))
  } catch (error) {
    if (constraintOf(error) !== 'decrees_number') throw error
    return refuse({ code: 'number-taken', number: input.number.kind === 'by-hand' ? input.number.text : '' })
  }
}

async function setVersion(tx: Db, input: PublishInput, person: Person, ports: Ports): Promise<Result<Published>> {
  const row = await lockVersion(tx, input, 'approved')
  if (!row) return refuse({ code: 'conflict', what: 'not-approved' })
  if (row.digest !== input.digest) return refuse({ code: 'conflict', what: 'changed' })
  if (row.authorId === person.id || row.updatedBy === person.id) return refuse({ code: 'own-work' })
  const definition = storedDefinition(row)
  const positions = await readAgencyPositions(tx, input.agencyId)
  const findings = checkDefinition(definition, { positions })
  const blocking = findings.filter((finding) => finding.severity !== 'warning')
  if (blocking.length > 0) return refuse({ code: 'not-ready', findings: blocking })
  const signatory = await readSignatory(tx, input.agencyId, input.positionId, person.id, new Date(ports.now()))
  const today = civilDate(ports.now(), signatory.timeZone)
  const errors = [...wrongDates(input, today), ...wrongNumber(input.number, await openSeries(tx, input.agencyId))]
  if (errors.length > 0) return refuse({ code: 'invalid', errors })

  const at = new Date(ports.now())
  const decreeId = ports.newId()
  const earlier = await lockVersion(tx, input, 'published')
  if (earlier) {
    const change = { status: 'superseded', supersededBy: row.number } as const
    await takeVersionStep(tx, earlier, { act: 'superseded', change, person }, ports)
    if (earlier.decreeId) await settleDecree(tx, input.agencyId, earlier.decreeId, 'superseded', null)
  }
  const printed = await takePrintedNumber(tx, input)
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
      signatory: signatory.recorded,
      publishedBy: person.id,
    },
    { slug: row.slug, version: row.number, digest: row.digest },
  )
  await takeVersionStep(
    tx,
    row,
    { act: 'published', note: printed.number, change: { status: 'published', publishedAt: at, decreeId }, person },
    ports,
  )
  await showPublished(tx, input, definition)
  return ok({ decreeId, number: printed.number, version: row.number })
}

const yearOf = (date: string) => Number(date.slice(0, 4))

async function takePrintedNumber(tx: Db, { agencyId, number, signedOn }: PublishInput) {
  if (number.kind === 'by-hand') return { number: number.text.trim(), origin: 'by-hand', seriesId: null, seq: null } as const
  const chosen = (await openSeries(tx, agencyId)).find(({ id }) => id === number.seriesId)
  if (!chosen) throw new Error('the series was checked in this transaction')
  const seq = await takeNumber(tx, agencyId, chosen.id, yearOf(signedOn))
  return { number: printNumber(chosen.pattern, { seq, signedOn }), origin: 'series', seriesId: chosen.id, seq } as const
}

const showPublished = (tx: Db, key: VersionKey, definition: Definition) =>
  setShownWords(tx, key, definition.identity.title, searchWords(definition))
