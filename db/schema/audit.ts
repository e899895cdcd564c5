import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'

/** Acts outside instances (people, rights, drafts, publishing), hash-chained per agency; `agency_id` '' is the system. */
export const audit = pgTable(
  'audit',
  {
    agencyId: agency(),
    seq: integer('seq').notNull(),
    at: at('at').notNull(),
    personId: uuid('person_id'),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.seq] })],
)
