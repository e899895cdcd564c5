import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'
import { versions } from './standards.ts'

/**
 * A conversation about one place of a standard. It belongs to the standard and goes on over its versions; `number` is the
 * one it began at.
 */
export const commentThreads = pgTable(
  'comment_threads',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    placeKind: text('place_kind').notNull(),
    /** Empty where the kind alone says the place. */
    placeId: text('place_id').notNull(),
    /** What the place was called when the conversation began; empty where it is called by its kind. */
    placeName: text('place_name').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
    /** When anything in it last changed. */
    changedAt: at('changed_at').notNull(),
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

/** What one person said in a conversation; who takes it back leaves the place of it, without the words. */
export const comments = pgTable(
  'comments',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    threadId: uuid('thread_id').notNull(),
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
    index('comments_of_thread').on(t.agencyId, t.threadId, t.at),
    check('comments_deleted', sql`${t.deletedAt} is null or ${t.words} = ''`),
  ],
)
