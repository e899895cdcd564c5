import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'
import type { InstanceKey } from './claims.ts'
import { attention } from './unattended.ts'

const atOnce = 200

/**
 * Instances in which an inspection finds something, a page of them after a key: a task that nobody can act on and of which
 * nothing is said yet, or the word that nobody can act on a task that somebody can. Appointments that began or ended, leave,
 * delegations and accounts all come out here, whenever they changed; once inspected, an instance is not named again.
 */
export function inspectable(db: Db, now: Instant, after: InstanceKey): Promise<InstanceKey[]> {
  return rows<InstanceKey>(
    db,
    `${attention},
     found as (
       select u.agency_id, u.instance_id as id from unattended u
       join instances i on i.agency_id = u.agency_id and i.id = u.instance_id
       where not i.state -> 'incidents' @> jsonb_build_array(jsonb_build_object('taskId', u.id::text))
       union
       select i.agency_id, i.id from instances i
       cross join lateral jsonb_array_elements(i.state -> 'incidents') raised
       join attended a on a.agency_id = i.agency_id and a.id = (raised ->> 'taskId')::uuid
       where ($1::text is null or i.agency_id = $1::text) and i.status = 'running' and i.incident and not i.suspended
         and raised ->> 'code' = 'nobody-to-act')
     select agency_id as "agencyId", id from found where (agency_id, id) > ($3, $4::uuid)
     order by agency_id, id limit ${atOnce}`,
    [null, now, after.agencyId, after.id],
    'inspectable_instances',
  )
}
