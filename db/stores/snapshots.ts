import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { ms, rows } from '#db/rows.ts'
import { draftSnapshots } from '#db/schema.ts'
import type { Instant } from '#engine/instant.ts'

type Key = { agencyId: string; slug: string }
export type Snapshot = typeof draftSnapshots.$inferInsert
export type SnapshotReason = Snapshot['why']
export type ListedSnapshot = {
  id: string
  number: number
  why: SnapshotReason
  name: string | null
  person: string | null
  at: Instant
  /** A newer one or the draft itself says the very same. */
  digest: string
}

/** False when as many as may be are kept already; checked where the draft's row is locked, so that two do not pass at once. */
export async function keepSnapshot(tx: Db, snapshot: Snapshot, most: number): Promise<boolean> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(draftSnapshots)
    .where(and(eq(draftSnapshots.agencyId, snapshot.agencyId), eq(draftSnapshots.slug, snapshot.slug)))
  if ((row?.count ?? 0) >= most) return false
  await tx.insert(draftSnapshots).values(snapshot)
  return true
}

/** All of a standard, the newest first. */
export async function listSnapshots(db: Db, { agencyId, slug }: Key): Promise<ListedSnapshot[]> {
  const text = `
    select s.id, s.number, s.why, s.name, s.digest, p.name as person, ${ms('s.at')} as at
    from draft_snapshots s left join people p on p.id = s.person_id
    where s.agency_id = $1 and s.slug = $2 order by s.at desc, s.id limit 300`
  return rows(db, text, [agencyId, slug], 'draft_snapshots')
}

export type StoredSnapshot = Pick<ListedSnapshot, 'id' | 'number' | 'why' | 'name' | 'at' | 'digest'> & {
  body: string
  writers: readonly string[]
}

export async function readSnapshot(db: Db, { agencyId, slug }: Key, id: string): Promise<StoredSnapshot | null> {
  const text = `select id, number, why, name, digest, body, to_json(writers) as writers, ${ms('at')} as at
    from draft_snapshots where agency_id = $1 and slug = $2 and id = $3::uuid`
  const [found] = await rows<StoredSnapshot>(db, text, [agencyId, slug, id], 'draft_snapshot')
  return found ?? null
}

/** Takes one away; null when it is gone already. */
export async function removeSnapshot(
  tx: Db,
  { agencyId, slug }: Key,
  id: string,
): Promise<{ number: number; digest: string } | null> {
  const ofStandard = and(eq(draftSnapshots.agencyId, agencyId), eq(draftSnapshots.slug, slug))
  const [gone] = await tx
    .delete(draftSnapshots)
    .where(and(ofStandard, eq(draftSnapshots.id, id)))
    .returning({ number: draftSnapshots.number, digest: draftSnapshots.digest })
  return gone ?? null
}
