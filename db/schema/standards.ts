import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { agencies } from './agencies.ts'
import { agency, at, tsvector } from './columns.ts'
import { decrees } from './decrees.ts'

export const standards = pgTable(
  'standards',
  {
    agencyId: agency().references(() => agencies.id),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    /** Search text of the version shown to the public; empty while none is. */
    search: tsvector('search'),
    /** What of its review is otherwise than the agency's (`StandardReview` in engine/decree). */
    review: jsonb('review').notNull().default({}),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.slug] }), index('standards_search').using('gin', t.search)],
)

/** Of a version. Asked in these words the index answers, and the bodies of all the others stay unread. */
export const canBeCalled = sql`status in ('published', 'superseded') and body like '%"by":"call"%'`

/** What the public may read of (V18): no draft, nothing in review. */
const isShown = sql`status in ('approved', 'upcoming', 'published', 'superseded', 'revoked', 'cancelled')`

/** The seal of a version, 80 bits of a hash over its name and its text: what the code on its papers says. */
const seal = sql`(substr(encode(sha256((agency_id || '/' || slug || '/' || number::text || '/' || digest)::bytea), 'hex'), 1, 20))`

/**
 * One version of a standard. `body` is the definition's canonical JSON text; from `approved` on it never changes (P4).
 * Per standard at most one being written (draft or in-review), one approved, one set for a day to come and one published.
 */
export const versions = pgTable(
  'versions',
  {
    agencyId: agency(),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    status: text('status', {
      enum: ['draft', 'in-review', 'approved', 'upcoming', 'published', 'superseded', 'revoked', 'cancelled', 'withdrawn'],
    }).notNull(),
    body: text('body').notNull(),
    /** SHA-256 of `body`, hex. */
    digest: text('digest').notNull(),
    /** Optimistic lock of the draft (P14). */
    revision: integer('revision').notNull().default(1),
    basedOn: integer('based_on'),
    authorId: uuid('author_id'),
    updatedBy: uuid('updated_by'),
    /** Everyone who ever saved it; none of them approves or signs it (V11). */
    writers: uuid('writers').array().notNull().default(sql`'{}'::uuid[]`),
    updatedAt: at('updated_at').notNull().defaultNow(),
    submittedAt: at('submitted_at'),
    /** Who approves it, as it was when it was sent for review (`ApprovalRule` in engine/decree); null: whoever may, alone. */
    approval: jsonb('approval'),
    /** How often it was sent for review. */
    reviewRound: integer('review_round').notNull().default(0),
    approvedBy: uuid('approved_by'),
    approvedAt: at('approved_at'),
    publishedAt: at('published_at'),
    decreeId: uuid('decree_id'),
    /** Number of the version that took this one's place. */
    supersededBy: integer('superseded_by'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug, t.number] }),
    foreignKey({ columns: [t.agencyId, t.slug], foreignColumns: [standards.agencyId, standards.slug] }),
    foreignKey({
      name: 'versions_decree',
      columns: [t.agencyId, t.decreeId],
      foreignColumns: [decrees.agencyId, decrees.id],
    }),
    /** What names a version's digest refers to it, so that no decree and no instance can name another text (V6, V7). */
    unique('versions_text').on(t.agencyId, t.slug, t.number, t.digest),
    check('versions_digest_of_body', sql`${t.digest} = encode(sha256(convert_to(${t.body}, 'UTF8')), 'hex')`),
    check('versions_four_eyes', sql`${t.approvedBy} <> ${t.authorId} and ${t.approvedBy} <> all(${t.writers})`),
    uniqueIndex('versions_one_draft').on(t.agencyId, t.slug).where(sql`status in ('draft', 'in-review')`),
    uniqueIndex('versions_one_approved').on(t.agencyId, t.slug).where(sql`status = 'approved'`),
    uniqueIndex('versions_one_upcoming').on(t.agencyId, t.slug).where(sql`status = 'upcoming'`),
    uniqueIndex('versions_one_published').on(t.agencyId, t.slug).where(sql`status = 'published'`),
    uniqueIndex('versions_seal').on(seal).where(isShown),
    index('versions_callable').on(t.agencyId, t.slug, t.number).where(canBeCalled),
  ],
)

/** What the public may ever read of versions (V18): no draft, nothing in review. */
export const publicVersions = pgView('public_versions').as((db) => {
  const { agencyId, slug, number, status, body, digest, publishedAt, decreeId, supersededBy } = versions
  return db
    .select({ agencyId, slug, number, status, body, digest, publishedAt, decreeId, supersededBy })
    .from(versions)
    .where(isShown)
})

/** A colleague's text that lost a race to save: kept whole beside the draft until somebody discards it (P14). */
export const draftConflicts = pgTable(
  'draft_conflicts',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    basedOnRevision: integer('based_on_revision').notNull(),
    body: text('body').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      columns: [t.agencyId, t.slug, t.number],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
  ],
)

/** What happened to a version: sent for review, returned with reason, approved, published, withdrawn. Append-only. */
export const versionActs = pgTable(
  'version_acts',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    act: text('act', {
      enum: [
        'created',
        'submitted',
        'returned',
        'agreed',
        'approved',
        'set',
        'published',
        'superseded',
        'revoked',
        'cancelled',
        'withdrawn',
      ],
    }).notNull(),
    personId: uuid('person_id'),
    note: text('note'),
    digest: text('digest'),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'version_acts_version_known',
      columns: [t.agencyId, t.slug, t.number],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    index('version_acts_version').on(t.agencyId, t.slug, t.number),
  ],
)
