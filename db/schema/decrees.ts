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
import type { DecreeText } from '#engine/definition/components.ts'
import { agencies } from './agencies.ts'
import { agency, at } from './columns.ts'

/** A number series of the register: pattern after domain 4.2, e.g. `{seq:3} / SOP / {yyyy}`. */
export const series = pgTable(
  'series',
  {
    agencyId: agency().references(() => agencies.id),
    id: text('id').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['decree', 'sop'] }).notNull(),
    pattern: text('pattern').notNull(),
    closedAt: at('closed_at'),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.id] })],
)

/** The counter row that the signing transaction locks (P5). */
export const counters = pgTable(
  'counters',
  {
    agencyId: agency(),
    seriesId: text('series_id').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.seriesId, t.year] }),
    foreignKey({ columns: [t.agencyId, t.seriesId], foreignColumns: [series.agencyId, series.id] }),
  ],
)

/** The seal of a decree, as that of a version: what the code on a paper of its own says. */
const seal = sql`(substr(encode(sha256(('sk/' || agency_id || '/' || id::text)::bytea), 'hex'), 1, 20))`

/** The register: an act that sets (or ends) standards. */
export const decrees = pgTable(
  'decrees',
  {
    agencyId: agency().references(() => agencies.id),
    id: uuid('id').notNull(),
    seriesId: text('series_id'),
    year: integer('year').notNull(),
    seq: integer('seq'),
    /** Letter of a number inserted after a serial: `12. b Tahun 2021`. */
    suffix: text('suffix').notNull().default(''),
    /** Why the number was inserted there. */
    numberReason: text('number_reason'),
    /** As printed: `298 /TAHUN 2023`. */
    number: text('number').notNull(),
    /** White space removed, upper case: what uniqueness is judged by. */
    numberKey: text('number_key').notNull(),
    /** `noted`: known from a note of revocation alone; its date is the day on which that was written. */
    origin: text('origin', { enum: ['series', 'by-hand', 'imported', 'inserted', 'noted'] }).notNull(),
    act: text('act', { enum: ['set', 'amend', 'revoke', 'cancel'] })
      .notNull()
      .default('set'),
    about: text('about').notNull(),
    signedOn: date('signed_on', { mode: 'string' }).notNull(),
    effectiveOn: date('effective_on', { mode: 'string' }).notNull(),
    /** Name, NIP, rank, office and seat of the signatory as they were (V12). */
    signatory: jsonb('signatory').notNull(),
    /** Why, and on what legal ground, for an act that changes or ends another. */
    reason: text('reason'),
    /** The words that were signed, where they are not those of the one standard that is set. */
    text: jsonb('text').$type<DecreeText>(),
    status: text('status', { enum: ['upcoming', 'in-force', 'superseded', 'revoked', 'cancelled'] })
      .notNull()
      .default('in-force'),
    /** What was noted when an act was ended without a decree that is known by number. */
    revokedReason: text('revoked_reason'),
    /** When its force began; never for one that was cancelled before its day. */
    inForceAt: at('in_force_at').defaultNow(),
    publishedBy: uuid('published_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'decrees_series_known',
      columns: [t.agencyId, t.seriesId],
      foreignColumns: [series.agencyId, series.id],
    }),
    check('decrees_year', sql`${t.year} = extract(year from ${t.signedOn})`),
    check('decrees_series', sql`${t.origin} <> 'series' or (${t.seriesId} is not null and ${t.seq} is not null)`),
    check('decrees_suffix', sql`${t.suffix} ~ '^[a-z]{0,3}$' and (${t.suffix} = '' or ${t.seq} is not null)`),
    check(
      'decrees_inserted',
      sql`(${t.origin} = 'inserted') = (${t.numberReason} is not null) and (${t.origin} <> 'inserted' or (${t.suffix} <> '' and ${t.seriesId} is not null and trim(${t.numberReason}) <> ''))`,
    ),
    check('decrees_effective', sql`${t.effectiveOn} >= ${t.signedOn} or ${t.origin} = 'imported'`),
    check('decrees_signed', sql`${t.origin} in ('imported', 'noted') or coalesce(${t.signatory} ->> 'name', '') <> ''`),
    check('decrees_begun', sql`${t.status} in ('upcoming', 'cancelled') or ${t.inForceAt} is not null`),
    check('decrees_not_begun', sql`${t.status} <> 'upcoming' or ${t.inForceAt} is null`),
    index('decrees_upcoming').on(t.agencyId, t.effectiveOn).where(sql`status = 'upcoming'`),
    uniqueIndex('decrees_seal').on(seal),
    unique('decrees_number').on(t.agencyId, t.year, t.numberKey),
    unique('decrees_seq').on(t.agencyId, t.seriesId, t.year, t.seq, t.suffix),
  ],
)
