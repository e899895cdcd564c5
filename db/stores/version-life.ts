import { and, eq, max, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { rows } from '#db/rows.ts'
import { counters, decrees, positions, series, standards, versionActs, versions } from '#db/schema.ts'
import { changeStanding, lockDecrees, readEffects } from './acts.ts'

export type VersionKey = { agencyId: string; slug: string }
export type VersionRow = typeof versions.$inferSelect
export type Act = (typeof versionActs.$inferInsert)['act']

const ofStandard = ({ agencyId, slug }: VersionKey) => and(eq(versions.agencyId, agencyId), eq(versions.slug, slug))

/** The version of that status, locked until the transaction ends. At most one exists for each of these. */
export async function lockVersion(
  tx: Db,
  key: VersionKey,
  status: VersionRow['status'] & ('draft' | 'in-review' | 'approved' | 'upcoming' | 'published'),
) {
  const [row] = await tx
    .select()
    .from(versions)
    .where(and(ofStandard(key), eq(versions.status, status)))
    .for('update')
  return row ?? null
}

export async function lockVersionNumbered(tx: Db, key: VersionKey, number: number) {
  const [row] = await tx
    .select()
    .from(versions)
    .where(and(ofStandard(key), eq(versions.number, number)))
    .for('update')
  return row ?? null
}

export type VersionChange = Partial<
  Pick<
    VersionRow,
    | 'status'
    | 'submittedAt'
    | 'approvedBy'
    | 'approvedAt'
    | 'publishedAt'
    | 'decreeId'
    | 'supersededBy'
    | 'approval'
    | 'reviewRound'
  >
>

/** Changes the facts around a version, never its body. */
export async function changeVersion(tx: Db, row: VersionRow, change: VersionChange) {
  await tx
    .update(versions)
    .set({ ...change, revision: row.revision + 1 })
    .where(and(ofStandard(row), eq(versions.number, row.number)))
}

export type ActRow = { id: string; act: Act; personId: string | null; note?: string | null; at: Date }
export async function recordAct(tx: Db, row: Pick<VersionRow, 'agencyId' | 'slug' | 'number' | 'digest'>, act: ActRow) {
  await tx.insert(versionActs).values({ ...act, agencyId: row.agencyId, slug: row.slug, number: row.number, digest: row.digest })
}

/** False when the agency has a standard of that name in its addresses already. */
export async function insertStandard(tx: Db, key: VersionKey, title: string): Promise<boolean> {
  const made = await tx
    .insert(standards)
    .values({ ...key, title })
    .onConflictDoNothing()
    .returning({ slug: standards.slug })
  return made.length === 1
}

export async function insertVersion(tx: Db, row: typeof versions.$inferInsert) {
  await tx.insert(versions).values(row)
}

export async function nextVersionNumber(tx: Db, key: VersionKey): Promise<number> {
  const [row] = await tx
    .select({ last: max(versions.number) })
    .from(versions)
    .where(ofStandard(key))
  return (row?.last ?? 0) + 1
}

export type OpenSeries = typeof series.$inferSelect
export async function openSeries(db: Db, agencyId: string) {
  return db
    .select()
    .from(series)
    .where(and(eq(series.agencyId, agencyId), sql`${series.closedAt} is null`))
    .orderBy(series.id)
}

/** The next number of a series and year; its counter row stays locked until the transaction ends (P5). */
export async function takeNumber(tx: Db, agencyId: string, seriesId: string, year: number): Promise<number> {
  const [row] = await tx
    .insert(counters)
    .values({ agencyId, seriesId, year, last: 1 })
    .onConflictDoUpdate({
      target: [counters.agencyId, counters.seriesId, counters.year],
      set: { last: sql`${counters.last} + 1` },
    })
    .returning({ last: counters.last })
  if (!row) throw new Error('a counter row must come back')
  return row.last
}

/**
 * Locks the counter row of a series and year until the transaction ends, and answers the latest date that a number of it
 * bears (V5). Who signs at the same time waits here and then sees the date.
 */
export async function lockLastDate(tx: Db, agencyId: string, seriesId: string, year: number): Promise<string | null> {
  const ofSeries = and(eq(counters.agencyId, agencyId), eq(counters.seriesId, seriesId), eq(counters.year, year))
  await tx.insert(counters).values({ agencyId, seriesId, year }).onConflictDoNothing()
  await tx.select({ last: counters.last }).from(counters).where(ofSeries).for('update')
  const [row] = await tx
    .select({ last: max(decrees.signedOn) })
    .from(decrees)
    .where(and(eq(decrees.agencyId, agencyId), eq(decrees.seriesId, seriesId), eq(decrees.year, year)))
  return row?.last ?? null
}

/** Whether the register of that year holds the number already, however it is spaced. */
export async function isNumberGiven(tx: Db, agencyId: string, year: number, key: string): Promise<boolean> {
  const found = await tx
    .select({ id: decrees.id })
    .from(decrees)
    .where(and(eq(decrees.agencyId, agencyId), eq(decrees.year, year), eq(decrees.numberKey, key)))
  return found.length > 0
}

/** What the next number would be, without taking it. */
export async function peekNumbers(db: Db, agencyId: string, year: number): Promise<Map<string, number>> {
  const found = await db
    .select()
    .from(counters)
    .where(and(eq(counters.agencyId, agencyId), eq(counters.year, year)))
  return new Map(found.map((row) => [row.seriesId, row.last + 1]))
}

export async function insertDecree(tx: Db, row: typeof decrees.$inferInsert) {
  await tx.insert(decrees).values(row)
}

/** Ends a decree's force once nothing stands by it: no version it set, and no decree in force that amends it. */
export async function settleDecree(
  tx: Db,
  agencyId: string,
  decreeId: string,
  status: 'superseded' | 'revoked' | 'cancelled',
  at: Date,
): Promise<void> {
  // Two of its standards may end at once: the second waits here and then counts without the first.
  await lockDecrees(tx, agencyId, [decreeId])
  const [left] = await rows<{ stands: boolean }>(
    tx,
    `select exists (select from versions where agency_id = $1 and decree_id = $2::uuid and status = 'published')
       or exists (select from decree_effects e join decrees d on d.agency_id = e.agency_id and d.id = e.decree_id and d.status = 'in-force'
         where e.agency_id = $1 and e.target_id = $2::uuid and e.effect = 'amends') as stands`,
    [agencyId, decreeId],
    'what-stands',
  )
  if (left?.stands) return
  // A decree is cancelled only as a whole and by name; what lost its last standard with a cancelled amendment is superseded.
  const to = status === 'cancelled' ? 'superseded' : status
  await endDecree(tx, agencyId, decreeId, { from: 'in-force', to, at })
}

/** Ends a decree, and with an amending one those that it amended, where nothing else stands by them. */
export async function endDecree(
  tx: Db,
  agencyId: string,
  decreeId: string,
  { from, to, at }: { from: 'upcoming' | 'in-force' | 'superseded'; to: 'superseded' | 'revoked' | 'cancelled'; at: Date },
): Promise<void> {
  if (!(await changeStanding(tx, agencyId, decreeId, from, to, at))) return
  const amended = (await readEffects(tx, agencyId, decreeId)).filter(({ effect }) => effect === 'amends')
  for (const { targetId } of amended) await settleDecree(tx, agencyId, targetId, to, at)
}

export async function readAgencyPositions(db: Db, agencyId: string) {
  return db
    .select({
      id: positions.id,
      title: positions.title,
      unit: positions.unit,
      superiorId: positions.superiorId,
      signs: positions.signs,
    })
    .from(positions)
    .where(and(eq(positions.agencyId, agencyId), sql`${positions.closedAt} is null`))
    .orderBy(positions.title)
}

/** What the public finds the standard by. */
export async function setShownWords(tx: Db, key: VersionKey, title: string, words: string) {
  await tx
    .update(standards)
    .set({ title, search: sql`to_tsvector('indonesian', ${words})` })
    .where(and(eq(standards.agencyId, key.agencyId), eq(standards.slug, key.slug)))
}
