import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'
import { decrees } from './decrees.ts'
import { versions } from './standards.ts'

/**
 * Every PDF that was ever made of a version, by its bytes: banner and letterhead of a paper change with time, and whoever
 * holds an earlier one is still told that it is ours.
 */
export const paperPrints = pgTable(
  'paper_prints',
  {
    agencyId: agency(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    paper: text('paper').notNull(),
    /** Of the file, hex. */
    sha256: text('sha256').notNull(),
    madeAt: at('made_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug, t.version, t.paper, t.sha256] }),
    foreignKey({
      name: 'paper_prints_version',
      columns: [t.agencyId, t.slug, t.version],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    check('paper_prints_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    index('paper_prints_bytes').on(t.sha256),
  ],
)

/** The same of a decree that changes or ends others and has no standard of its own. */
export const actPrints = pgTable(
  'act_prints',
  {
    agencyId: agency(),
    decreeId: uuid('decree_id').notNull(),
    /** Of the file, hex. */
    sha256: text('sha256').notNull(),
    madeAt: at('made_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.decreeId, t.sha256] }),
    foreignKey({ name: 'act_prints_decree', columns: [t.agencyId, t.decreeId], foreignColumns: [decrees.agencyId, decrees.id] }),
    check('act_prints_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    index('act_prints_bytes').on(t.sha256),
  ],
)
