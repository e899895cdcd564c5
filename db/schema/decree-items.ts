import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'
import { decrees } from './decrees.ts'
import { versions } from './standards.ts'

/** One decree may set several standards, each a lampiran. */
export const decreeItems = pgTable(
  'decree_items',
  {
    agencyId: agency(),
    decreeId: uuid('decree_id').notNull(),
    slug: text('slug').notNull(),
    /** Number of its lampiran, from 1. */
    place: integer('place').notNull().default(1),
    version: integer('version').notNull(),
    digest: text('digest').notNull(),
  },
  (t) => [
    /** A corrected version stands in the same place beside the one it corrects. */
    primaryKey({ columns: [t.agencyId, t.decreeId, t.slug, t.version] }),
    foreignKey({ columns: [t.agencyId, t.decreeId], foreignColumns: [decrees.agencyId, decrees.id] }),
    foreignKey({
      name: 'decree_items_text',
      columns: [t.agencyId, t.slug, t.version, t.digest],
      foreignColumns: [versions.agencyId, versions.slug, versions.number, versions.digest],
    }),
  ],
)

/** What an act does to earlier decrees, standard by standard; without a standard to the decree as a whole. */
export const decreeEffects = pgTable(
  'decree_effects',
  {
    agencyId: agency(),
    /** The act. */
    decreeId: uuid('decree_id').notNull(),
    place: integer('place').notNull(),
    targetId: uuid('target_id').notNull(),
    slug: text('slug'),
    version: integer('version'),
    effect: text('effect', { enum: ['replaces', 'amends', 'revokes', 'cancels'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.decreeId, t.place] }),
    foreignKey({
      name: 'decree_effects_act',
      columns: [t.agencyId, t.decreeId],
      foreignColumns: [decrees.agencyId, decrees.id],
    }),
    foreignKey({
      name: 'decree_effects_target',
      columns: [t.agencyId, t.targetId],
      foreignColumns: [decrees.agencyId, decrees.id],
    }),
    foreignKey({
      name: 'decree_effects_version',
      columns: [t.agencyId, t.slug, t.version],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    check('decree_effects_other', sql`${t.targetId} <> ${t.decreeId}`),
    check('decree_effects_standard', sql`(${t.slug} is null) = (${t.version} is null)`),
    uniqueIndex('decree_effects_once').on(t.agencyId, t.decreeId, t.targetId, sql`coalesce(slug, '')`),
    index('decree_effects_on').on(t.agencyId, t.targetId),
    index('decree_effects_on_version').on(t.agencyId, t.slug, t.version),
  ],
)

/** Typing errors corrected under the same number (ralat): which version took the place of which, and every sentence. */
export const errata = pgTable(
  'errata',
  {
    agencyId: agency(),
    decreeId: uuid('decree_id').notNull(),
    slug: text('slug').notNull(),
    /** The corrected version, and the one that held the errors. */
    version: integer('version').notNull(),
    corrects: integer('corrects').notNull(),
    correctedOn: date('corrected_on', { mode: 'string' }).notNull(),
    /** As of a decree (V12). */
    signatory: jsonb('signatory').notNull(),
    /** `{ place, what, before, after }` in the order of the papers. */
    corrections: jsonb('corrections').notNull(),
    correctedBy: uuid('corrected_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug, t.version] }),
    foreignKey({
      name: 'errata_item',
      columns: [t.agencyId, t.decreeId, t.slug, t.version],
      foreignColumns: [decreeItems.agencyId, decreeItems.decreeId, decreeItems.slug, decreeItems.version],
    }),
    foreignKey({
      name: 'errata_corrects',
      columns: [t.agencyId, t.decreeId, t.slug, t.corrects],
      foreignColumns: [decreeItems.agencyId, decreeItems.decreeId, decreeItems.slug, decreeItems.version],
    }),
    check('errata_later', sql`${t.version} > ${t.corrects}`),
    check('errata_signed', sql`coalesce(${t.signatory} ->> 'name', '') <> ''`),
    unique('errata_once').on(t.agencyId, t.slug, t.corrects),
    index('errata_decree').on(t.agencyId, t.decreeId),
  ],
)
