import type { Ports } from '#app/ports.ts'
import { eachSafely, type Swept } from '#app/use-cases/jobs/each-safely.ts'
import { changeStanding, lockDecrees, lockStandards, readActs, readDue, readEffects, readItems } from '#db/stores/acts.ts'
import { isAsked, setAsked } from './asked-quarter.ts'
import { type ActKey, takeEffect } from './take-effect.server.ts'
import { settledWith } from './targets.server.ts'

/**
 * Before anything is read or started: whatever act's day has come is in force. A civil day begins at a whole quarter of an
 * hour in every time zone, so within one quarter it is asked once; an act signed meanwhile begins at a later one.
 */
export async function bringIntoForce(ports: Ports): Promise<void> {
  const now = ports.now()
  const database = ports.db._.session
  if (isAsked(database, now)) return
  const { failed, error } = await bringDueActs(ports)
  if (failed > 0) throw error
  setAsked(database, now)
}

/** Brings every act into force whose day has come, oldest first; each exactly once, however many programs do so. */
export async function bringDueActs(ports: Ports): Promise<Swept> {
  const tried = new Set<string>()
  const take = async () => {
    const due = (await readDue(ports.db, ports.now())).filter(({ id }) => !tried.has(id))
    for (const { id } of due) tried.add(id)
    return due
  }
  return eachSafely(take, (act) => bringOne(act, ports))
}

async function bringOne(key: ActKey, ports: Ports): Promise<void> {
  const { agencyId, id } = key
  await ports.db.transaction(async (tx) => {
    const [items, effects] = [await readItems(tx, agencyId, id), await readEffects(tx, agencyId, id)]
    await lockStandards(tx, agencyId, [...items.map(({ slug }) => slug), ...effects.flatMap(({ slug }) => slug ?? [])])
    const targets = await readActs(
      tx,
      agencyId,
      effects.map(({ targetId }) => targetId),
    )
    await lockDecrees(tx, agencyId, [
      id,
      ...(await settledWith(
        tx,
        agencyId,
        targets.map((target) => target.id),
      )),
    ])
    if (!(await changeStanding(tx, agencyId, id, 'upcoming', 'in-force', new Date(ports.now())))) return
    await takeEffect(tx, key, { person: null, waits: false }, ports)
  })
}
