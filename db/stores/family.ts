import type { InstanceState } from '#engine/instance/state.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

/**
 * The hash of the ticket that opens an instance: its own, or where another instance called it, that of the topmost one,
 * since whoever asked for that asked for all of it. `instance` is the alias of a row of instances.
 */
export const ticketOf = (instance: string) => `case when ${instance}.parent_id is null then ${instance}.ticket_hash else (
  with recursive above (parent_id, ticket_hash) as (
    select p.parent_id, p.ticket_hash from instances p where p.agency_id = ${instance}.agency_id and p.id = ${instance}.parent_id
    union all
    select p.parent_id, p.ticket_hash from above a
    join instances p on p.agency_id = ${instance}.agency_id and p.id = a.parent_id)
  select ticket_hash from above where parent_id is null) end`

/** One of the instances that called each other. */
export type Member = {
  id: string
  slug: string
  version: number
  digest: string
  state: InstanceState
  ticketHash: string | null
}

/** An instance, all that stand above it, and all that those called; itself alone where nothing was called. Not more than 200. */
export const familyOf = (db: Db, agencyId: string, id: string) =>
  rows<Member>(
    db,
    `with recursive above (id, parent_id) as (
       select i.id, i.parent_id from instances i where i.agency_id = $1 and i.id = $2::uuid
       union all
       select i.id, i.parent_id from above a join instances i on i.agency_id = $1 and i.id = a.parent_id),
     below (id) as (
       select id from above where parent_id is null
       union all
       select i.id from below b join instances i on i.agency_id = $1 and i.parent_id = b.id)
     select i.id, i.slug, i.version, i.digest, i.state, ${ticketOf('i')} as "ticketHash"
     from below b join instances i on i.agency_id = $1 and i.id = b.id order by i.number limit 200`,
    [agencyId, id],
    'family_of_instance',
  )

/** The instances that one called, level by level down to the last, oldest first. Not more than `limit`. */
export async function calledBelow(db: Db, agencyId: string, id: string, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    `with recursive below (id) as (
       select i.id from instances i where i.agency_id = $1 and i.parent_id = $2::uuid
       union all
       select i.id from below b join instances i on i.agency_id = $1 and i.parent_id = b.id)
     select i.id from below b join instances i on i.agency_id = $1 and i.id = b.id order by i.number limit $3::int`,
    [agencyId, id, limit],
    'called_below',
  )
  return found.map((row) => row.id)
}
