import type { Db } from '#db/connection.ts'
import { ms, rows } from '#db/rows.ts'
import { draftBatches } from '#db/schema.ts'

export type DraftKey = { agencyId: string; slug: string; number: number }
export type Batch = { id: string; revision: number; personId: string; changes: unknown; clashes: unknown; at: Date }

export async function appendBatch(tx: Db, { agencyId, slug, number }: DraftKey, batch: Batch): Promise<void> {
  await tx.insert(draftBatches).values({ agencyId, slug, number, ...batch })
}

/** A batch that was taken already, by the id that its sender gave it. */
export async function readBatch(tx: Db, { agencyId, slug, number }: DraftKey, id: string) {
  const text = `select person_id as "personId", revision, clashes from draft_batches
    where agency_id = $1 and slug = $2 and number = $3 and id = $4::uuid`
  const [row] = await rows<{ personId: string; revision: number; clashes: unknown }>(tx, text, [agencyId, slug, number, id])
  return row ?? null
}

export type Present = { windowId: string; personId: string; name: string; step: string | null; first: boolean; since: number }
export type Seen = DraftKey & { windowId: string; personId: string; step: string | null; at: number }
const instant = (n: number) => `to_timestamp($${n}::float8 / 1000)`

/** A window says that it is there, and where. Written again only when something changed or the earlier word grows old. */
export async function notePresence(db: Db, seen: Seen, freshMs: number): Promise<void> {
  const text = `insert into draft_presence as p (agency_id, slug, number, window_id, person_id, step, step_since, seen_at)
    values ($1, $2, $3, $4::uuid, $5::uuid, $6, ${instant(7)}, ${instant(7)})
    on conflict (agency_id, slug, number, window_id) do update set
      step = excluded.step, seen_at = excluded.seen_at,
      step_since = case when p.step is not distinct from excluded.step then p.step_since else excluded.step_since end
    where p.person_id = excluded.person_id
      and (p.step is distinct from excluded.step or p.seen_at < ${instant(8)})`
  const { agencyId, slug, number, windowId, personId, step, at } = seen
  await rows(db, text, [agencyId, slug, number, windowId, personId, step, at, at - freshMs], 'note_presence')
}

export async function forgetPresence(db: Db, { agencyId, slug, number }: DraftKey, windowId: string, personId: string) {
  const text = `delete from draft_presence where agency_id = $1 and slug = $2 and number = $3 and window_id = $4::uuid
    and person_id = $5::uuid`
  await rows(db, text, [agencyId, slug, number, windowId, personId])
}

/** The other windows that have the draft open; `first` of those that were at their step before this one was. */
export async function readPresent(db: Db, key: DraftKey, windowId: string, after: number): Promise<Present[]> {
  const text = `select p.window_id as "windowId", p.person_id as "personId", w.name, p.step, ${ms('p.step_since')} as since,
      (own.step is distinct from p.step or (p.step_since, p.window_id) < (own.step_since, own.window_id)) as first
    from draft_presence p join people w on w.id = p.person_id
      left join draft_presence own on own.agency_id = p.agency_id and own.slug = p.slug and own.number = p.number
        and own.window_id = $4::uuid
    where p.agency_id = $1 and p.slug = $2 and p.number = $3 and p.window_id <> $4::uuid and p.seen_at > ${instant(5)}
    order by p.step_since, p.window_id limit 50`
  return rows(db, text, [key.agencyId, key.slug, key.number, windowId, after], 'read_present')
}

export type HeardBatch = { id: string; revision: number; personId: string; name: string; changes: unknown }
/** What was done since a revision, the oldest first; null when the log does not reach back that far. */
export async function readBatchesSince(db: Db, key: DraftKey, since: number, until: number, most = 200) {
  if (until === since) return []
  if (until < since || until - since > most) return null
  const text = `select b.id, b.revision, b.person_id as "personId", coalesce(w.name, '') as name, b.changes
    from draft_batches b left join people w on w.id = b.person_id
    where b.agency_id = $1 and b.slug = $2 and b.number = $3 and b.revision > $4 and b.revision <= $5
      and b.changes <> '[]'::jsonb
    order by b.revision`
  const heard = await rows<HeardBatch>(db, text, [key.agencyId, key.slug, key.number, since, until], 'read_batches')
  return heard.length === until - since ? heard : null
}

/** How a version stands, without its text: what is asked for every few seconds. */
export async function readStanding(db: Db, { agencyId, slug, number }: DraftKey) {
  const text = 'select status, revision from versions where agency_id = $1 and slug = $2 and number = $3::int'
  const [row] = await rows<{ status: string; revision: number }>(db, text, [agencyId, slug, number], 'draft_standing')
  return row ?? null
}
