import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'
import { versions } from './standards.ts'

const draft = () => ({ agencyId: agency(), slug: text('slug').notNull(), number: integer('number').notNull() })

/**
 * What was done to a draft, in the order in which it was done: what those who have it open hear of. Append-only; rows that
 * nobody can be behind of any more are swept, and whoever is behind them gets the whole draft.
 */
export const draftBatches = pgTable(
  'draft_batches',
  {
    ...draft(),
    /** Given by who sends it: sent twice it counts once (V15). */
    id: uuid('id').notNull(),
    /** The revision that it led to; one that left nothing to do keeps the one it found. */
    revision: integer('revision').notNull(),
    personId: uuid('person_id').notNull(),
    changes: jsonb('changes').notNull(),
    /** What could not be done, for the answer to who sent it. */
    clashes: jsonb('clashes').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug, t.number, t.id] }),
    foreignKey({
      name: 'draft_batches_version',
      columns: [t.agencyId, t.slug, t.number],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    index('draft_batches_since').on(t.agencyId, t.slug, t.number, t.revision),
    index('draft_batches_at').on(t.at),
  ],
)

/** Who has a draft open and at which step, one row for each window; one that is not seen any more is swept. */
export const draftPresence = pgTable(
  'draft_presence',
  {
    ...draft(),
    windowId: uuid('window_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** The step that stands open in the window, and since when. */
    step: text('step'),
    stepSince: at('step_since').notNull(),
    seenAt: at('seen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug, t.number, t.windowId] }),
    foreignKey({
      name: 'draft_presence_version',
      columns: [t.agencyId, t.slug, t.number],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    index('draft_presence_seen').on(t.seenAt),
  ],
)
