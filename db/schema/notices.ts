import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'
import { instances } from './instances.ts'
import { versions } from './standards.ts'

/**
 * A word to those whom an event concerns: whoever holds a position, one person, or (with neither) those who supervise
 * the agency's requests. About a request (made from its events in the same statement) or about a version of a standard.
 */
export const notices = pgTable(
  'notices',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    at: at('at').notNull(),
    kind: text('kind').notNull(),
    instanceId: uuid('instance_id'),
    slug: text('slug'),
    number: integer('number'),
    taskId: uuid('task_id'),
    node: text('node'),
    positionId: text('position_id'),
    personId: uuid('person_id'),
    detail: jsonb('detail').notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'notices_instance',
      columns: [t.agencyId, t.instanceId],
      foreignColumns: [instances.agencyId, instances.id],
    }),
    foreignKey({
      name: 'notices_version',
      columns: [t.agencyId, t.slug, t.number],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    check(
      'notices_about_one',
      sql`(${t.instanceId} is null) <> (${t.slug} is null) and (${t.slug} is null) = (${t.number} is null)`,
    ),
    index('notices_position').on(t.agencyId, t.positionId, t.at),
    index('notices_person').on(t.personId, t.at).where(sql`person_id is not null`),
    index('notices_at').on(t.at),
  ],
)

/** Who has read which notice. */
export const noticeMarks = pgTable(
  'notice_marks',
  {
    agencyId: agency(),
    noticeId: uuid('notice_id').notNull(),
    personId: uuid('person_id').notNull(),
    readAt: at('read_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.noticeId, t.personId] }),
    foreignKey({
      name: 'notice_marks_notice',
      columns: [t.agencyId, t.noticeId],
      foreignColumns: [notices.agencyId, notices.id],
    }).onDelete('cascade'),
  ],
)
