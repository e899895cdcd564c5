import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agency } from './columns.ts'
import { decrees } from './decrees.ts'
import { versions } from './standards.ts'

/** One decree may set several standards, each a lampiran. */
export const decreeItems = pgTable(
  'decree_items',
  {
    agencyId: agency(),
    decreeId: uuid('decree_id').notNull(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    digest: text('digest').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.decreeId, t.slug] }),
    foreignKey({ columns: [t.agencyId, t.decreeId], foreignColumns: [decrees.agencyId, decrees.id] }),
    foreignKey({
      name: 'decree_items_text',
      columns: [t.agencyId, t.slug, t.version, t.digest],
      foreignColumns: [versions.agencyId, versions.slug, versions.number, versions.digest],
    }),
  ],
)
