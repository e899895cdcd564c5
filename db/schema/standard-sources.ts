import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'
import { standards } from './standards.ts'

/**
 * What a standard was made from: a version that the public may read, of any agency. `source_number` is the newest version of
 * the source that an author has looked through here; what changed after it is offered. No foreign key leads into another
 * agency's rows: the digest says which text was meant.
 */
export const standardSources = pgTable(
  'standard_sources',
  {
    agencyId: agency(),
    slug: text('slug').notNull(),
    sourceAgency: text('source_agency').notNull(),
    sourceSlug: text('source_slug').notNull(),
    sourceNumber: integer('source_number').notNull(),
    sourceDigest: text('source_digest').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug] }),
    foreignKey({
      name: 'standard_sources_standard',
      columns: [t.agencyId, t.slug],
      foreignColumns: [standards.agencyId, standards.slug],
    }),
  ],
)
