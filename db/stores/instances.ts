import type { Event } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'
import { eventOf } from './event-rows.ts'

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
  openTasks: number
  startedAt: Instant
  dueAt: Instant | null
  endedAt: Instant | null
}

export type InstanceFilter = {
  agencyId: string
  status: InstanceState['status'] | null
  slug: string | null
  /** Only instances in which this person performed a step or may perform an open one. */
  involving: string | null
  after: { startedAt: Instant; id: string } | null
  limit: number
}

/** One page of an agency's instances, latest first; one statement. */
export function listInstances(db: Db, filter: InstanceFilter): Promise<InstanceLine[]> {
  const where = ['i.agency_id = $1']
  const params: (string | number | null)[] = [filter.agencyId]
  const add = (condition: (n: string) => string, value: string | number) => {
    params.push(value)
    where.push(condition(`$${params.length}`))
  }
  if (filter.status) add((n) => `i.status = ${n}`, filter.status)
  if (filter.slug) add((n) => `i.slug = ${n}`, filter.slug)
  if (filter.involving) add(involves, filter.involving)
  if (filter.after) {
    params.push(filter.after.startedAt, filter.after.id)
    const [at, id] = [`to_timestamp($${params.length - 1}::float8 / 1000)`, `$${params.length}::uuid`]
    where.push(`(i.started_at, i.id) < (${at}, ${id})`)
  }
  params.push(filter.limit)
  return rows<InstanceLine>(
    db,
    `select i.agency_id as "agencyId", i.id, i.number::float8 as number, i.title, i.slug, s.title as "standardTitle", i.version,
       i.status, i.incident, i.open_tasks as "openTasks", ${ms('i.started_at')} as "startedAt", ${ms('i.due_at')} as "dueAt",
       ${ms('i.ended_at')} as "endedAt"
     from instances i join standards s on s.agency_id = i.agency_id and s.slug = i.slug
     where ${where.join(' and ')} order by i.started_at desc, i.id desc limit $${params.length}::int`,
    params,
  )
}

const involves = (n: string) => `i.id in (
  select t.instance_id from tasks t where t.agency_id = $1 and t.completed_by = ${n}::uuid
  union select t.instance_id from tasks t join task_candidates k on k.agency_id = t.agency_id and k.task_id = t.id
    where k.agency_id = $1 and t.status = 'open' and (k.person_id = ${n}::uuid or k.position_id in (
      select h.position_id from holders h where h.agency_id = $1 and h.person_id = ${n}::uuid and h."from" <= now()
        and (h.until is null or h.until > now()))))`
