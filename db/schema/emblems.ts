import { sql } from 'drizzle-orm'
import { check, customType, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { agencies } from './agencies.ts'
import { agency, at } from './columns.ts'

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** Emblems that agencies print at the head of papers; which one is printed now the agency's profile says. */
export const emblems = pgTable(
  'emblems',
  {
    agencyId: agency().references(() => agencies.id),
    sha256: text('sha256').notNull(),
    mediaType: text('media_type', { enum: ['image/png', 'image/jpeg'] }).notNull(),
    bytes: bytea('bytes').notNull(),
    addedAt: at('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sha256, t.agencyId] }),
    check('emblems_sha256', sql`${t.sha256} = encode(sha256(${t.bytes}), 'hex')`),
    check('emblems_size', sql`octet_length(${t.bytes}) <= 524288`),
  ],
)
