import { sql } from 'drizzle-orm'
import { bigint, boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agency, at } from './columns.ts'
import { instances } from './instances.ts'

/** Work list; made from the events in the same transaction. */
export const tasks = pgTable(
  'tasks',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    instanceId: uuid('instance_id').notNull(),
    /** As the instance has it: a person's own requests are listed by it, out of the index alone. */
    instanceStartedAt: at('instance_started_at').notNull(),
    node: text('node').notNull(),
    title: text('title').notNull(),
    round: integer('round').notNull(),
    status: text('status', { enum: ['open', 'completed', 'withdrawn'] }).notNull(),
    claimedBy: uuid('claimed_by'),
    /** People who may not act although they hold a seat (four eyes). */
    excluded: uuid('excluded').array().notNull().default(sql`'{}'::uuid[]`),
    completedBy: uuid('completed_by'),
    outcome: text('outcome'),
    openedAt: at('opened_at').notNull(),
    dueAt: at('due_at'),
    closedAt: at('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({ columns: [t.agencyId, t.instanceId], foreignColumns: [instances.agencyId, instances.id] }),
    index('tasks_open').on(t.agencyId, t.dueAt).where(sql`status = 'open'`),
    index('tasks_instance').on(t.agencyId, t.instanceId),
    index('tasks_performer')
      .on(t.agencyId, t.completedBy, t.instanceStartedAt, t.instanceId)
      .where(sql`completed_by is not null`),
  ],
)

/** Who may perform an open task; rows go when it closes. Exactly one of position/person/applicant says who. */
export const taskCandidates = pgTable(
  'task_candidates',
  {
    agencyId: agency(),
    taskId: uuid('task_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    positionId: text('position_id'),
    personId: uuid('person_id'),
    applicant: boolean('applicant').notNull().default(false),
    /** Of joint work: who has taken the part that this candidate is called for. */
    claimedBy: uuid('claimed_by'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.taskId, t.ordinal] }),
    foreignKey({
      name: 'task_candidates_task',
      columns: [t.agencyId, t.taskId],
      foreignColumns: [tasks.agencyId, tasks.id],
    }),
    index('task_candidates_position').on(t.agencyId, t.positionId),
    index('task_candidates_person').on(t.personId),
  ],
)

/** What a person typed and did not send yet (P14). */
export const taskDrafts = pgTable(
  'task_drafts',
  {
    agencyId: agency(),
    taskId: uuid('task_id').notNull(),
    personId: uuid('person_id').notNull(),
    values: jsonb('values').notNull(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.taskId, t.personId] }),
    foreignKey({
      name: 'task_drafts_task',
      columns: [t.agencyId, t.taskId],
      foreignColumns: [tasks.agencyId, tasks.id],
    }),
  ],
)

/** A file as it was uploaded; the bytes lie in the file store under `sha256`. Bound to an instance once sent with a step. */
export const files = pgTable(
  'files',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    sha256: text('sha256').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    mediaType: text('media_type').notNull(),
    name: text('name').notNull(),
    uploadedBy: uuid('uploaded_by'),
    /** Hash of the applicant's ticket or upload key when no person uploaded it. */
    uploadKeyHash: text('upload_key_hash'),
    instanceId: uuid('instance_id'),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'files_instance_known',
      columns: [t.agencyId, t.instanceId],
      foreignColumns: [instances.agencyId, instances.id],
    }),
    index('files_instance').on(t.agencyId, t.instanceId),
    index('files_bytes').on(t.sha256),
    index('files_unsent').on(t.at).where(sql`instance_id is null`),
  ],
)
