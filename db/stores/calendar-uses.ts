import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

/** A version that counts in the working time of a unit of the calendar. */
export type UnitUse = { unit: string; slug: string; number: number; title: string; running: boolean }

/**
 * Which units the agency's versions name: those being written or in force, and older ones on which requests still run. Latest
 * version first; one statement.
 */
export const unitUses = (db: Db, agencyId: string) =>
  rows<UnitUse>(
    db,
    `select named.unit, v.slug, v.number, s.title, v.status <> 'published' and runs.any as running
     from versions v join standards s on s.agency_id = v.agency_id and s.slug = v.slug
     cross join lateral (select exists (select from instances i
       where i.agency_id = v.agency_id and i.slug = v.slug and i.version = v.number and i.status = 'running') as any) runs
     cross join lateral (
       select distinct jsonb_path_query(v.body::jsonb, '$.**.calendarUnit') #>> '{}' as unit) named
     where v.agency_id = $1 and v.body like '%"calendarUnit":%'
       and (v.status in ('draft', 'in-review', 'approved', 'upcoming', 'published') or runs.any)
     order by s.title, v.slug, v.number desc`,
    [agencyId],
    'unit_uses',
  )
