import type { Incident, InstanceState } from '#engine/instance/state.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'
import { promiseStands } from './clock-stands.ts'
import { countUnattended, type UnattendedTask, unattendedTasks } from './unattended.ts'

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

/** Part of a list, and how long the whole of it is. */
export type Listed<T> = { items: readonly T[]; total: number }

const ofInstance = `i.id as "instanceId", i.number::float8 as number, i.title, s.title as "standardTitle"`
const ofTask = `${ofInstance}, t.id as "taskId", t.title as step, ${ms('t.due_at')} as "dueAt", ${ms('t.opened_at')} as "openedAt",
  (select string_agg(p.name, ', ' order by p.name) from people p where p.id = t.claimed_by or p.id in (
    select c.claimed_by from task_candidates c where c.agency_id = t.agency_id and c.task_id = t.id)) as "claimedBy",
  coalesce((select json_agg(distinct p.title) from task_candidates c join positions p on p.agency_id = c.agency_id and p.id = c.position_id
    where c.agency_id = t.agency_id and c.task_id = t.id), '[]'::json) as positions`
const openTasks = `from tasks t join instances i on i.agency_id = t.agency_id and i.id = t.instance_id
  join standards s on s.agency_id = i.agency_id and s.slug = i.slug
  where t.agency_id = $1 and t.status = 'open' and jsonb_typeof(i.state->'suspended') is distinct from 'object'`
const instances = 'from instances i join standards s on s.agency_id = i.agency_id and s.slug = i.slug where i.agency_id = $1'

/** The whole is counted only where the page is full. */
async function listed<T>(
  found: readonly T[],
  limit: number,
  count: () => Promise<readonly { many: number }[]>,
): Promise<Listed<T>> {
  if (found.length < limit) return { items: found, total: found.length }
  const [all] = await count()
  return { items: found, total: all?.many ?? found.length }
}

/** Open tasks that fall due within a span, the most urgent first. */
export async function tasksDue(db: Db, agencyId: string, span: { from: Instant | null; until: Instant }, limit: number) {
  const within = `${openTasks} and not ${promiseStands('t', 'i')} and t.due_at < to_timestamp($2::float8 / 1000)
    and ($3::float8 is null or t.due_at >= to_timestamp($3::float8 / 1000))`
  const params = [agencyId, span.until, span.from]
  const text = `select ${ofTask} ${within} order by t.due_at, t.id limit $4::int`
  const found = await rows<WatchedTask>(db, text, [...params, limit], 'monitor_due')
  return listed(found, limit, () => rows(db, `select count(*)::float8 as many ${within}`, params, 'monitor_due_count'))
}

/** Running requests that stand still at an incident, the oldest first. */
export async function stoppedInstances(db: Db, agencyId: string, limit: number) {
  const within = `${instances} and i.status = 'running' and i.incident`
  const text = `select ${ofInstance}, i.slug, i.version, i.digest, i.state->'incidents' as incidents
    ${within} order by i.started_at, i.id limit $2::int`
  const found = await rows<StoppedInstance>(db, text, [agencyId, limit], 'monitor_stopped')
  return listed(found, limit, () => rows(db, `select count(*)::float8 as many ${within}`, [agencyId], 'monitor_stopped_count'))
}

/** Requests that a supervisor has suspended, the oldest first. */
export async function suspendedInstances(db: Db, agencyId: string, limit: number) {
  const within = `${instances} and i.status = 'running' and jsonb_typeof(i.state->'suspended') = 'object'`
  const text = `select ${ofInstance}, i.state->'suspended' as suspended ${within} order by i.started_at, i.id limit $2::int`
  const found = await rows<SuspendedInstance>(db, text, [agencyId, limit], 'monitor_suspended')
  return listed(found, limit, () => rows(db, `select count(*)::float8 as many ${within}`, [agencyId], 'monitor_suspended_count'))
}

/** Open tasks that nobody in office can perform, and why; by due time. */
export async function tasksOfNobody(db: Db, agencyId: string, now: Instant, limit: number): Promise<Listed<UnattendedTask>> {
  const found = await unattendedTasks(db, agencyId, now, { offset: 0, limit })
  return listed(found, limit, () => countUnattended(db, agencyId, now))
}
