import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'
import type { RequestNoticeKind, StandardNoticeKind } from './notice-rows.ts'
import { agenciesOf, seatsAt } from './seats.ts'

type AnyNotice = {
  agencyId: string
  id: string
  at: Instant
  slug: string
  detail: Readonly<Record<string, unknown>>
  readAt: Instant | null
}
export type RequestNotice = AnyNotice & {
  about: 'request'
  kind: RequestNoticeKind
  instanceId: string
  instanceNumber: number
  instanceTitle: string
  taskId: string | null
  /** Whether the task is open still. */
  taskOpen: boolean
  /** What the step is called, where the notice is of one. */
  node: string | null
  activity: string | null
}
export type StandardNotice = AnyNotice & {
  about: 'standard'
  kind: StandardNoticeKind
  number: number
  title: string
}
export type Notice = RequestNotice | StandardNotice

export type Reader = {
  personId: string
  now: Instant
  /** Agencies whose requests this person supervises. */
  supervised: readonly string[]
}

/**
 * Whose notices a person reads: their own while they still belong to the agency (by a seat or a right there), those of the seats they have now that came
 * since, and those for supervisors. $1 is the person, $2 now, $3 the agencies supervised.
 */
const reading = `with seats as materialized (
  select s.agency_id, s.position_id, s."from" from ${seatsAt({ at: 'to_timestamp($2::float8 / 1000)', person: '$1::uuid' })} s),
  homes (agency_id) as materialized (${agenciesOf('$1::uuid', 'to_timestamp($2::float8 / 1000)')}
    union select agency_id from grants where person_id = $1::uuid
    union select unnest($3::text[]))`
const forReader = `((n.person_id = $1::uuid and n.agency_id in (select agency_id from homes))
  or (n.person_id is null and n.position_id is null and n.agency_id = any($3::text[]))
  or (n.person_id is null and exists (
    select from seats s where s.agency_id = n.agency_id and s.position_id = n.position_id and s."from" <= n.at)))`

const unread = `not exists (
  select from notice_marks m where m.agency_id = n.agency_id and m.notice_id = n.id and m.person_id = $1::uuid)`

export type NoticePage = { after: { at: Instant; id: string } | null; limit: number; unreadOnly: boolean; id?: string }

/** The latest first, or only the one of that id; one statement. */
export function listNotices(db: Db, reader: Reader, page: NoticePage): Promise<Notice[]> {
  return rows<Notice>(
    db,
    `${reading}
     select n.agency_id as "agencyId", n.id, ${ms('n.at')} as at, case when n.slug is null then 'request' else 'standard' end as about,
       n.kind, n.instance_id as "instanceId", i.number::float8 as "instanceNumber", i.title as "instanceTitle",
       coalesce(n.slug, i.slug) as slug, n.number, s.title, n.task_id as "taskId",
       coalesce(t.status = 'open', false) as "taskOpen", n.node, t.title as activity, n.detail,
       (select ${ms('m.read_at')} from notice_marks m
        where m.agency_id = n.agency_id and m.notice_id = n.id and m.person_id = $1::uuid) as "readAt"
     from notices n
     left join instances i on i.agency_id = n.agency_id and i.id = n.instance_id
     left join standards s on s.agency_id = n.agency_id and s.slug = n.slug
     left join tasks t on t.agency_id = n.agency_id and t.id = n.task_id
     where ${forReader} and (not $4::boolean or ${unread})
       and ($5::float8 is null or (n.at, n.id) < (to_timestamp($5::float8 / 1000), $6::uuid))
       and ($8::uuid is null or n.id = $8::uuid)
     order by n.at desc, n.id desc limit $7::int`,
    [
      ...[reader.personId, reader.now, reader.supervised, page.unreadOnly],
      ...[page.after?.at ?? null, page.after?.id ?? null, page.limit, page.id ?? null],
    ],
    'list_notices',
  )
}

export async function countUnread(db: Db, reader: Reader): Promise<number> {
  const [found] = await rows<{ many: number }>(
    db,
    `${reading} select count(*)::int as many from notices n where ${forReader} and ${unread}`,
    [reader.personId, reader.now, reader.supervised],
    'count_unread_notices',
  )
  return found?.many ?? 0
}

/** Marks as read those that are the reader's; with `ids` null all of them up to now. Answers how many were not before. */
export async function markNotices(db: Db, reader: Reader, ids: readonly string[] | null): Promise<number> {
  const marked = await rows(
    db,
    `${reading}
     insert into notice_marks (agency_id, notice_id, person_id, read_at)
     select n.agency_id, n.id, $1::uuid, to_timestamp($2::float8 / 1000) from notices n
     where ${forReader} and ${unread} and ($4::uuid[] is null or n.id = any($4::uuid[]))
     on conflict do nothing returning 1`,
    [reader.personId, reader.now, reader.supervised, ids],
    'mark_notices',
  )
  return marked.length
}

/** Makes those that this reader has read new again, for them alone. Answers how many were read before. */
export async function unmarkNotices(db: Db, reader: Reader, ids: readonly string[]): Promise<number> {
  const unmarked = await rows(
    db,
    `${reading}
     delete from notice_marks m using notices n
     where n.id = any($4::uuid[]) and ${forReader}
       and m.agency_id = n.agency_id and m.notice_id = n.id and m.person_id = $1::uuid
     returning 1`,
    [reader.personId, reader.now, reader.supervised, ids],
    'unmark_notices',
  )
  return unmarked.length
}
