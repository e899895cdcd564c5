import type { Person } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { type Effect, findEnding, lockStandards, readEffects, readItems } from '#db/stores/acts.ts'
import { aboutOfAct, endingText, limits, mayBeCancelled } from '#engine'
import { named, recallingOf } from './act-words.server.ts'
import { wrongText } from './publication-input.ts'
import { type SignedAct, type Signing, signAct, signing } from './sign-act.server.ts'
import { readTarget, refusedByWaiting, settledWith } from './targets.server.ts'

export type CancelInput = Signing & {
  decreeId: string
  /** The legal ground, which the cancelling decree must name. */
  reason: string
}

/**
 * Cancels a decree by one of its own that names the legal ground: one whose day is still to come never begins, and one that
 * set standards ends with them. What a cancelled decree had replaced does not come back by itself.
 */
export function cancelAct(input: CancelInput, ports: Ports): Promise<Result<SignedAct>> {
  return signing(input, 'standard.revoke', (tx, person) => cancelDecree(tx, input, person, ports), ports)
}

async function cancelDecree(tx: Db, input: CancelInput, person: Person, ports: Ports): Promise<Result<SignedAct>> {
  const { agencyId, decreeId } = input
  const errors = wrongText('reason', input.reason, limits.sentence)
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  const slugs = await touchedBy(tx, agencyId, decreeId)
  await lockStandards(tx, agencyId, slugs)
  const target = await readTarget(tx, agencyId, decreeId)
  if (!target) return refuse({ code: 'not-found' })
  const { act, amenders, standing } = target
  if (act.status === 'cancelled') return cancelledAlready(tx, input, person)
  if (!mayBeCancelled(act.act, act.status)) return refuse({ code: 'conflict', what: 'not-cancellable' })
  const [amender] = amenders
  if (amender) return refuse({ code: 'act-amended', number: amender.number })
  const waits = await refusedByWaiting(tx, agencyId, { slugs, decrees: [decreeId], except: decreeId })
  if (waits) return waits
  const about = aboutOfAct.cancel(named(act))
  const { signedOn, effectiveOn, reason } = input
  const { recalling, copies } = await recallingOf(tx, agencyId, standing)
  const effects: Effect[] = [
    { targetId: decreeId, slug: null, version: null, effect: 'cancels' },
    ...standing.map(({ slug, version }): Effect => ({ targetId: decreeId, slug, version, effect: 'cancels' })),
  ]
  return signAct(
    tx,
    input,
    {
      ...{ act: 'cancel', kind: 'service', about, reason: reason.trim(), items: [], effects },
      text: endingText('cancel', [{ ...named(act), standards: null }], {
        about,
        reason,
        recalling,
        copies,
        signedOn,
        effectiveOn,
      }),
      settles: await settledWith(tx, agencyId, [decreeId]),
    },
    person,
    ports,
  )
}

/** Every standard that the decree sets or ends: while they are locked nothing else is done to it. */
async function touchedBy(tx: Db, agencyId: string, id: string): Promise<string[]> {
  const target = await readTarget(tx, agencyId, id)
  if (!target) return []
  const [items, effects] = [await readItems(tx, agencyId, id), await readEffects(tx, agencyId, id)]
  return [...new Set([...items.map(({ slug }) => slug), ...effects.flatMap(({ slug }) => slug ?? [])])]
}

async function cancelledAlready(tx: Db, input: CancelInput, person: Person): Promise<Result<SignedAct>> {
  const { agencyId, decreeId } = input
  const found = await findEnding(tx, agencyId, person.id, { targetId: decreeId, slugs: null, effect: 'cancels' })
  if (!found) return refuse({ code: 'conflict', what: 'not-cancellable' })
  return ok({ decreeId: found.id, number: found.number, status: found.status })
}
