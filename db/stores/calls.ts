import type { CallLink, Event } from '#engine/instance/messages.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'
import type { Errand } from './claims.ts'
import { eventOf } from './event-rows.ts'

type Call = NonNullable<Extract<Event, { type: 'WaitBegan' }>['call']>

/** What a wait asked of another standard, as it was recorded. */
export async function findCall(db: Db, agencyId: string, { instanceId, waitId }: CallLink): Promise<Call | null> {
  const [row] = await rows<{ type: string; body: Record<string, unknown>; data: unknown }>(
    db,
    `select type, body, data from events
     where agency_id = $1 and instance_id = $2::uuid and type = 'WaitBegan' and body ->> 'waitId' = $3`,
    [agencyId, instanceId, waitId],
    'find_call',
  )
  const event = row && eventOf(row)
  return event?.type === 'WaitBegan' ? (event.call ?? null) : null
}

/** How many instances stand above this one, each called by the next; counted no further than `most`. */
export async function callersAbove(db: Db, agencyId: string, id: string, most: number): Promise<number> {
  const [found] = await rows<{ depth: number }>(
    db,
    `with recursive above (id, depth) as (
       select parent_id, 1 from instances where agency_id = $1 and id = $2::uuid and parent_id is not null
       union all
       select i.parent_id, a.depth + 1 from above a join instances i on i.agency_id = $1 and i.id = a.id
       where i.parent_id is not null and a.depth < $3::int)
     select coalesce(max(depth), 0)::int as depth from above`,
    [agencyId, id, most],
    'callers_above',
  )
  return found?.depth ?? 0
}

/** Takes an errand off the list; one that is still to begin something keeps what would end it waiting. */
export async function dropErrand(
  db: Db,
  { agencyId, kind, waitId }: Pick<Errand, 'agencyId' | 'kind' | 'waitId'>,
): Promise<void> {
  await rows(
    db,
    'delete from outbox where agency_id = $1 and kind = $2 and wait_id = $3::uuid',
    [agencyId, kind, waitId],
    'drop_errand',
  )
}

export async function isToStart(db: Db, agencyId: string, waitId: string): Promise<boolean> {
  const text = `select 1 from outbox where agency_id = $1 and kind = 'start' and wait_id = $2::uuid`
  return (await rows(db, text, [agencyId, waitId], 'errand_to_start')).length > 0
}
