import type { Definition } from '#engine/definition/schema.ts'
import type { Event } from '#engine/instance/messages.ts'
import { type InstanceState, stateShape } from '#engine/instance/state.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { constraintOf, rows, sqlState } from '../rows.ts'
import type { RequestKey } from './command-load.ts'
import { type ChainHead, eventRows } from './event-rows.ts'
import { noticeRows } from './notice-rows.ts'
import { outboxRows } from './outbox-rows.ts'
import { taskChanges } from './task-rows.ts'
import { timerChange } from './timer-rows.ts'

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
  /** Writes the timer even where it should stand right already. */
  timeAnew?: boolean
}
export type NewInstance = {
  slug: string
  version: number
  digest: string
  title: string
  ticketHash: string | null
  /** The row that asks for it and is used up by it: nothing begins without it, and nothing twice. */
  askedBy?: { kind: 'call' } | { kind: 'schedule'; node: string; due: Instant; next: Instant }
}

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
  update tasks t set title = coalesce(c.title, t.title), status = c.status, claimed_by = c."claimedBy", excluded = c.excluded::uuid[], completed_by = c."completedBy", outcome = c.outcome,
    due_at = to_timestamp(c."dueAt" / 1000), closed_at = to_timestamp(c."closedAt" / 1000)
  from moved, jsonb_to_recordset($7::jsonb) as c(id uuid, title text, status text, "claimedBy" uuid, excluded text, "completedBy" uuid, outcome text,
    "dueAt" float8, "closedAt" float8)
  where t.agency_id = $1 and t.instance_id = $2::uuid and t.id = c.id and t.status = 'open'),
uncalled as (delete from task_candidates k using moved where k.agency_id = $1 and k.task_id = any($8::uuid[])),
called as (
  insert into task_candidates (agency_id, task_id, ordinal, position_id, person_id, applicant, claimed_by)
  select $1, k."taskId", k.ordinal, k."positionId", k."personId", k.applicant, k."claimedBy"
  from moved, jsonb_to_recordset($9::jsonb) as k("taskId" uuid, ordinal int, "positionId" text, "personId" uuid, applicant boolean,
    "claimedBy" uuid)),
forgotten as (delete from task_drafts d using moved where d.agency_id = $1 and d.task_id = any($10::uuid[])),
bound as (
  update files f set instance_id = $2::uuid from moved
  where f.agency_id = $1 and f.id = any($11::uuid[]) and f.instance_id is null),
timed as (
  insert into timers (agency_id, instance_id, at)
  select $1, $2::uuid, to_timestamp(t.at / 1000) from moved, jsonb_to_recordset($13::jsonb) as t(at float8) where t.at is not null
  on conflict (agency_id, instance_id) do update set at = excluded.at, claimed_until = null where timers.at <> excluded.at),
untimed as (
  delete from timers d using moved, jsonb_to_recordset($13::jsonb) as t(at float8)
  where d.agency_id = $1 and d.instance_id = $2::uuid and t.at is null),
asked as (
  insert into outbox (agency_id, kind, wait_id, parent_id, detail, at)
  select $1, o.kind, o."waitId", coalesce(o."parentId", $2::uuid), o.detail, to_timestamp($15::float8 / 1000)
  from moved, jsonb_to_recordset($14::jsonb) as o(kind text, "waitId" uuid, "parentId" uuid, detail jsonb)
  on conflict do nothing),
told as (
  insert into notices (agency_id, id, at, kind, instance_id, task_id, node, position_id, person_id, detail)
  select $1, gen_random_uuid(), to_timestamp(w.at / 1000), w.kind, $2::uuid, w."taskId", w.node, w."positionId", w."personId", w.detail
  from moved, jsonb_to_recordset($16::jsonb) as w(kind text, at float8, "taskId" uuid, node text, "positionId" text,
    "personId" uuid, detail jsonb)),
kept as (
  insert into idempotency (scope, key, request_hash, status, body)
  select k.scope, k.key, k.hash, 200, k.body
  from moved, jsonb_to_recordset($12::jsonb) as k(scope text, key text, hash text, body text))
