import { createHash, randomBytes } from 'node:crypto'
import type { Opened } from '#db/connection.ts'

export type Member = { personId: string; cookie: string }

/** Signs somebody in by a session in the database. */
export async function signIn({ execute }: Opened, personId: string): Promise<Member> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  await execute(`insert into sessions (token_hash, person_id, expires_at) values ($1, $2::uuid, now() + interval '12 hours')`, [
    hash,
    personId,
  ])
  return { personId, cookie: `baku_session=${token}` }
}

export type Busiest = {
  agencyId: string
  slug: string
  finishedId: string
  finishedTask: string
  runningTask: string
  runningId: string
}

/** The agency, the person in it and the things of theirs for which there is most to read. */
export async function busiest({ execute }: Opened): Promise<Busiest & { performer: string }> {
  const [found] = await execute<Busiest & { performer: string }>(`
    with performers as (
      select t.agency_id, t.completed_by, count(*) as done from tasks t where t.completed_by is not null group by 1, 2),
    called as (
      select k.agency_id, h.person_id, min(t.id::text)::uuid as task from task_candidates k
      join tasks t on t.agency_id = k.agency_id and t.id = k.task_id and t.status = 'open' and t.claimed_by is null
      join holders h on h.agency_id = k.agency_id and h.position_id = k.position_id and not h.person_id = any(t.excluded)
      where k.person_id is null group by 1, 2)
    select p.agency_id as "agencyId", p.completed_by as performer, c.task as "runningTask", o.instance_id as "runningId",
      f.instance_id as "finishedId", f.id as "finishedTask", i.slug
    from performers p join called c on c.agency_id = p.agency_id and c.person_id = p.completed_by
    join tasks o on o.agency_id = c.agency_id and o.id = c.task
    join lateral (select t.id, t.instance_id from tasks t where t.agency_id = p.agency_id and t.completed_by = p.completed_by
      order by t.closed_at desc limit 1) f on true
    join instances i on i.agency_id = p.agency_id and i.id = f.instance_id
    order by p.done desc limit 1`)
  if (!found) throw new Error('nobody has both finished and open work')
  return found
}

/** Who has a right in the agency; the operator for 'operator'. */
export async function holderOf({ execute }: Opened, agencyId: string, right: string): Promise<string> {
  const [found] = await execute<{ id: string }>(
    `select p.id from people p left join grants g on g.person_id = p.id and g.agency_id = $1 and g."right" = $2
     where g.person_id is not null or ($2 = 'operator' and p.operator) order by p.name limit 1`,
    [agencyId, right],
  )
  if (!found) throw new Error(`nobody is ${right}`)
  return found.id
}
