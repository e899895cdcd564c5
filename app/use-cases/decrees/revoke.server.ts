import type { Person } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { type Effect, findEnding, type Standing } from '#db/stores/acts.ts'
import { aboutOfAct, endingText, limits } from '#engine'
import { named, recallingOf } from './act-words.server.ts'
import { wrongText } from './publication-input.ts'
import { type SignedAct, type Signing, signAct, signing } from './sign-act.server.ts'
import { lockTouched, refusedByWaiting, settledWith, type Target } from './targets.server.ts'

export type RevokeInput = Signing & {
  decreeId: string
  /** Standards that end, with the version each had when it was shown; without any the decree ends as a whole. */
  standards: readonly { slug: string; version: number }[] | 'all'
  /** The ground, as the considerans prints it. */
  reason: string
}
export type Ended = SignedAct & { standards: { slug: string; version: number }[] }

/**
 * Ends a decree, or some of its standards, without others in their place, by a decree of its own. Requests that run on them
 * run to their end. Where no standard is left the decree ends as a whole, with those that amend it.
 */
export function revoke(input: RevokeInput, ports: Ports): Promise<Result<Ended>> {
  return signing(input, 'standard.revoke', (tx, person) => revokeDecree(tx, input, person, ports), ports)
}

async function revokeDecree(tx: Db, input: RevokeInput, person: Person, ports: Ports): Promise<Result<Ended>> {
  const { agencyId, decreeId } = input
  const errors = wrongText('reason', input.reason, limits.sentence)
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  const asked = input.standards === 'all' ? [] : input.standards.map(({ slug }) => slug)
  const touched = await lockTouched(tx, agencyId, asked, [decreeId])
  if (!touched.ok) return touched
  const [target] = touched.value
  if (!target) return refuse({ code: 'not-found' })
  const ends = endingStandards(input, target)
  if (ends === null) return endedAlready(tx, input, person)
  const whole = ends.length === target.standing.length
  const slugs = ends.map(({ slug }) => slug)
  const waits = await refusedByWaiting(tx, agencyId, { slugs, decrees: target.family })
  if (waits) return waits
  const of = whole ? null : ends
  const about = aboutOfAct.revoke(named(target.act), of)
  const { signedOn, effectiveOn, reason } = input
  const { recalling, copies } = await recallingOf(tx, agencyId, target.standing)
  const signed = await signAct(
    tx,
    input,
    {
      ...{ act: 'revoke', kind: 'service', about, reason: reason.trim(), items: [] },
      text: endingText('revoke', [{ ...named(target.act), standards: of }], {
        about,
        reason,
        recalling,
        copies,
        signedOn,
        effectiveOn,
      }),
      effects: effectsOn(target, ends, whole),
      settles: await settledWith(tx, agencyId, target.family),
    },
    person,
    ports,
  )
  return signed.ok ? ok({ ...signed.value, standards: ends.map(({ slug, version }) => ({ slug, version })) }) : signed
}

/** What would end, in the order of the lampiran; null where it does not stand as it was shown. */
function endingStandards({ standards }: RevokeInput, { act, standing }: Target): Standing[] | null {
  if (act.status !== 'in-force' || standing.length === 0) return null
  if (standards === 'all') return standing
  const ends = standing.filter((one) => standards.some(({ slug, version }) => slug === one.slug && version === one.version))
  return ends.length === standards.length && ends.length > 0 ? ends : null
}

function effectsOn({ family }: Target, ends: readonly Standing[], whole: boolean): Effect[] {
  const each = ends.map(({ slug, version, decreeId }): Effect => ({ targetId: decreeId, slug, version, effect: 'revokes' }))
  return whole
    ? [...family.map((targetId): Effect => ({ targetId, slug: null, version: null, effect: 'revokes' })), ...each]
    : each
}

/** The second click finds what the first one ended. */
async function endedAlready(tx: Db, input: RevokeInput, person: Person): Promise<Result<Ended>> {
  const { agencyId, decreeId, standards } = input
  const slugs = standards === 'all' ? null : standards.map(({ slug }) => slug)
  const found = await findEnding(tx, agencyId, person.id, { targetId: decreeId, slugs, effect: 'revokes' })
  if (!found) return refuse({ code: 'conflict', what: standards === 'all' ? 'not-published' : 'changed' })
  return ok({
    decreeId: found.id,
    number: found.number,
    status: found.status,
    standards: standards === 'all' ? [] : [...standards],
  })
}
