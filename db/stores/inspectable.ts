import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'
import type { InstanceKey } from './claims.ts'

const atOnce = 200

/**
 * Running instances with an open task that no holder in office seems able to perform, or with an incident: a page of
 * them after a key. It may name too many (a delegate acts, say), never too few.
 */
export function inspectable(db: Db, now: Instant, after: InstanceKey): Promise<InstanceKey[]> {
  return rows<InstanceKey>(
    db,
    `select i.agency_id as "agencyId", i.id from instances i
     where i.status = 'running' and not i.suspended and (i.agency_id, i.id) > ($2, $3::uuid) and (i.incident or exists (
       select from tasks t where t.agency_id = i.agency_id and t.instance_id = i.id and t.status = 'open' and not exists (
         select from task_candidates c
         left join holders h on h.agency_id = c.agency_id and h.position_id = coalesce(c.position_id, h.position_id)
           and h.person_id = coalesce(c.person_id, h.person_id) and not h.person_id = any(t.excluded)
           and h."from" <= to_timestamp($1::float8 / 1000) and (h.until is null or h.until > to_timestamp($1::float8 / 1000))
         left join positions p on p.agency_id = h.agency_id and p.id = h.position_id
         left join people who on who.id = h.person_id
         where c.agency_id = t.agency_id and c.task_id = t.id and (c.applicant or (h.id is not null and who.disabled_at is null
           and (p.closed_at is null or p.closed_at > to_timestamp($1::float8 / 1000)))))))
     order by i.agency_id, i.id limit ${atOnce}`,
    [now, after.agencyId, after.id],
    'inspectable_instances',
  )
}
