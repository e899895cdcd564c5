import type { Event } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'
import { clockStands } from './clock-stands.ts'
import { eventOf } from './event-rows.ts'
import { callingsOf, seatsAt } from './seats.ts'

/** The instance a ticket opens. */
export async function findTicket(db: Db, ticketHash: string): Promise<{ agencyId: string; id: string } | null> {
  const text = 'select agency_id as "agencyId", id from instances where ticket_hash = $1'
  const [found] = await rows<{ agencyId: string; id: string }>(db, text, [ticketHash], 'find_ticket')
  return found ?? null
}

export async function findNumber(db: Db, agencyId: string, id: string): Promise<number> {
  const text = 'select number::float8 as number from instances where agency_id = $1 and id = $2::uuid'
  const [found] = await rows<{ number: number }>(db, text, [agencyId, id])
  if (!found) throw new Error(`instance ${agencyId}/${id} is not stored`)
  return found.number
}

/** An event as its history shows it. */
export type PastEvent = { revision: number; event: Event; hash: string }

/** The latest `limit` events of an instance, oldest first. */
export async function historyOf(db: Db, agencyId: string, instanceId: string, limit = 1000): Promise<PastEvent[]> {
  const found = await rows<{ revision: number; type: string; body: Record<string, unknown>; data: unknown; hash: string }>(
    db,
    `select revision, type, body, data, hash from events where agency_id = $1 and instance_id = $2::uuid
     order by revision desc limit $3::int`,
    [agencyId, instanceId, limit],
    'history_of_instance',
  )
  return found.reverse().map((row) => ({ revision: row.revision, event: eventOf(row), hash: row.hash }))
}

/** An instance that another one called or was called by. */
export type Relative = Pick<InstanceLine, 'id' | 'number' | 'slug' | 'standardTitle' | 'version' | 'status'>

/** Those of the ids that are instances of the agency, oldest first. */
export function instancesAmong(db: Db, agencyId: string, ids: readonly string[]): Promise<Relative[]> {
  return rows<Relative>(
    db,
    `select i.id, i.number::float8 as number, i.slug, s.title as "standardTitle", i.version, i.status
     from instances i join standards s on s.agency_id = i.agency_id and s.slug = i.slug
     where i.agency_id = $1 and i.id = any($2::uuid[]) order by i.number`,
    [agencyId, `{${ids.join(',')}}`],
    'instances_among',
  )
}

export type InstanceLine = {
  agencyId: string
  id: string
  number: number
  title: string
  slug: string
  standardTitle: string
  version: number
  status: 'running' | 'completed' | 'rejected' | 'cancelled'
  incident: boolean
  suspended: boolean
  /** The clock of the whole stands still, as while it is suspended or the applicant owes something. */
  stands: boolean
  openTasks: number
  startedAt: Instant
  dueAt: Instant | null
  endedAt: Instant | null
}

export type InstanceFilter = {
  agencyId: string
  status: InstanceState['status'] | null
  slug: string | null
  /** Only instances in which this person performed a step, or a part of one, or may perform an open one. */
  involving: string | null
  /** Whose position is held is asked at this moment. */
  now: Instant
  after: { startedAt: Instant; id: string } | null
  limit: number
}

