import type { Incident, InstanceState } from '#engine/instance/state.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'

/** What every line of the monitor says of its request. */
export type WatchedInstance = { instanceId: string; number: number; title: string; standardTitle: string }

export type WatchedTask = WatchedInstance & {
  taskId: string
  step: string
  dueAt: Instant | null
  openedAt: Instant
  /** Names of those who have taken it or a part of it. */
  claimedBy: string | null
  /** Titles of the positions it waits for. */
  positions: readonly string[]
}
export type StoppedInstance = WatchedInstance & {
  slug: string
  version: number
  digest: string
  incidents: readonly Incident[]
}
export type SuspendedInstance = WatchedInstance & { suspended: NonNullable<InstanceState['suspended']> }

/** So many lines of each kind; whoever has more has other work to do first. */
export const most = 50

const ofInstance = `i.id as "instanceId", i.number::float8 as number, i.title, s.title as "standardTitle"`
const ofTask = `${ofInstance}, t.id as "taskId", t.title as step, ${ms('t.due_at')} as "dueAt", ${ms('t.opened_at')} as "openedAt",
  (select string_agg(p.name, ', ' order by p.name) from people p where p.id = t.claimed_by or p.id in (
    select c.claimed_by from task_candidates c where c.agency_id = t.agency_id and c.task_id = t.id)) as "claimedBy",
  coalesce((select json_agg(distinct p.title) from task_candidates c join positions p on p.agency_id = c.agency_id and p.id = c.position_id
    where c.agency_id = t.agency_id and c.task_id = t.id), '[]'::json) as positions`
const openTasks = `from tasks t join instances i on i.agency_id = t.agency_id and i.id = t.instance_id
  join standards s on s.agency_id = i.agency_id and s.slug = i.slug
  where t.agency_id = $1 and t.status = 'open' and jsonb_typeof(i.state->'suspended') is distinct from 'object'`

/** Open tasks that fall due before `until`, the most urgent first. */
export const tasksDueBy = (db: Db, agencyId: string, until: Instant) =>
  rows<WatchedTask>(
    db,
    `select ${ofTask} ${openTasks} and t.due_at < to_timestamp($2::float8 / 1000) order by t.due_at, t.id limit ${most}`,
    [agencyId, until],
    'monitor_due',
  )

/** Running requests that stand still at an incident, the oldest first. */
export const stoppedInstances = (db: Db, agencyId: string) =>
  rows<StoppedInstance>(
    db,
    `select ${ofInstance}, i.slug, i.version, i.digest, i.state->'incidents' as incidents
     from instances i join standards s on s.agency_id = i.agency_id and s.slug = i.slug
     where i.agency_id = $1 and i.status = 'running' and i.incident order by i.started_at, i.id limit ${most}`,
    [agencyId],
    'monitor_stopped',
  )

/** Requests that a supervisor has suspended, the oldest first. */
export const suspendedInstances = (db: Db, agencyId: string) =>
  rows<SuspendedInstance>(
    db,
    `select ${ofInstance}, i.state->'suspended' as suspended
     from instances i join standards s on s.agency_id = i.agency_id and s.slug = i.slug
     where i.agency_id = $1 and i.status = 'running' and jsonb_typeof(i.state->'suspended') = 'object'
     order by i.started_at, i.id limit ${most}`,
    [agencyId],
    'monitor_suspended',
  )
