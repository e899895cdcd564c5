import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agencies } from './agencies.ts'
import { agency, at } from './columns.ts'

/** Every text that a shared block of an agency ever had; the highest revision is the one that counts. */
export const agencyBlocks = pgTable(
  'agency_blocks',
  {
    agencyId: agency().references(() => agencies.id),
    key: text('key', {
      enum: ['complaints', 'facilities', 'supervision', 'serviceGuarantee', 'safetyGuarantee', 'evaluation'],
    }).notNull(),
    revision: integer('revision').notNull(),
    /** The component's value as canonical JSON. */
    body: text('body').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.key, t.revision] })],
)