select number from moved`

const record = `jsonb_to_record($4::jsonb) as n(slug text, version int, digest text, status text, revision int, state jsonb,
  "headHash" text, "ticketHash" text, title text, incident boolean, "openTasks" int, waits int, suspended boolean, "stateShape" int, "parentId" uuid,
  "startedAt" float8, "dueAt" float8, "endedAt" float8)`

const move = `with moved as (
  update instances i set status = n.status, revision = n.revision, state = n.state, head_hash = n."headHash", incident = n.incident,
    version = coalesce(n.version, i.version), digest = coalesce(n.digest, i.digest),
    open_tasks = n."openTasks", waits = n.waits, suspended = n.suspended, state_shape = n."stateShape", due_at = to_timestamp(n."dueAt" / 1000), ended_at = to_timestamp(n."endedAt" / 1000)
  from ${record}
  where i.agency_id = $1 and i.id = $2::uuid and i.revision = $3::int
  returning i.number, i.started_at),${common}`

const beginFrom = (asking: string, from: string) => `with ${asking} moved as (
  insert into instances (agency_id, id, slug, version, digest, status, revision, state, head_hash, ticket_hash, title, incident,
    open_tasks, waits, suspended, state_shape, parent_id, started_at, due_at, ended_at)
  select $1, $2::uuid, n.slug, n.version, n.digest, n.status, n.revision, n.state, n."headHash", n."ticketHash", n.title, n.incident,
    n."openTasks", n.waits, n.suspended, n."stateShape", n."parentId", to_timestamp(n."startedAt" / 1000),
    to_timestamp(n."dueAt" / 1000), to_timestamp(n."endedAt" / 1000)
  from ${from}${record} where $3::int = 0
  returning number, started_at),${common}`

const begin = beginFrom('', '')
const beginCalled = beginFrom(
  `taken as (delete from outbox where agency_id = $1 and kind = 'start' and wait_id = $2::uuid returning 1),`,
  'taken, ',
)
const beginScheduled = beginFrom(
  `taken as (
  update schedules s set next_at = to_timestamp($20::float8 / 1000), claimed_until = null
  where s.agency_id = $1 and s.slug = $17 and s.node = $18 and s.next_at = to_timestamp($19::float8 / 1000) returning 1),`,
  'taken, ',
)
const statementFor = (fresh: NewInstance | null) => {
  if (fresh === null) return { text: move, name: 'store_command' }
  if (!fresh.askedBy) return { text: begin, name: 'store_start' }
  return fresh.askedBy.kind === 'call'
    ? { text: beginCalled, name: 'store_called' }
    : { text: beginScheduled, name: 'store_scheduled' }
}

/** Writes all that a command changed in one statement, if nobody moved the instance since it was loaded (P1, P10). */
export const storeCommand = (db: Db, writing: Writing) => write(db, writing, null)

/** Writes a new instance with its first events in one statement. */
export const storeStart = (db: Db, writing: Writing, fresh: NewInstance) => write(db, writing, fresh)

async function write(db: Db, w: Writing, fresh: NewInstance | null): Promise<Stored> {
  const written = eventRows(w.head, w.events, w.request?.keyHash ?? null, w.newSalt)
  const tasks = taskChanges(w.before, w.events, w.after, w.definition)
  const { after } = w
  const { askedBy, ...named } = fresh ?? {}
  const instance = {
    ...(fresh ? named : versionAfter(w.events)),
    status: after.status,
    revision: after.revision,
    state: after,
    headHash: written.at(-1)?.hash ?? w.head.hash,
    incident: after.incidents.length > 0,
    openTasks: after.open.length,
    waits: after.waits.length,
    suspended: after.suspended !== null,
    stateShape,
    parentId: after.call?.instanceId ?? null,
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
    [...tasks.done],
    [...w.fileIds],
    JSON.stringify(kept),
    JSON.stringify(timerChange(w.before, after, w.definition, w.timeAnew ?? false)),
    JSON.stringify(outboxRows(w.before, w.events, after)),
    w.events.at(-1)?.at ?? 0,
    JSON.stringify(noticeRows(w.before, w.events, after)),
    ...(fresh && askedBy?.kind === 'schedule' ? [fresh.slug, askedBy.node, askedBy.due, askedBy.next] : []),
  ]
  try {
    const { text, name } = statementFor(fresh)
    const [moved] = await rows<{ number: number }>(db, text, params, name)
    return moved ? { stored: true, number: moved.number } : { stored: false, why: 'revision' }
  } catch (error) {
    const constraint = sqlState(error) === uniqueViolation ? (constraintOf(error) ?? '') : ''
    if (requestKeys.has(constraint)) return { stored: false, why: 'request-key' }
    if (constraint === 'events_deadline_once') return { stored: false, why: 'revision' }
    throw error
  }
}

/** The version that a move led to; the columns stay as they are without one. */
function versionAfter(events: readonly Event[]): { version?: number; digest?: string } {
  const move = events.findLast((event) => event.type === 'Migrated' || event.type === 'MigrationUndone')
  return move ? move.to : {}
}

const uniqueViolation = '23505'
const requestKeys = new Set(['idempotency_scope_key_pk', 'events_command_once'])
