import { and, eq, sql } from 'drizzle-orm'
import { comments, commentThreads } from '#db/schema.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'

type StandardKey = { agencyId: string; slug: string }

export type StoredComment = {
  id: string
  personId: string
  name: string | null
  /** Empty where it was taken back. */
  words: string
  at: Instant
  editedAt: Instant | null
  deleted: boolean
}
export type StoredThread = {
  id: string
  number: number
  topicKind: string
  topicId: string
  topicName: string
  at: Instant
  resolved: { name: string | null; at: Instant } | null
  comments: readonly StoredComment[]
}

/** Conversations shown at once: the open ones, then those last touched. */
const shown = 300

/** The conversations of a standard, the oldest first; those in which nothing is left to read aside. */
export function listThreads(db: Db, { agencyId, slug }: StandardKey): Promise<StoredThread[]> {
  return rows(
    db,
    `with chosen as (
       select * from comment_threads where agency_id = $1 and slug = $2
       order by (resolved_at is null) desc, changed_at desc limit ${shown})
     select c.id, c.number, c.topic_kind as "topicKind", c.topic_id as "topicId", c.topic_name as "topicName", ${ms('c.at')} as at,
       case when c.resolved_at is not null then json_build_object('name', r.name, 'at', ${ms('c.resolved_at')}) end as resolved,
       said.comments
     from chosen c left join people r on r.id = c.resolved_by
     join lateral (
       select json_agg(json_build_object('id', m.id, 'personId', m.person_id, 'name', p.name, 'words', m.words, 'at', ${ms('m.at')},
         'editedAt', ${ms('m.edited_at')}, 'deleted', m.deleted_at is not null) order by m.ordinal) as comments,
         bool_or(m.deleted_at is null) as left_to_read
       from comments m left join people p on p.id = m.person_id
       where m.agency_id = c.agency_id and m.thread_id = c.id) said on said.left_to_read
     order by c.at, c.id`,
    [agencyId, slug],
    'comment_threads',
  )
}

/** Changes whenever anything in the conversations of a standard does. */
export async function threadsStamp(db: Db, { agencyId, slug }: StandardKey): Promise<string> {
  const [found] = await rows<{ stamp: string }>(
    db,
    `select count(*)::text || '.' || coalesce(sum(revision), 0)::text as stamp from comment_threads where agency_id = $1 and slug = $2`,
    [agencyId, slug],
    'comment_stamp',
  )
  return found?.stamp ?? ''
}

export async function countThreads(db: Db, { agencyId, slug }: StandardKey): Promise<number> {
  const text = 'select count(*)::int as many from comment_threads where agency_id = $1 and slug = $2'
  const [found] = await rows<{ many: number }>(db, text, [agencyId, slug], 'comment_threads_many')
  return found?.many ?? 0
}

export type ThreadRow = typeof commentThreads.$inferSelect
export type CommentRow = typeof comments.$inferSelect

export async function insertThread(tx: Db, row: typeof commentThreads.$inferInsert) {
  await tx.insert(commentThreads).values(row)
}

export async function insertComment(tx: Db, row: typeof comments.$inferInsert) {
  await tx.insert(comments).values(row)
}

/** A conversation of the standard, locked until the transaction ends. */
export async function lockThread(tx: Db, { agencyId, slug }: StandardKey, id: string): Promise<ThreadRow | null> {
  const ofStandard = and(eq(commentThreads.agencyId, agencyId), eq(commentThreads.slug, slug), eq(commentThreads.id, id))
  const [row] = await tx.select().from(commentThreads).where(ofStandard).for('update')
  return row ?? null
}

/** What was said, with its conversation locked, where both belong to the standard. */
export async function lockComment(tx: Db, key: StandardKey, id: string): Promise<CommentRow | null> {
  const ofId = and(eq(comments.agencyId, key.agencyId), eq(comments.id, id))
  const [place] = await tx.select({ threadId: comments.threadId }).from(comments).where(ofId)
  const thread = place && (await lockThread(tx, key, place.threadId))
  if (!thread) return null
  // Read again: whoever held the conversation before may have changed it.
  const [said] = await tx.select().from(comments).where(ofId)
  return said ?? null
}

export async function changeComment(
  tx: Db,
  { agencyId, id, threadId }: CommentRow,
  change: { words: string; editedAt?: Date; deletedAt?: Date },
) {
  await tx
    .update(comments)
    .set(change)
    .where(and(eq(comments.agencyId, agencyId), eq(comments.id, id)))
  await touchThread(tx, { agencyId, id: threadId }, change.editedAt ?? change.deletedAt)
}

export async function touchThread(tx: Db, { agencyId, id }: Pick<ThreadRow, 'agencyId' | 'id'>, changedAt: Date | undefined) {
  const ofThread = and(eq(commentThreads.agencyId, agencyId), eq(commentThreads.id, id))
  await tx
    .update(commentThreads)
    .set({ changedAt, revision: sql`${commentThreads.revision} + 1` })
    .where(ofThread)
}

export async function resolveThread(tx: Db, { agencyId, id }: ThreadRow, at: Date, by: string | null) {
  const ofThread = and(eq(commentThreads.agencyId, agencyId), eq(commentThreads.id, id))
  const resolved = { resolvedBy: by, resolvedAt: by === null ? null : at }
  await tx
    .update(commentThreads)
    .set({ changedAt: at, revision: sql`${commentThreads.revision} + 1`, ...resolved })
    .where(ofThread)
}

/** Who spoke in a conversation, and how often anybody did. */
export async function peopleOfThread(tx: Db, { agencyId, id }: Pick<ThreadRow, 'agencyId' | 'id'>) {
  const text = `select person_id as "personId", count(*)::int as many from comments
    where agency_id = $1 and thread_id = $2::uuid group by person_id`
  return rows<{ personId: string; many: number }>(tx, text, [agencyId, id], 'comment_people')
}

/** How many open conversations there are about each topic, those in which nothing is left to read aside. */
export function countOpenThreads(db: Db, { agencyId, slug }: StandardKey): Promise<{ topic: string; many: number }[]> {
  return rows(
    db,
    `select c.topic_kind || ':' || c.topic_id as topic, count(*)::int as many from comment_threads c
     where c.agency_id = $1 and c.slug = $2 and c.resolved_at is null and exists (
       select from comments m where m.agency_id = c.agency_id and m.thread_id = c.id and m.deleted_at is null)
     group by 1`,
    [agencyId, slug],
    'comment_topics',
  )
}
