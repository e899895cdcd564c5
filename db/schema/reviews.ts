import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'
import { positions } from './people.ts'
import { standards, versions } from './standards.ts'

/** One of several approvals that a version needs, given from a position. A new round of review begins without any. */
export const approvals = pgTable(
  'approvals',
  {
    agencyId: agency(),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    round: integer('round').notNull(),
    positionId: text('position_id').notNull(),
    personId: uuid('person_id').notNull(),
    digest: text('digest').notNull(),
    note: text('note'),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug, t.number, t.round, t.positionId, t.personId] }),
    foreignKey({
      name: 'approvals_version',
      columns: [t.agencyId, t.slug, t.number],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    foreignKey({
      name: 'approvals_position',
      columns: [t.agencyId, t.positionId],
      foreignColumns: [positions.agencyId, positions.id],
    }),
  ],
)

/** What a reader of a draft would write otherwise: changes of its parts, until one of its authors takes them or not. */
export const suggestions = pgTable(
  'suggestions',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    /** `PartChanges` (engine/definition/changes). */
    changes: jsonb('changes').notNull(),
    note: text('note').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
    verdict: text('verdict', { enum: ['accepted', 'partly', 'declined', 'withdrawn'] }),
    settledBy: uuid('settled_by'),
    settledAt: at('settled_at'),
    reason: text('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'suggestions_version',
      columns: [t.agencyId, t.slug, t.number],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    index('suggestions_standard').on(t.agencyId, t.slug, t.at),
    check(
      'suggestions_settled',
      sql`(${t.verdict} is null) = (${t.settledAt} is null) and (${t.verdict} is null) = (${t.settledBy} is null)`,
    ),
  ],
)

/** That a standard is to be looked at again was said once before its day and once after. */
export const reviewReminders = pgTable(
  'review_reminders',
  {
    agencyId: agency(),
    slug: text('slug').notNull(),
    dueOn: date('due_on').notNull(),
    kind: text('kind', { enum: ['soon', 'over'] }).notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug, t.dueOn, t.kind] }),
    foreignKey({
      name: 'review_reminders_standard',
      columns: [t.agencyId, t.slug],
      foreignColumns: [standards.agencyId, standards.slug],
    }),
  ],
)

/** Whoever works by a version has read it. */
export const readings = pgTable(
  'readings',
  {
    agencyId: agency(),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    personId: uuid('person_id').notNull(),
    digest: text('digest').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug, t.number, t.personId] }),
    foreignKey({
      name: 'readings_text',
      columns: [t.agencyId, t.slug, t.number, t.digest],
      foreignColumns: [versions.agencyId, versions.slug, versions.number, versions.digest],
    }),
  ],
)
