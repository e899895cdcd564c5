import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'
import { decrees } from './decrees.ts'

/**
 * The papers of a decree as files: the frozen one that is signed, and each signed one that came back. A later signed one
 * stands in the place of the earlier, which stays.
 */
export const decreeFiles = pgTable(
  'decree_files',
  {
    agencyId: agency(),
    decreeId: uuid('decree_id').notNull(),
    /** From 1, in the order in which they came. */
    number: integer('number').notNull(),
    kind: text('kind', { enum: ['paper', 'scan', 'signed-elsewhere', 'provider'] }).notNull(),
    /** Of the file, hex; the bytes lie in the store of files under it. */
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    mediaType: text('media_type').notNull(),
    /** What the signatures said when they were checked; null where none can be read. */
    signatures: jsonb('signatures'),
    /** Whether the frozen paper, or a print of it, lies in the file byte for byte; null where nobody can say. */
    holdsPaper: boolean('holds_paper'),
    /** Of a signature service: which. */
    provider: text('provider'),
    by: uuid('by'),
    byName: text('by_name').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.decreeId, t.number] }),
    foreignKey({
      name: 'decree_files_decree',
      columns: [t.agencyId, t.decreeId],
      foreignColumns: [decrees.agencyId, decrees.id],
    }),
    check('decree_files_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('decree_files_provider', sql`(${t.kind} = 'provider') = (${t.provider} is not null)`),
    check('decree_files_signatures', sql`(${t.kind} in ('signed-elsewhere', 'provider')) = (${t.signatures} is not null)`),
    uniqueIndex('decree_files_paper').on(t.agencyId, t.decreeId).where(sql`${t.kind} = 'paper'`),
    index('decree_files_bytes').on(t.sha256),
  ],
)
