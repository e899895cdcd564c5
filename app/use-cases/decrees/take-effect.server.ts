import type { Ports } from '#app/ports.ts'
import { searchWords } from '#app/use-cases/definitions/search-words.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { takeVersionStep } from '#app/use-cases/definitions/version-step.server.ts'
import type { Db } from '#db/connection.ts'
import { type ActRow, type Effect, type Item, readActs, readEffects, readItems } from '#db/stores/acts.ts'
import { readCalendar } from '#db/stores/agencies-admin.ts'
import { keepSchedules } from '#db/stores/schedules.ts'
import { tellPositions } from '#db/stores/standard-notices.ts'
import { endDecree, lockVersionNumbered, setShownWords, settleDecree, type VersionRow } from '#db/stores/version-life.ts'
import { Calendar, endedBy, performingPositions } from '#engine'

export type ActKey = { agencyId: string; id: string }
type By = { id: string; name: string } | null
type How = {
  /** Null where the clock brings it. */
  person: By
  /** Its day is still to come: what it sets is given its decree and waits. */
  waits: boolean
}

/**
 * Does what an act says: ends what it ends, puts in force what it sets, and settles the decrees that lost by it. Takes the
 * transaction that signed the act or that brings it into force.
 */
export async function takeEffect(tx: Db, key: ActKey, { person, waits }: How, ports: Ports): Promise<void> {
  const [act] = await readActs(tx, key.agencyId, [key.id])
  if (!act) throw new Error(`act ${key.id} is not stored`)
  const items = await readItems(tx, key.agencyId, key.id)
  if (waits) {
    for (const item of items) await setWaiting(tx, key, act, item, person, ports)
    return
  }
  const effects = await readEffects(tx, key.agencyId, key.id)
  for (const effect of effects) await endVersion(tx, key, act, effect, items, person, ports)
  for (const item of items) await putInForce(tx, key, act, item, person, ports)
  await settleTargets(tx, key, effects, ports)
}

async function setWaiting(tx: Db, { agencyId, id }: ActKey, act: ActRow, item: Item, person: By, ports: Ports) {
  const row = await theVersion(tx, agencyId, item.slug, item.version)
  const change = { status: 'upcoming', decreeId: id } as const
  await takeVersionStep(tx, row, { act: 'set', note: act.number, change, person }, ports)
}

async function endVersion(
  tx: Db,
  { agencyId }: ActKey,
  act: ActRow,
  { slug, version, effect }: Effect,
  items: readonly Item[],
  person: By,
  ports: Ports,
) {
  if (slug === null || version === null) return
  const row = await theVersion(tx, agencyId, slug, version)
  const status = endedBy[effect]
  const next = items.find((item) => item.slug === slug)?.version
  const note = act.reason === null ? act.number : `${act.number}: ${act.reason}`
  const change = { status, ...(status === 'superseded' && next !== undefined ? { supersededBy: next } : {}) }
  await takeVersionStep(tx, row, { act: status, note, change, person }, ports)
  if (row.status === 'published' && next === undefined) await keepSchedules(tx, { agencyId, slug }, null, ports.now())
}

async function putInForce(tx: Db, { agencyId, id }: ActKey, act: ActRow, item: Item, person: By, ports: Ports) {
  const row = await theVersion(tx, agencyId, item.slug, item.version)
  await beginVersion(tx, row, { decreeId: id, note: act.number, person }, ports)
}

/** A version in force from now on: the public finds it, the clock starts what it starts, and who works by it is asked to read it. */
export async function beginVersion(
  tx: Db,
  row: VersionRow,
  { decreeId, note, person }: { decreeId: string; note: string; person: By },
  ports: Ports,
): Promise<void> {
  const { agencyId, slug } = row
  const change = { status: 'published', publishedAt: new Date(ports.now()), decreeId } as const
  await takeVersionStep(tx, row, { act: 'published', note, change, person }, ports)
  const definition = storedDefinition(row)
  await tellPositions(tx, row, performingPositions(definition), { kind: 'reading-asked', at: ports.now() })
  await setShownWords(tx, { agencyId, slug }, definition.identity.title, searchWords(definition))
  const calendar = Calendar.parse((await readCalendar(tx, agencyId))?.body)
  await keepSchedules(tx, { agencyId, slug }, { version: row.number, definition, calendar }, ports.now())
}

/** Where an effect names a decree as a whole it ends so; the others end once nothing stands by them any more. */
async function settleTargets(tx: Db, { agencyId }: ActKey, effects: readonly Effect[], ports: Ports) {
  const at = new Date(ports.now())
  for (const { targetId, effect } of effects.filter(({ slug }) => slug === null)) {
    const to = endedBy[effect]
    const [target] = await readActs(tx, agencyId, [targetId])
    if (target?.status === 'upcoming' || target?.status === 'in-force')
      await endDecree(tx, agencyId, targetId, { from: target.status, to, at })
  }
  const ended = effects.flatMap(({ slug, version, effect }) =>
    slug === null || version === null ? [] : [{ slug, version, effect }],
  )
  for (const { slug, version, effect } of ended) {
    const row = await theVersion(tx, agencyId, slug, version)
    if (row.decreeId) await settleDecree(tx, agencyId, row.decreeId, endedBy[effect], at)
  }
}

async function theVersion(tx: Db, agencyId: string, slug: string, number: number): Promise<VersionRow> {
  const row = await lockVersionNumbered(tx, { agencyId, slug }, number)
  if (!row) throw new Error(`version ${agencyId}/${slug}/${number} is not stored`)
  return row
}
