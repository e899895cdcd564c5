import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { at } from './columns.ts'

/** A body that owns standards. `profile` is checked by `AgencyProfile` (engine/agency.ts): letterhead, contacts, region. */
export const agencies = pgTable('agencies', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  profile: jsonb('profile').notNull(),
  timeZone: text('time_zone').notNull(),
  /** How its standards are reviewed (`AgencyReview` in engine/decree). */
  review: jsonb('review').notNull().default({}),
  /** Raised by every change of the agency, its contacts or calendar; part of the key of cached pages. */
  revision: integer('revision').notNull().default(1),
  createdAt: at('created_at').notNull().defaultNow(),
})

/** Holidays and hours of one agency (`Calendar` in engine/calendar). */
export const calendars = pgTable('calendars', {
  agencyId: text('agency_id')
    .primaryKey()
    .references(() => agencies.id),
  body: jsonb('body').notNull(),
  revision: integer('revision').notNull().default(1),
  updatedAt: at('updated_at').notNull().defaultNow(),
})

/** Lists that a new agency starts from (national holidays, usual hours). */
export const calendarTemplates = pgTable('calendar_templates', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  body: jsonb('body').notNull(),
})