/** One page of an agency's instances, latest first; one statement. */
export function listInstances(db: Db, filter: InstanceFilter): Promise<InstanceLine[]> {
  const params: (string | number | null)[] = []
  const param = (value: string | number) => `$${params.push(value)}`
  const agency = param(filter.agencyId)
  const where = [`i.agency_id = ${agency}`]
  if (filter.status) where.push(`i.status = ${param(filter.status)}`)
  if (filter.slug) where.push(`i.slug = ${param(filter.slug)}`)
  const cursor =
    filter.after && `(to_timestamp(${param(filter.after.startedAt)}::float8 / 1000), ${param(filter.after.id)}::uuid)`
  if (cursor) where.push(`(i.started_at, i.id) < ${cursor}`)
  const page = `order by 1 desc, 2 desc limit ${param(filter.limit)}::int`
  const of = { agency, where: where.join(' and '), cursor, page }
  const found = filter.involving
    ? foundFor(
        of,
        { person: `${param(filter.involving)}::uuid`, now: `to_timestamp(${param(filter.now)}::float8 / 1000)` },
        filter.status,
      )
    : `select i.started_at, i.id from instances i where ${of.where} ${page}`
  return rows<InstanceLine>(
    db,
    `with found (started_at, id) as (${found})
     select i.agency_id as "agencyId", i.id, i.number::float8 as number, i.title, i.slug, s.title as "standardTitle", i.version,
       i.status, i.incident, i.suspended, ${clockStands('i')} as stands, i.open_tasks as "openTasks",
       ${ms('i.started_at')} as "startedAt", ${ms('i.due_at')} as "dueAt",
       ${ms('i.ended_at')} as "endedAt"
     from found f join instances i on i.agency_id = ${agency} and i.id = f.id
       join standards s on s.agency_id = i.agency_id and s.slug = i.slug
     order by f.started_at desc, f.id desc limit ${param(filter.limit)}::int`,
    params,
  )
}

/** Who reads and when, as they stand in the statement. */
type Reader = { person: string; now: string }
type Found = { agency: string; where: string; cursor: string | null; page: string }

/**
 * What a person has a part in: performed, from the index in the order of the page, and open to them. Those running are few
 * beside all that a person ever did, so they are asked one by one.
 */
function foundFor(of: Found, reader: Reader, status: InstanceFilter['status']): string {
  const { agency, where, cursor, page } = of
  const { person } = reader
  const performed = `t.agency_id = ${agency} and t.completed_by = ${person}`
  const theirs =
    status === 'running'
      ? `select i.started_at, i.id from instances i
         where ${where} and exists (select from tasks t where ${performed} and t.instance_id = i.id) ${page}`
      : `select t.instance_started_at, t.instance_id from (
           select distinct t.instance_started_at, t.instance_id from tasks t
           where ${performed} ${cursor ? `and (t.instance_started_at, t.instance_id) < ${cursor}` : ''}
           order by 1 desc, 2 desc) t
         join instances i on i.id = t.instance_id where ${where} ${page}`
  const among = (ids: string) => `(select i.started_at, i.id from instances i where ${where} and i.id in (${ids}) ${page})`
  return `(${theirs}) union ${among(openTo(agency, reader))} union ${among(partly(agency, person))}`
}

/** Those of the ids in which a person performed a step, or a part of one, or may perform an open one. */
export async function partsOf(db: Db, where: { agencyId: string; person: string; now: Instant }, ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>()
  const reader = { person: '$2::uuid', now: 'to_timestamp($3::float8 / 1000)' }
  const found = await rows<{ id: string }>(
    db,
    `select i.id from instances i where i.agency_id = $1 and i.id = any($4::uuid[]) and (
       exists (select from tasks t where t.agency_id = $1 and t.completed_by = $2::uuid and t.instance_id = i.id)
       or i.id in (${openTo('$1', reader)}) or i.id in (${partly('$1', '$2::uuid')}))`,
    [where.agencyId, where.person, where.now, ids],
  )
  return new Set(found.map(({ id }) => id))
}

/** Of a step that several do together, those before the last one are in the record alone. */
const partly = (agency: string, person: string) => `
  select e.instance_id from events e
  where e.agency_id = ${agency} and e.type = 'PartCompleted' and e.body -> 'by' ->> 'personId' = ${person}::text`

const openTo = (agency: string, { person, now }: Reader) => `
  select t.instance_id from (${callingsOf(seatsAt({ at: now, agency, person }))}) c
  join tasks t on t.agency_id = c.agency_id and t.id = c.task_id where t.status = 'open'`
