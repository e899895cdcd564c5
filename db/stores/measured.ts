import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'

/** One step as it was done once: from when it opened to when it was completed. */
export type MeasuredStep = { node: string; openedAt: Instant; closedAt: Instant }

/** The latest completions of each step of a standard, whatever its version, so many of each at most. */
export const measuredSteps = (db: Db, { agencyId, slug, most }: { agencyId: string; slug: string; most: number }) =>
  rows<MeasuredStep>(
    db,
    `select node, ${ms('opened_at')} as "openedAt", ${ms('closed_at')} as "closedAt" from (
       select t.node, t.opened_at, t.closed_at, row_number() over (partition by t.node order by t.closed_at desc) as latest
       from tasks t join instances i on i.agency_id = t.agency_id and i.id = t.instance_id
       where t.agency_id = $1 and i.slug = $2 and t.status = 'completed' and t.closed_at > t.opened_at) as done
     where latest <= $3 order by node, closed_at`,
    [agencyId, slug, most],
    'measured_steps',
  )
