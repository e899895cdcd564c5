import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'

export type TargetVersion = { number: number; status: 'published' | 'superseded'; digest: string }

/** Versions of a standard on which instances may run, latest first. */
export function targetVersions(db: Db, agencyId: string, slug: string): Promise<TargetVersion[]> {
  return rows<TargetVersion>(
    db,
    `select number, status, digest from versions
     where agency_id = $1 and slug = $2 and status in ('published', 'superseded') order by number desc`,
    [agencyId, slug],
    'target_versions',
  )
}

export type InstanceRef = { id: string; number: number; title: string; version: number; revision: number }

/** Running instances of a standard on another version than `version`, in the order of their numbers after `after`. */
export function instancesNotOn(
  db: Db,
  where: { agencyId: string; slug: string; version: number; after: number; limit: number },
): Promise<InstanceRef[]> {
  return rows<InstanceRef>(
    db,
    `select id, number::float8 as number, title, version, revision from instances
     where agency_id = $1 and slug = $2 and status = 'running' and version <> $3::int and number > $4::float8
     order by number limit $5::int`,
    [where.agencyId, where.slug, where.version, where.after, where.limit],
    'instances_not_on',
  )
}

export type MovedRef = InstanceRef & { movedAt: Instant; from: number }

/** Running instances of a standard that were moved since `since` and in which nobody has gone on yet. */
export function movedSince(
  db: Db,
  where: { agencyId: string; slug: string; since: Instant; limit: number },
): Promise<MovedRef[]> {
  return rows<MovedRef>(
    db,
    `select i.id, i.number::float8 as number, i.title, i.version, i.revision, ${ms('m.at')} as "movedAt", m.version as "from"
     from instances i cross join lateral (
       select to_timestamp((i.state #>> '{migration,at}')::float8 / 1000) as at, (i.state #>> '{migration,from,version}')::int as version) m
     where i.agency_id = $1 and i.slug = $2 and i.status = 'running' and m.at >= to_timestamp($3::float8 / 1000)
     order by i.number limit $4::int`,
    [where.agencyId, where.slug, where.since, where.limit],
    'moved_since',
  )
}
