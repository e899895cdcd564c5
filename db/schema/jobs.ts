import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agencies } from './agencies.ts'
import { agency, at } from './columns.ts'
import { instances } from './instances.ts'
import { versions } from './standards.ts'

/**
 * When an instance next needs a `Tick`: written with the events that decide it, swept under SKIP LOCKED. Whoever took it
 * has it until `claimedUntil`; a process that dies leaves it to the next one.
 */
export const timers = pgTable(
  'timers',
  {
    agencyId: agency(),
    instanceId: uuid('instance_id').notNull(),
    at: at('at').notNull(),
    claimedUntil: at('claimed_until'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.instanceId] }),
    foreignKey({
      name: 'timers_instance',
      columns: [t.agencyId, t.instanceId],
      foreignColumns: [instances.agencyId, instances.id],
    }),
    index('timers_at').on(t.at),
  ],
)

/**
 * What is to be done between an instance and one that it called, by the wait that links them: start it, hand its end
 * back, or cancel it. Written with the events that ask for it; a row goes when it is done.
 */
export const outbox = pgTable(
  'outbox',
  {
    agencyId: agency(),
    kind: text('kind', { enum: ['start', 'return', 'cancel'] }).notNull(),
    /** The wait of the caller, which is the id of the called instance. */
    waitId: uuid('wait_id').notNull(),
    parentId: uuid('parent_id').notNull(),
    /** Why it is cancelled: a code of the engine, with a person's reason where one was given. */
    detail: jsonb('detail').notNull().default({}),
    at: at('at').notNull(),
    claimedUntil: at('claimed_until'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.kind, t.waitId] }),
    foreignKey({
      name: 'outbox_parent',
      columns: [t.agencyId, t.parentId],
      foreignColumns: [instances.agencyId, instances.id],
    }),
    index('outbox_at').on(t.at),
  ],
)

/** When the version in force is next started by the clock; `nextAt` moves in the statement that starts it. */
export const schedules = pgTable(
  'schedules',
  {
    agencyId: agency(),
    slug: text('slug').notNull(),
    node: text('node').notNull(),
    version: integer('version').notNull(),
    nextAt: at('next_at').notNull(),
    claimedUntil: at('claimed_until'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug, t.node] }),
    foreignKey({
      name: 'schedules_version',
      columns: [t.agencyId, t.slug, t.version],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    index('schedules_next').on(t.nextAt),
  ],
)

/** A change of an agency's calendar after which its deadlines are worked out anew; `afterId` is how far that has come. */
export const recounts = pgTable('recounts', {
  agencyId: agency()
    .primaryKey()
    .references(() => agencies.id),
  /** What was changed, as the audit trail has it. */
  changes: jsonb('changes').notNull(),
  revision: integer('revision').notNull(),
  afterId: uuid('after_id'),
  counted: integer('counted').notNull().default(0),
  moved: integer('moved').notNull().default(0),
  at: at('at').notNull(),
  claimedUntil: at('claimed_until'),
})
