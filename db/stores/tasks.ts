import type { DeadlineAct } from '#engine/instance/messages.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'
import { clockStands } from './clock-stands.ts'
import { callingsOf, claimStands, seatsAt, takerOf, unlessLentBy } from './seats.ts'

export type TaskLine = {
  agencyId: string
  id: string
  instanceId: string
  instanceNumber: number
  instanceTitle: string
  slug: string
  standardTitle: string
  node: string
  title: string
  round: number
  openedAt: Instant
  dueAt: Instant | null
  /** The reader has taken it. */
  mine: boolean
  /** Positions of the reader that may perform it; empty when it is the person's alone. */
  positions: readonly string[]
  /** The names of those for whom the reader may perform it, where no seat of their own gives the right. */
  for: string | null
  /** What its deadline has done so far. */
  acts: readonly DeadlineAct[]
  /** Its request is suspended, so that nothing can be done. */
  suspended: boolean
  /** What it is due by is the promise over the whole, whose clock stands still. */
  stands: boolean
}

/** What the deadline of each task on a page has done, and whether its request rests; read of the few that are shown. */
const marks = `coalesce((
  select json_agg(distinct act->>'act') from jsonb_array_elements(i.state->'open') one, jsonb_array_elements(one->'acts') act
  where one->>'taskId' = page.id::text), '[]'::json) as acts, coalesce(jsonb_typeof(i.state->'suspended') = 'object', false) as suspended,
  coalesce(${clockStands('i')} and page."dueAt" = ${ms('i.due_at')}, false) as stands`

export type InboxCursor = { dueAt: Instant | null; id: string }

const at = 'to_timestamp($2::float8 / 1000)'

/**
 * Open tasks that a person may perform now: by a position held or lent at `now`, by name, or taken. Tasks a colleague in
 * office has taken and those closed to this person by four eyes are not among them. By due time, those without one last; one statement.
 */
export function openTasksOf(
  db: Db,
  personId: string,
  now: Instant,
  page: { after: InboxCursor | null; limit: number; mine?: boolean },
): Promise<TaskLine[]> {
  return rows<TaskLine>(
    db,
    `with seats as materialized (select * from ${seatsAt({ at, person: '$1::uuid' })} mine),
     called as (
       select t.*, coalesce(json_agg(distinct c.position_id) filter (where c.position_id is not null), '[]'::json) as positions,
         case when bool_and(c.lender_id is not null) then string_agg(distinct c.lender, ', ') end as "for",
         coalesce(bool_or(${takerOf('t', 'c')} = $1::uuid), false) as mine
       from (${callingsOf('seats')}) c join tasks t on t.agency_id = c.agency_id and t.id = c.task_id
       where t.status = 'open'
         and (${takerOf('t', 'c')} is null or ${takerOf('t', 'c')} = $1::uuid or not ${claimStands('t', 'c', at)})
         and not ($1::uuid = any(t.excluded)) and ${unlessLentBy('t.excluded', 'c.lender_id')}
         and (not $7::boolean or ${takerOf('t', 'c')} = $1::uuid)
         and (coalesce(t.due_at, 'infinity'), t.id) > (coalesce(to_timestamp($3::float8 / 1000), $4::timestamptz), $5::uuid)
       group by t.agency_id, t.id),
     page as (
     select t.agency_id as "agencyId", t.id, t.instance_id as "instanceId", i.number::float8 as "instanceNumber",
       i.title as "instanceTitle", i.slug, s.title as "standardTitle", t.node, t.title, t.round, ${ms('t.opened_at')} as "openedAt",
       ${ms('t.due_at')} as "dueAt", t.mine, t.positions, t."for"
     from called t
     join instances i on i.agency_id = t.agency_id and i.id = t.instance_id
     join standards s on s.agency_id = i.agency_id and s.slug = i.slug
     order by coalesce(t.due_at, 'infinity'), t.id limit $6::int)
     select page.*, ${marks} from page join instances i on i.agency_id = page."agencyId" and i.id = page."instanceId"
     order by coalesce(page."dueAt", 'infinity'), page.id`,
    [
      personId,
      now,
      page.after?.dueAt ?? null,
      page.after && page.after.dueAt === null ? 'infinity' : '-infinity',
      page.after?.id ?? '00000000-0000-0000-0000-000000000000',
      page.limit,
      page.mine ?? false,
    ],
    'open_tasks_of_person',
  )
}

export type TaskRow = {
  status: 'open' | 'completed' | 'withdrawn'
  node: string
  title: string
  round: number
  /** Everybody who has taken it or a part of it. */
  takers: readonly { id: string; name: string }[]
  completedBy: { id: string; name: string } | null
  outcome: string | null
  openedAt: Instant
  dueAt: Instant | null
  closedAt: Instant | null
  /** What the reader typed and did not send yet. */
  draft: Readonly<Record<string, unknown>> | null
}

const takers = `(select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name), '[]'::json) from people p
  where p.id = t.claimed_by or p.id in (
    select k.claimed_by from task_candidates k where k.agency_id = t.agency_id and k.task_id = t.id))`

/** One task with the names on it and the reader's draft. */
export async function findTask(db: Db, agencyId: string, id: string, readerId: string | null): Promise<TaskRow | null> {
  const name = (column: string) => `(select json_build_object('id', p.id, 'name', p.name) from people p where p.id = ${column})`
  const [found] = await rows<TaskRow>(
    db,
    `select t.status, t.node, t.title, t.round, ${takers} as takers, ${name('t.completed_by')} as "completedBy",
       t.outcome, ${ms('t.opened_at')} as "openedAt", ${ms('t.due_at')} as "dueAt", ${ms('t.closed_at')} as "closedAt",
       (select d.values from task_drafts d where d.agency_id = t.agency_id and d.task_id = t.id and d.person_id = $3::uuid) as draft
     from tasks t where t.agency_id = $1 and t.id = $2::uuid`,
    [agencyId, id, readerId],
    'find_task',
  )
  return found ?? null
}

/** Keeps what a person typed for an open task; false when it is closed meanwhile. */
export async function saveDraft(db: Db, agencyId: string, taskId: string, personId: string, values: unknown, now: Instant) {
  const saved = await rows<{ saved: number }>(
    db,
    `insert into task_drafts (agency_id, task_id, person_id, values, updated_at)
     select $1, t.id, $3::uuid, $4::jsonb, to_timestamp($5::float8 / 1000)
     from tasks t where t.agency_id = $1 and t.id = $2::uuid and t.status = 'open'
     on conflict (agency_id, task_id, person_id) do update set values = excluded.values, updated_at = excluded.updated_at
     returning 1 as saved`,
    [agencyId, taskId, personId, JSON.stringify(values), now],
    'save_task_draft',
  )
  return saved.length > 0
}
