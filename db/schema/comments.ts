import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'
import { versions } from './standards.ts'

/**
 * A conversation about one topic of a standard. It belongs to the standard and goes on over its versions; `number` is the
 * one it began at.
 */
export const commentThreads = pgTable(
  'comment_threads',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    topicKind: text('topic_kind').notNull(),
    /** Empty where the kind alone says the topic. */
    topicId: text('topic_id').notNull(),
    /** What the topic was called when the conversation began; empty where it is called by its kind. */
    topicName: text('topic_name').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
    /** When anything in it last changed. */
    changedAt: at('changed_at').notNull(),
    /** Counts every change in it. */
    revision: integer('revision').notNull().default(1),
    resolvedBy: uuid('resolved_by'),
    resolvedAt: at('resolved_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'comment_threads_version',
      columns: [t.agencyId, t.slug, t.number],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    index('comment_threads_standard').on(t.agencyId, t.slug, t.changedAt),
    check('comment_threads_resolved', sql`(${t.resolvedBy} is null) = (${t.resolvedAt} is null)`),
  ],
)

/** What one person said in a conversation; who takes it back leaves the topic of it, without the words. */
export const comments = pgTable(
  'comments',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    threadId: uuid('thread_id').notNull(),
    /** Its place in the conversation, from 1. */
    ordinal: integer('ordinal').notNull(),
    personId: uuid('person_id').notNull(),
    words: text('words').notNull(),
    at: at('at').notNull(),
    editedAt: at('edited_at'),
    deletedAt: at('deleted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'comments_thread',
      columns: [t.agencyId, t.threadId],
      foreignColumns: [commentThreads.agencyId, commentThreads.id],
    }),
    unique('comments_in_order').on(t.agencyId, t.threadId, t.ordinal),
    check('comments_deleted', sql`${t.deletedAt} is null or ${t.words} = ''`),
  ],
)
