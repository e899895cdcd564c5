import type { Person, Visitor } from '#app/actor.ts'
import { authorise, signs } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { isOwnWork } from '#app/use-cases/definitions/own-work.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { takeVersionStep } from '#app/use-cases/definitions/version-step.server.ts'
import type { Db } from '#db/connection.ts'
import { findErratum, insertErratum, insertItems, lockDecrees, lockStandards, readActs, readPlace } from '#db/stores/acts.ts'
import { readRuleContext } from '#db/stores/rule-context.ts'
import { readSignatory } from '#db/stores/signatory.ts'
import { lockVersion, type VersionKey } from '#db/stores/version-life.ts'
import { checkDefinition, civilDate, correctingOf } from '#engine'
import { beginVersion } from './take-effect.server.ts'
import { refusedByWaiting } from './targets.server.ts'

export type CorrectInput = VersionKey & {
  visitor: Visitor
  /** SHA-256 of the approved text that takes the place of the one in force (V6). */
  digest: string
  positionId: string
}
export type Corrected = { decreeId: string; number: string; version: number; corrections: number }

/**
 * Corrects typing errors of the version in force (ralat): the approved text takes its place under the same decree and number,
 * with the day, the signatory and every sentence that is to be read otherwise. What is more than a typing error is refused;
 * it needs an amending decree. Asked twice by the same person it is done once (V15).
 */
export async function correct(input: CorrectInput, ports: Ports): Promise<Result<Corrected>> {
  const allowed = authorise(input.visitor, 'standard.publish', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const { agencyId, positionId } = input
  const seat = person.seats.find((held) => held.agencyId === agencyId && held.positionId === positionId && signs(held))
  if (!seat) return refuse({ code: 'invalid', errors: [{ path: 'positionId', code: 'may-not-sign' }] })
  return ports.db.transaction((tx) => correctVersion(tx, input, person, ports))
}

async function correctVersion(tx: Db, input: CorrectInput, person: Person, ports: Ports): Promise<Result<Corrected>> {
  const { agencyId, slug } = input
  await lockStandards(tx, agencyId, [slug])
  const row = await lockVersion(tx, input, 'approved')
  const wrong = await lockVersion(tx, input, 'published')
  if (!row) return correctedAlready(tx, input, person)
  if (row.digest !== input.digest) return refuse({ code: 'conflict', what: 'changed' })
  if (isOwnWork(row, person.id)) return refuse({ code: 'own-work' })
  if (!wrong?.decreeId) return refuse({ code: 'conflict', what: 'not-in-force' })
  const waits = await refusedByWaiting(tx, agencyId, { slugs: [slug], decrees: [wrong.decreeId] })
  if (waits) return waits
  const definition = storedDefinition(row)
  const judged = correctingOf(storedDefinition(wrong), definition)
  if (!judged.ok) return refuse({ code: 'not-a-correction', changes: judged.changes })
  if (judged.corrections.length === 0) return refuse({ code: 'conflict', what: 'nothing-corrected' })
  const context = await readRuleContext(tx, agencyId, ports.now())
  const findings = checkDefinition(definition, { ...context, self: { slug, version: row.number } })
  const blocking = findings.filter(({ severity }) => severity !== 'warning')
  if (blocking.length > 0) return refuse({ code: 'not-ready', findings: blocking })
  const at = new Date(ports.now())
  const signatory = await readSignatory(tx, agencyId, input.positionId, person.id, at)
  if (!signatory) return refuse({ code: 'invalid', errors: [{ path: 'positionId', code: 'may-not-sign' }] })

  const { decreeId } = wrong
  await lockDecrees(tx, agencyId, [decreeId])
  const [act] = await readActs(tx, agencyId, [decreeId])
  if (act?.status !== 'in-force') return refuse({ code: 'conflict', what: 'not-in-force' })
  const place = await readPlace(tx, agencyId, decreeId, slug)
  await insertItems(tx, agencyId, decreeId, [{ slug, version: row.number, place, digest: row.digest }])
  await insertErratum(tx, agencyId, {
    ...{ decreeId, slug, version: row.number, corrects: wrong.number },
    correctedOn: civilDate(ports.now(), signatory.timeZone),
    ...{ signatory: signatory.recorded, corrections: judged.corrections, correctedBy: person.id },
  })
  const note = `Ralat ${act.number}`
  const change = { status: 'superseded', supersededBy: row.number } as const
  await takeVersionStep(tx, wrong, { act: 'superseded', note, change, person }, ports)
  await beginVersion(tx, row, { decreeId, note, person }, ports)
  return ok({ decreeId, number: act.number, version: row.number, corrections: judged.corrections.length })
}

/** The second click finds what the first one corrected. */
async function correctedAlready(tx: Db, input: CorrectInput, person: Person): Promise<Result<Corrected>> {
  const found = await findErratum(tx, input, input.digest, person.id)
  return found ? ok(found) : refuse({ code: 'conflict', what: 'not-approved' })
}
