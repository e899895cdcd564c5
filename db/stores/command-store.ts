import type { Definition } from '#engine/definition/schema.ts'
import type { Event } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import type { Db } from '../connection.ts'
import { constraintOf, rows, sqlState } from '../rows.ts'
import type { RequestKey } from './command-load.ts'
import { type ChainHead, eventRows } from './event-rows.ts'
import { taskChanges } from './task-rows.ts'

export type Writing = {
  agencyId: string
  id: string
  head: ChainHead
  before: InstanceState
  after: InstanceState
  events: readonly Event[]
  definition: Definition
  /** Files that the submission names: bound to the instance. */
  fileIds: readonly string[]
  request: RequestKey
  requestHash: string
  /** What the same request gets when it comes again. */
  answer: unknown
  newSalt: () => string
}
export type NewInstance = { slug: string; version: number; digest: string; title: string; ticketHash: string | null }

/** `stored`, or why nothing was: somebody was faster, or the same request key is taken. */
export type Stored = { stored: true; number: number } | { stored: false; why: 'revision' | 'request-key' }

const common = `
written as (
  insert into events (agency_id, instance_id, revision, type, body, data, data_salt, data_digest, task_id, command_key, at, hash)
  select $1, $2::uuid, e.revision, e.type, e.body, e.data, e."dataSalt", e."dataDigest", e."taskId", e."commandKey",
    to_timestamp(e.at / 1000), e.hash
  from moved, jsonb_to_recordset($5::jsonb) as e(revision int, type text, body jsonb, data jsonb, "dataSalt" text, "dataDigest" text,
    "taskId" uuid, "commandKey" text, at float8, hash text)),
opened as (
  insert into tasks (agency_id, id, instance_id, instance_started_at, node, title, round, status, claimed_by, excluded, completed_by,
    outcome, opened_at, due_at, closed_at)
  select $1, t.id, $2::uuid, moved.started_at, t.node, t.title, t.round, t.status, t."claimedBy", t.excluded::uuid[], t."completedBy",
    t.outcome, to_timestamp(t."openedAt" / 1000), to_timestamp(t."dueAt" / 1000), to_timestamp(t."closedAt" / 1000)
  from moved, jsonb_to_recordset($6::jsonb) as t(id uuid, node text, title text, round int, status text, "claimedBy" uuid,
    excluded text, "completedBy" uuid, outcome text, "openedAt" float8, "dueAt" float8, "closedAt" float8)),
changed as (
  update tasks t set status = c.status, claimed_by = c."claimedBy", excluded = c.excluded::uuid[], completed_by = c."completedBy", outcome = c.outcome,
    due_at = to_timestamp(c."dueAt" / 1000), closed_at = to_timestamp(c."closedAt" / 1000)
  from moved, jsonb_to_recordset($7::jsonb) as c(id uuid, status text, "claimedBy" uuid, excluded text, "completedBy" uuid, outcome text,
    "dueAt" float8, "closedAt" float8)
  where t.agency_id = $1 and t.instance_id = $2::uuid and t.id = c.id and t.status = 'open'),
uncalled as (delete from task_candidates k using moved where k.agency_id = $1 and k.task_id = any($8::uuid[])),
called as (
  insert into task_candidates (agency_id, task_id, ordinal, position_id, person_id, applicant)
  select $1, k."taskId", k.ordinal, k."positionId", k."personId", k.applicant
  from moved, jsonb_to_recordset($9::jsonb) as k("taskId" uuid, ordinal int, "positionId" text, "personId" uuid, applicant boolean)),
forgotten as (delete from task_drafts d using moved where d.agency_id = $1 and d.task_id = any($10::uuid[])),
bound as (
  update files f set instance_id = $2::uuid from moved
  where f.agency_id = $1 and f.id = any($11::uuid[]) and f.instance_id is null),
kept as (
  insert into idempotency (scope, key, request_hash, status, body)
  select k.scope, k.key, k.hash, 200, k.body
  from moved, jsonb_to_recordset($12::jsonb) as k(scope text, key text, hash text, body text))
select number from moved`

const record = `jsonb_to_record($4::jsonb) as n(slug text, version int, digest text, status text, revision int, state jsonb,
  "headHash" text, "ticketHash" text, title text, incident boolean, "openTasks" int, "startedAt" float8, "dueAt" float8, "endedAt" float8)`

const move = `with moved as (
  update instances i set status = n.status, revision = n.revision, state = n.state, head_hash = n."headHash", incident = n.incident,
    open_tasks = n."openTasks", due_at = to_timestamp(n."dueAt" / 1000), ended_at = to_timestamp(n."endedAt" / 1000)
  from ${record}
  where i.agency_id = $1 and i.id = $2::uuid and i.revision = $3::int
  returning i.number, i.started_at),${common}`

const begin = `with moved as (
  insert into instances (agency_id, id, slug, version, digest, status, revision, state, head_hash, ticket_hash, title, incident,
    open_tasks, started_at, due_at, ended_at)
  select $1, $2::uuid, n.slug, n.version, n.digest, n.status, n.revision, n.state, n."headHash", n."ticketHash", n.title, n.incident,
    n."openTasks", to_timestamp(n."startedAt" / 1000), to_timestamp(n."dueAt" / 1000), to_timestamp(n."endedAt" / 1000)
  from ${record} where $3::int = 0
  returning number, started_at),${common}`

/** Writes all that a command changed in one statement, if nobody moved the instance since it was loaded (P1, P10). */
export const storeCommand = (db: Db, writing: Writing) => write(db, writing, null)

/** Writes a new instance with its first events in one statement. */
export const storeStart = (db: Db, writing: Writing, fresh: NewInstance) => write(db, writing, fresh)

async function write(db: Db, w: Writing, fresh: NewInstance | null): Promise<Stored> {
  const written = eventRows(w.head, w.events, w.request?.keyHash ?? null, w.newSalt)
  const tasks = taskChanges(w.before, w.events, w.after, w.definition)
  const { after } = w
  const instance = {
    ...fresh,
    status: after.status,
    revision: after.revision,
    state: after,
    headHash: written.at(-1)?.hash ?? w.head.hash,
    incident: after.incidents.length > 0,
    openTasks: after.open.length,
    startedAt: after.startedAt,
    dueAt: after.due?.at ?? null,
    endedAt: after.endedAt,
  }
  const kept = w.request
    ? [{ scope: w.request.scope, key: w.request.keyHash, hash: w.requestHash, body: JSON.stringify(w.answer) }]
    : []
  const params = [
    w.agencyId,
    w.id,
    w.head.revision,
    JSON.stringify(instance),
    JSON.stringify(written),
    JSON.stringify(tasks.opened),
    JSON.stringify(tasks.changed),
    [...tasks.cleared],
    JSON.stringify(tasks.candidates),
    [...tasks.closed],
    [...w.fileIds],
    JSON.stringify(kept),
  ]
  try {
    const [moved] = await rows<{ number: number }>(db, fresh ? begin : move, params, fresh ? 'store_start' : 'store_command')
    return moved ? { stored: true, number: moved.number } : { stored: false, why: 'revision' }
  } catch (error) {
    if (sqlState(error) === uniqueViolation && requestKeys.has(constraintOf(error) ?? ''))
      return { stored: false, why: 'request-key' }
    throw error
  }
}

const uniqueViolation = '23505'
const requestKeys = new Set(['idempotency_scope_key_pk', 'events_command_once'])
