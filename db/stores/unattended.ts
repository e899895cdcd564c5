import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'
import { ticketOf } from './family.ts'
import { callingsOf, seatsAt, unlessLentBy } from './seats.ts'

/** Why nobody can act on a task, as far as each thing is true of somebody whom the task calls. */
export type Why = {
  /** Somebody could, but has done what four eyes keep apart from this. */
  fourEyes: boolean
  /** Whoever holds it is away, and nobody stands in. */
  away: boolean
  /** Whoever holds it has no account any more. */
  disabled: boolean
  /** A position that nobody holds, a person who left, or nobody at all. */
  vacant: boolean
  /** It waits for an applicant, and nobody has a ticket. */
  applicant: boolean
}

export type UnattendedTask = {
  id: string
  instanceId: string
  instanceNumber: number
  instanceTitle: string
  slug: string
  standardTitle: string
  node: string
  title: string
  openedAt: Instant
  dueAt: Instant | null
  why: Why
  /** Whom it calls: titles of positions and names of people. */
  called: readonly string[]
}

const at = 'to_timestamp($2::float8 / 1000)'

/**
 * Open tasks of running instances that no seat of the moment `$2` gives the right to, those of an applicant with a ticket aside; `$1` is an
 * agency, or null for all. The rest of the statement reads `unattended` and `attended`.
 */
export const attention = `with seats as materialized (select * from ${seatsAt({ at })} s where $1::text is null or s.agency_id = $1::text),
  called as materialized (${callingsOf('seats')}),
  attended as materialized (
    select distinct t.agency_id, t.id from called c join tasks t on t.agency_id = c.agency_id and t.id = c.task_id
    where t.status = 'open' and c.person_id <> all(t.excluded) and ${unlessLentBy('t.excluded', 'c.lender_id')}),
  unattended as materialized (
    select t.agency_id, t.id, t.instance_id, t.due_at, t.excluded from tasks t
    join instances i on i.agency_id = t.agency_id and i.id = t.instance_id
    where ($1::text is null or t.agency_id = $1::text) and t.status = 'open' and i.status = 'running' and not i.suspended
      and not exists (select from attended a where a.agency_id = t.agency_id and a.id = t.id)
      and not exists (select from task_candidates k where k.agency_id = t.agency_id and k.task_id = t.id and k.applicant
        and ${ticketOf('i')} is not null))`

/** How many such tasks an agency has; one row. */
export const countUnattended = (db: Db, agencyId: string, now: Instant) =>
  rows<{ many: number }>(db, `${attention} select count(*)::float8 as many from unattended`, [agencyId, now], 'count_unattended')

const held = `h."from" <= ${at} and (h.until is null or h.until > ${at}) and (p.closed_at is null or p.closed_at > ${at})`

/** Candidates that somebody holds, and how; none for what is vacant. */
const holding = `select k.agency_id, k.task_id, k.ordinal, who.disabled_at is null as able, c.person_id is not null as lent
  from page u join task_candidates k on k.agency_id = u.agency_id and k.task_id = u.id
  join holders h on h.agency_id = k.agency_id and h.position_id = coalesce(k.position_id, h.position_id)
    and h.person_id = coalesce(k.person_id, h.person_id)
  join positions p on p.agency_id = h.agency_id and p.id = h.position_id
  join people who on who.id = h.person_id
  left join seats c on c.agency_id = h.agency_id and c.position_id = h.position_id and c.person_id = h.person_id and c.lender_id is null
  where not k.applicant and ${held}`

/** The open tasks of an agency that nobody in office can perform now, and why; by due time, in one statement. */
export function unattendedTasks(
  db: Db,
  agencyId: string,
  now: Instant,
  page: { offset: number; limit: number },
): Promise<UnattendedTask[]> {
  return rows<UnattendedTask>(
    db,
    `${attention},
     page as materialized (
       select * from unattended order by coalesce(due_at, 'infinity'), id offset $3::int limit $4::int),
     holding as (${holding}),
     reasons as (
       select u.agency_id, u.id,
         exists (select from called c where c.agency_id = u.agency_id and c.task_id = u.id) as four_eyes,
         exists (select from holding h where h.agency_id = u.agency_id and h.task_id = u.id and h.able and not h.lent) as away,
         exists (select from holding h where h.agency_id = u.agency_id and h.task_id = u.id and not h.able) as disabled,
         not exists (select from task_candidates k where k.agency_id = u.agency_id and k.task_id = u.id)
           or exists (select from task_candidates k where k.agency_id = u.agency_id and k.task_id = u.id and not k.applicant
             and not exists (select from holding h where h.agency_id = k.agency_id and h.task_id = k.task_id and h.ordinal = k.ordinal)) as vacant,
         exists (select from task_candidates k where k.agency_id = u.agency_id and k.task_id = u.id and k.applicant) as applicant,
         (select coalesce(json_agg(coalesce(p.title || coalesce(' (' || who.name || ')', ''), who.name) order by k.ordinal), '[]'::json)
          from task_candidates k left join positions p on p.agency_id = k.agency_id and p.id = k.position_id
          left join people who on who.id = k.person_id
          where k.agency_id = u.agency_id and k.task_id = u.id and not k.applicant) as called
       from page u)
     select t.id, t.instance_id as "instanceId", i.number::float8 as "instanceNumber", i.title as "instanceTitle", i.slug,
       s.title as "standardTitle", t.node, t.title, ${ms('t.opened_at')} as "openedAt", ${ms('t.due_at')} as "dueAt", r.called,
       json_build_object('fourEyes', r.four_eyes, 'away', r.away, 'disabled', r.disabled, 'vacant', r.vacant,
         'applicant', r.applicant) as why
     from reasons r join tasks t on t.agency_id = r.agency_id and t.id = r.id
     join instances i on i.agency_id = t.agency_id and i.id = t.instance_id
     join standards s on s.agency_id = i.agency_id and s.slug = i.slug
     order by coalesce(t.due_at, 'infinity'), t.id`,
    [agencyId, now, page.offset, page.limit],
    'unattended_tasks',
  )
}
