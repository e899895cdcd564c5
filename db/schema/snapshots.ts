import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'
import { versions } from './standards.ts'

/** A draft as it stood at one moment: named by an author, or kept because something else was about to take its place. */
export const draftSnapshots = pgTable(
  'draft_snapshots',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    slug: text('slug').notNull(),
    /** The version that was being written. */
    number: integer('number').notNull(),
    why: text('why', { enum: ['named', 'restored', 'taken', 'blocks'] }).notNull(),
    /** Only what an author named has a name. */
    name: text('name'),
    body: text('body').notNull(),
    /** SHA-256 of `body`, hex. */
    digest: text('digest').notNull(),
    /** Who had written the text by then; whoever restores it brings them along (V11). */
    writers: uuid('writers').array().notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'draft_snapshots_version',
      columns: [t.agencyId, t.slug, t.number],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    index('draft_snapshots_standard').on(t.agencyId, t.slug, t.at),
    check('draft_snapshots_named', sql`(${t.why} = 'named') = (${t.name} is not null)`),
    check('draft_snapshots_digest_of_body', sql`${t.digest} = encode(sha256(convert_to(${t.body}, 'UTF8')), 'hex')`),
  ],
)
