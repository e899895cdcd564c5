import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import {
  type ActRow,
  lockStandards,
  readActs,
  readAmended,
  readAmenders,
  readStanding,
  readWaiting,
  type Standing,
} from '#db/stores/acts.ts'
import { decreeId } from '../public/address.ts'

/** A decree that another act touches, with those that amend it and what stands by all of them. */
export type Target = { act: ActRow; family: readonly string[]; amenders: ActRow[]; standing: Standing[] }

/** A decree of the agency as an act finds it; null where there is none. */
export async function readTarget(tx: Db, agencyId: string, id: string): Promise<Target | null> {
  if (!decreeId.test(id)) return null
  const family = await readAmenders(tx, agencyId, id)
  const acts = await readActs(tx, agencyId, family)
  const act = acts.find((one) => one.id === id)
  if (!act) return null
  return { act, family, amenders: acts.filter((one) => one.id !== id), standing: await readStanding(tx, agencyId, family) }
}

/**
 * Locks the standards named and all that stand by the decrees named, and answers these as they are under the lock. Null in
 * the place of a decree that is not there.
 */
export async function lockTouched(
  tx: Db,
  agencyId: string,
  slugs: readonly string[],
  decreeIds: readonly string[],
): Promise<Result<(Target | null)[]>> {
  const read = async () => {
    const targets: (Target | null)[] = []
    for (const id of decreeIds) targets.push(await readTarget(tx, agencyId, id))
    return targets
  }
  const standing = (targets: readonly (Target | null)[]) =>
    targets.flatMap((target) => target?.standing.map(({ slug }) => slug) ?? [])
  const locked = [...new Set([...slugs, ...standing(await read())])]
  await lockStandards(tx, agencyId, locked)
  const targets = await read()
  return standing(targets).every((slug) => locked.includes(slug)) ? ok(targets) : refuse({ code: 'conflict', what: 'changed' })
}

/** Refuses while another act waits for its day on the same standards or decrees. */
export async function refusedByWaiting(
  tx: Db,
  agencyId: string,
  touched: { slugs: readonly string[]; decrees: readonly string[]; except?: string },
): Promise<{ ok: false; refusal: AppRefusal } | null> {
  const waiting = await readWaiting(tx, agencyId, touched)
  return waiting && refuse({ code: 'act-waits', number: waiting.number, on: waiting.effectiveOn })
}

/** Every decree whose standing may change when something under these ends, for locking them in one order. */
export async function settledWith(tx: Db, agencyId: string, ids: readonly (string | null)[]): Promise<string[]> {
  const all = new Set<string>()
  for (const id of ids) if (id !== null && !all.has(id)) for (const one of await readAmended(tx, agencyId, id)) all.add(one)
  return [...all]
}
