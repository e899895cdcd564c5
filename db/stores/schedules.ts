import { nextOccurrence } from '#engine/calendar/recurrence.ts'
import type { Calendar } from '#engine/calendar/schema.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'
import type { DueSchedule } from './claims.ts'

type Place = { agencyId: string; slug: string }
type InForce = { version: number; definition: Definition; calendar: Calendar }

/** Sets when the version in force is started by the clock; with null, that nothing is any more. Takes the transaction of the change. */
export async function keepSchedules(tx: Db, { agencyId, slug }: Place, inForce: InForce | null, now: Instant): Promise<void> {
  await rows(tx, 'delete from schedules where agency_id = $1 and slug = $2', [agencyId, slug])
  const next = inForce ? firstOccurrences(inForce, now) : []
  for (const { node, at } of next) {
    await rows(
      tx,
      `insert into schedules (agency_id, slug, node, version, next_at)
       values ($1, $2, $3, $4::int, to_timestamp($5::float8 / 1000))`,
      [agencyId, slug, node, inForce?.version ?? 0, at],
    )
  }
}

function firstOccurrences({ definition, calendar }: InForce, now: Instant): { node: string; at: Instant }[] {
  return definition.flow.nodes.flatMap((node) => {
    const at = node.kind === 'start' && node.by === 'schedule' && node.every ? nextOccurrence(node.every, now, calendar) : null
    return at === null ? [] : [{ node: node.id, at }]
  })
}

/** Standards whose version in force is started by the clock and has no row for it yet: those that came with the shipped data. */
export function unscheduled(db: Db): Promise<(Place & { version: number; digest: string })[]> {
  return rows(
    db,
    `select v.agency_id as "agencyId", v.slug, v.number as version, v.digest from versions v
     where v.status = 'published' and v.body like '%"by":"schedule"%'
       and not exists (select from schedules s where s.agency_id = v.agency_id and s.slug = v.slug and s.version = v.number)`,
  )
}

/** Starts of an agency that are still to come, with the text that they are planned by. */
export function plannedStarts(db: Db, agencyId: string, now: Instant): Promise<(DueSchedule & { digest: string })[]> {
  return rows(
    db,
    `select s.agency_id as "agencyId", s.slug, s.node, s.version, ${ms('s.next_at')} as "nextAt", v.digest
     from schedules s join versions v on v.agency_id = s.agency_id and v.slug = s.slug and v.number = s.version
     where s.agency_id = $1 and s.next_at > to_timestamp($2::float8 / 1000)`,
    [agencyId, now],
  )
}

export async function moveSchedule(tx: Db, { agencyId, slug, node, nextAt }: DueSchedule, next: Instant): Promise<void> {
  await rows(
    tx,
    `update schedules set next_at = to_timestamp($5::float8 / 1000), claimed_until = null
     where agency_id = $1 and slug = $2 and node = $3 and next_at = to_timestamp($4::float8 / 1000)`,
    [agencyId, slug, node, nextAt, next],
  )
}

export async function dropSchedule(db: Db, { agencyId, slug, node, version }: DueSchedule): Promise<void> {
  await rows(db, 'delete from schedules where agency_id = $1 and slug = $2 and node = $3 and version = $4::int', [
    agencyId,
    slug,
    node,
    version,
  ])
}
