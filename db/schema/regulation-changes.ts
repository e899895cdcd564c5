import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agencies } from './agencies.ts'
import { agency, at } from './columns.ts'

/**
 * What an agency recorded of regulations that its standards cite: replaced, revoked or amended by another, with the words
 * that say so. A record that was wrong is withdrawn, never deleted.
 */
export const regulationChanges = pgTable(
  'regulation_changes',
  {
    agencyId: agency().references(() => agencies.id),
    id: uuid('id').notNull(),
    /** Who issued the regulation, as `issuerOf` (engine/definition) reads it from a citation; its number and year. */
    issuer: text('issuer').notNull(),
    number: text('number').notNull(),
    year: integer('year').notNull(),
    about: text('about').notNull().default(''),
    change: text('change', { enum: ['replaced', 'revoked', 'amended'] }).notNull(),
    /** The regulation that did it, as it is cited, and the day from which it does. */
    by: text('by').notNull(),
    since: date('since'),
    /** The text that says so. */
    source: text('source').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    index('regulation_changes_regulation').on(t.agencyId, t.year, t.number),
    check('regulation_changes_withdrawn', sql`(${t.withdrawnBy} is null) = (${t.withdrawnAt} is null)`),
  ],
)
