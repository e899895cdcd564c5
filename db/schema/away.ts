import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agencies } from './agencies.ts'
import { agency, at } from './columns.ts'
import { people, positions } from './people.ts'

/** A holder away for a dated span; half-open [from, until), or until they came back earlier. While away they have no seat. */
export const absences = pgTable(
  'absences',
  {
    agencyId: agency().references(() => agencies.id),
    id: uuid('id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: ['leave', 'duty', 'sick'] }).notNull(),
    note: text('note'),
    /** What was lent for it, and ends with it. */
    delegationId: uuid('delegation_id'),
    from: at('from').notNull(),
    until: at('until').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: at('made_at').notNull(),
    endedBy: uuid('ended_by'),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({ columns: [t.agencyId, t.delegationId], foreignColumns: [delegations.agencyId, delegations.id] }),
    index('absences_person').on(t.agencyId, t.personId, t.until),
    check('absences_span', sql`${t.until} > ${t.from}`),
    check('absences_ended', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
  ],
)

/** What one holder lends another of the agency for a dated span: one position, or with none named all that calls them. */
export const delegations = pgTable(
  'delegations',
  {
    agencyId: agency().references(() => agencies.id),
    id: uuid('id').notNull(),
    lenderId: uuid('lender_id')
      .notNull()
      .references(() => people.id),
    delegateId: uuid('delegate_id')
      .notNull()
      .references(() => people.id),
    positionId: text('position_id'),
    /** The letter or the words that lend it. */
    basis: text('basis').notNull(),
    from: at('from').notNull(),
    until: at('until').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: at('made_at').notNull(),
    endedBy: uuid('ended_by'),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({ columns: [t.agencyId, t.positionId], foreignColumns: [positions.agencyId, positions.id] }),
    index('delegations_lender').on(t.agencyId, t.lenderId),
    index('delegations_delegate').on(t.delegateId),
    index('delegations_until').on(t.agencyId, t.until),
    check('delegations_span', sql`${t.until} > ${t.from}`),
    check('delegations_two_people', sql`${t.lenderId} <> ${t.delegateId}`),
    check('delegations_ended', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
  ],
)
