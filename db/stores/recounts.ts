import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'
import { leaseMs, type PendingRecount } from './claims.ts'

/** Asks for an agency's deadlines to be worked out anew. Takes the transaction of the change; one that was under way begins anew. */
export async function askRecount(tx: Db, agencyId: string, change: unknown, now: Instant): Promise<void> {
  await rows(
    tx,
    `insert into recounts as r (agency_id, changes, revision, at)
     values ($1, jsonb_build_array($2::jsonb), 1, to_timestamp($3::float8 / 1000))
     on conflict (agency_id) do update set changes = r.changes || excluded.changes, revision = r.revision + 1, after_id = null,
       counted = 0, moved = 0, claimed_until = null`,
    [agencyId, JSON.stringify(change), now],
  )
}

const atOnce = 100

/** Running instances of an agency that have a deadline, that only the clock moves on, or a wait that lacks a moment, in the order of their ids. */
export function withDeadlines(db: Db, agencyId: string, afterId: string | null): Promise<{ id: string; revision: number }[]> {
  return rows(
    db,
    `select i.id, i.revision from instances i
     where i.agency_id = $1 and i.id > $2::uuid and i.status = 'running' and (i.due_at is not null or exists (
       select from tasks t where t.agency_id = i.agency_id and t.instance_id = i.id and t.status = 'open' and t.due_at is not null)
       or exists (select from timers m where m.agency_id = i.agency_id and m.instance_id = i.id)
       or (i.incident and i.state->'incidents' @> '[{"code": "no-moment"}]'))
     order by i.id limit ${atOnce}`,
    [agencyId, afterId ?? '00000000-0000-0000-0000-000000000000'],
    'instances_with_deadlines',
  )
}

/** Keeps how far it has come; false when another change has begun it anew. */
export async function advanceRecount(db: Db, at: PendingRecount, now: Instant): Promise<boolean> {
  const kept = await rows(
    db,
    `update recounts set after_id = $3::uuid, counted = $4::int, moved = $5::int,
       claimed_until = to_timestamp(($6::float8 + ${leaseMs}) / 1000)
     where agency_id = $1 and revision = $2::int returning 1`,
    [at.agencyId, at.revision, at.afterId, at.counted, at.moved, now],
    'advance_recount',
  )
  return kept.length > 0
}

export async function finishRecount(tx: Db, { agencyId, revision }: PendingRecount): Promise<boolean> {
  const text = 'delete from recounts where agency_id = $1 and revision = $2::int returning 1'
  return (await rows(tx, text, [agencyId, revision])).length > 0
}
