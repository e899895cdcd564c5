import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { agencies } from './agencies.ts'
import { agency, at } from './columns.ts'

export const positions = pgTable(
  'positions',
  {
    agencyId: agency().references(() => agencies.id),
    id: text('id').notNull(),
    title: text('title').notNull(),
    unit: text('unit'),
    superiorId: text('superior_id'),
    /** May sign decrees of the agency. */
    signs: boolean('signs').notNull().default(false),
    closedAt: at('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({ columns: [t.agencyId, t.superiorId], foreignColumns: [t.agencyId, t.id] }),
  ],
)

export const people = pgTable(
  'people',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    nip: text('nip'),
    /** Printed under the name on a decree ("PEMBINA TINGKAT I"). */
    rank: text('rank'),
    email: text('email'),
    phone: text('phone'),
    passwordHash: text('password_hash'),
    /** Runs the system, not an office: may make agencies and first administrators. */
    operator: boolean('operator').notNull().default(false),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('people_email').on(sql`lower(${t.email})`)],
)

/** A person in a position for a dated span; half-open [from, until). */
export const holders = pgTable(
  'holders',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    positionId: text('position_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: ['definitive', 'plt', 'plh'] })
      .notNull()
      .default('definitive'),
    /** The letter that appoints. */
    basis: text('basis'),
    from: at('from').notNull(),
    until: at('until'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({ columns: [t.agencyId, t.positionId], foreignColumns: [positions.agencyId, positions.id] }),
    index('holders_person').on(t.personId),
    index('holders_position').on(t.agencyId, t.positionId),
    check('holders_span', sql`${t.until} is null or ${t.until} > ${t.from}`),
    check('holders_acting_ends', sql`${t.kind} = 'definitive' or ${t.until} is not null`),
  ],
)
