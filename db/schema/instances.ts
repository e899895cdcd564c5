import { sql } from 'drizzle-orm'
import {
  bigserial,
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
import { versions } from './standards.ts'

/** One run of a procedure. `state` is the fold of its events, kept in the same transaction (P2). */
export const instances = pgTable(
  'instances',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    /** Running number that staff say on the telephone; gaps are allowed. */
    number: bigserial('number', { mode: 'number' }).notNull(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    digest: text('digest').notNull(),
    status: text('status', { enum: ['running', 'completed', 'rejected', 'cancelled'] }).notNull(),
    revision: integer('revision').notNull(),
    state: jsonb('state').notNull(),
    /** Hash of the latest event: the head of the chain (P11). */
    headHash: text('head_hash').notNull(),
    /** SHA-256 of the ticket; the code itself is only ever shown to the applicant. */
    ticketHash: text('ticket_hash'),
    /** One line that tells this request from others in a list. */
    title: text('title').notNull(),
    incident: boolean('incident').notNull().default(false),
    openTasks: integer('open_tasks').notNull(),
    waits: integer('waits').notNull().default(0),
    suspended: boolean('suspended').notNull().default(false),
    /** The engine's `stateShape` in which `state` is written; a state in an older one is folded anew when it is read. */
    stateShape: integer('state_shape').notNull().default(1),
    /** The instance that called this one. */
    parentId: uuid('parent_id'),
    startedAt: at('started_at').notNull(),
    dueAt: at('due_at'),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'instances_text',
      columns: [t.agencyId, t.slug, t.version, t.digest],
      foreignColumns: [versions.agencyId, versions.slug, versions.number, versions.digest],
    }),
    uniqueIndex('instances_ticket').on(t.ticketHash),
    index('instances_running').on(t.agencyId, t.status, t.startedAt),
    index('instances_started').on(t.agencyId, t.startedAt, t.id),
    index('instances_standard').on(t.agencyId, t.slug, t.version),
    check('instances_open_tasks', sql`${t.openTasks} >= 0`),
    index('instances_parent').on(t.agencyId, t.parentId).where(sql`parent_id is not null`),
    index('instances_shape').on(t.stateShape),
    foreignKey({ name: 'instances_parent_known', columns: [t.agencyId, t.parentId], foreignColumns: [t.agencyId, t.id] }),
    check('instances_waits', sql`${t.waits} >= 0`),
    /** P3: a running instance has an open task, a wait or an incident; an ended one has none of them. */
    check('instances_token', sql`(${t.status} = 'running') = (${t.openTasks} > 0 or ${t.waits} > 0 or ${t.incident})`),
  ],
)

/**
 * The record. Append-only, hash-chained per instance (P11). `data` (what people typed) stands apart from `body` and
 * enters the chain only as a salted digest, so that it can be erased one day without breaking the proof (V22).
 */
export const events = pgTable(
  'events',
  {
    agencyId: agency(),
    instanceId: uuid('instance_id').notNull(),
    revision: integer('revision').notNull(),
    type: text('type').notNull(),
    body: jsonb('body').notNull(),
    data: jsonb('data'),
    dataSalt: text('data_salt'),
    dataDigest: text('data_digest'),
    taskId: uuid('task_id'),
    /** Key of the command that wrote it; the same key is never taken twice (V15). */
    commandKey: text('command_key'),
    at: at('at').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.instanceId, t.revision] }),
    uniqueIndex('events_task_completed_once').on(t.agencyId, t.taskId).where(sql`type = 'TaskCompleted'`),
    /** P7: what a deadline does, it does once. */
    uniqueIndex('events_deadline_once')
      .on(t.agencyId, t.instanceId, sql`coalesce(body ->> 'taskId', '')`, sql`(body ->> 'act')`, sql`(body ->> 'due')`)
      .where(sql`type = 'DeadlineActed'`),
    /** What a person did of a step that several do together. */
    index('events_parts').on(t.agencyId, sql`(body -> 'by' ->> 'personId')`, t.instanceId).where(sql`type = 'PartCompleted'`),
    uniqueIndex('events_command_once').on(t.agencyId, t.instanceId, t.commandKey).where(sql`command_key is not null`),
  ],
)
