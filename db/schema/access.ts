import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agencies } from './agencies.ts'
import { agency, at } from './columns.ts'
import { people } from './people.ts'

export const grants = pgTable(
  'grants',
  {
    agencyId: agency().references(() => agencies.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    right: text('right', { enum: ['author', 'approver', 'signatory', 'administrator', 'auditor'] }).notNull(),
    grantedBy: uuid('granted_by'),
    grantedAt: at('granted_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.personId, t.right] }), index('grants_person').on(t.personId)],
)

export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [index('sessions_person').on(t.personId), index('sessions_expiry').on(t.expiresAt)],
)

export const apiTokens = pgTable(
  'api_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    id: uuid('id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('api_tokens_person').on(t.personId)],
)

/** One-time links: the first administrator, an invitation, a forgotten password. */
export const invitations = pgTable('invitations', {
  tokenHash: text('token_hash').primaryKey(),
  purpose: text('purpose', { enum: ['first-administrator', 'invitation', 'password'] }).notNull(),
  personId: uuid('person_id').references(() => people.id),
  createdAt: at('created_at').notNull().defaultNow(),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
})
