import type { Param } from '../rows.ts'

/** What a command may write besides the instance and its events. */
export type Part = 'tasks' | 'closings' | 'timer' | 'answer' | 'others'

/** How an instance comes to be written: moved from where it stood, or begun by a person, a call or the clock. */
export type Way = 'move' | 'begin' | 'called' | 'scheduled'

/** Gives the next parameter of a statement; their values come in the same order. */
type Next = (type: string) => string

const moving = {
  status: 'text',
  revision: 'int',
  state: 'jsonb',
  head_hash: 'text',
  incident: 'boolean',
  open_tasks: 'int',
  waits: 'int',
  suspended: 'boolean',
  state_shape: 'int',
  due_at: 'instant',
  ended_at: 'instant',
  version: 'int',
  digest: 'text',
} as const
const beginning = {
  ...moving,
  slug: 'text',
  ticket_hash: 'text',
  title: 'text',
  parent_id: 'uuid',
  started_at: 'instant',
} as const

/** What a command leaves in the row of its instance. A move keeps a version that is null. */
export type MovedRow = Readonly<Record<keyof typeof moving, Param>>
export type BegunRow = Readonly<Record<keyof typeof beginning, Param>>

export const valuesOfMove = (row: MovedRow): Param[] => keysOf(moving).map((column) => row[column])
export const valuesOfBegin = (row: BegunRow): Param[] => keysOf(beginning).map((column) => row[column])

const keysOf = <K extends string>(of: Readonly<Record<K, string>>) => Object.keys(of) as K[]

const given = (type: string, next: Next) => (type === 'instant' ? instant(next('float8')) : next(type))
const instant = (milliseconds: string) => `to_timestamp(${milliseconds} / 1000)`

function move(next: Next): string {
  const from = next('int')
  const set = Object.entries(moving).map(([column, type]) =>
    column === 'version' || column === 'digest'
      ? `${column} = coalesce(${next(type)}, i.${column})`
      : `${column} = ${given(type, next)}`,
  )
  return `moved as (
  update instances i set ${set.join(', ')}
  where i.agency_id = $1 and i.id = $2::uuid and i.revision = ${from} returning i.number, i.started_at)`
}

function begin(next: Next, from = ''): string {
  const values = Object.values(beginning).map((type) => given(type, next))
  return `moved as (
  insert into instances (agency_id, id, ${Object.keys(beginning).join(', ')})
  select $1, $2::uuid, ${values.join(', ')} ${from} returning number, started_at)`
}

const ofCall = `taken as (delete from outbox where agency_id = $1 and kind = 'start' and wait_id = $2::uuid returning 1)`
const ofSchedule = (next: Next) => `taken as (
  update schedules s set next_at = ${given('instant', next)}, claimed_until = null
  where s.agency_id = $1 and s.slug = ${next('text')} and s.node = ${next('text')} and s.next_at = ${given('instant', next)} returning 1)`

const instances: Readonly<Record<Way, (next: Next) => string>> = {
  move,
  begin,
  called: (next) => `${ofCall},\n${begin(next, 'from taken')}`,
  scheduled: (next) => `${ofSchedule(next)},\n${begin(next, 'from taken')}`,
}

const events = (next: Next) => `written as (
  insert into events (agency_id, instance_id, revision, type, body, data, data_salt, data_digest, task_id, command_key, at, hash)
  select $1, $2::uuid, e.revision, e.type, e.body, e.data, e."dataSalt", e."dataDigest", e."taskId", e."commandKey",
    to_timestamp(e.at / 1000), e.hash
  from moved, jsonb_to_recordset(${next('jsonb')}) as e(revision int, type text, body jsonb, data jsonb, "dataSalt" text,
    "dataDigest" text, "taskId" uuid, "commandKey" text, at float8, hash text))`

/** Tasks that open, and whom tasks call: those that open and those whose candidates change. */
const tasks = (next: Next) => `opened as (
  insert into tasks (agency_id, id, instance_id, instance_started_at, node, title, round, status, claimed_by, excluded, completed_by,
    outcome, opened_at, due_at, closed_at)
  select $1, t.id, $2::uuid, moved.started_at, t.node, t.title, t.round, t.status, t."claimedBy", t.excluded::uuid[], t."completedBy",
    t.outcome, to_timestamp(t."openedAt" / 1000), to_timestamp(t."dueAt" / 1000), to_timestamp(t."closedAt" / 1000)
  from moved, jsonb_to_recordset(${next('jsonb')}) as t(id uuid, node text, title text, round int, status text, "claimedBy" uuid,
    excluded text, "completedBy" uuid, outcome text, "openedAt" float8, "dueAt" float8, "closedAt" float8)),
called as (
  insert into task_candidates (agency_id, task_id, ordinal, position_id, person_id, applicant, claimed_by)
  select $1, k."taskId", k.ordinal, k."positionId", k."personId", k.applicant, k."claimedBy"
  from moved, jsonb_to_recordset(${next('jsonb')}) as k("taskId" uuid, ordinal int, "positionId" text, "personId" uuid,
    applicant boolean, "claimedBy" uuid))`

/** Tasks that close or change; whom closed and recast ones called; what was typed and not sent for those that are done. */
const closings = (next: Next) => `changed as (
  update tasks t set title = coalesce(c.title, t.title), status = c.status, claimed_by = c."claimedBy", excluded = c.excluded::uuid[],
    completed_by = c."completedBy", outcome = c.outcome, due_at = to_timestamp(c."dueAt" / 1000), closed_at = to_timestamp(c."closedAt" / 1000)
  from moved, jsonb_to_recordset(${next('jsonb')}) as c(id uuid, title text, status text, "claimedBy" uuid, excluded text,
    "completedBy" uuid, outcome text, "dueAt" float8, "closedAt" float8)
  where t.agency_id = $1 and t.instance_id = $2::uuid and t.id = c.id and t.status = 'open'),
uncalled as (delete from task_candidates k using moved where k.agency_id = $1 and k.task_id = any(${next('uuid[]')})),
forgotten as (delete from task_drafts d using moved where d.agency_id = $1 and d.task_id = any(${next('uuid[]')}))`

const timer = (next: Next) => {
  const at = next('float8')
  return `timed as (
  insert into timers (agency_id, instance_id, at)
  select $1, $2::uuid, to_timestamp(${at} / 1000) from moved where ${at} is not null
  on conflict (agency_id, instance_id) do update set at = excluded.at, claimed_until = null where timers.at <> excluded.at),
untimed as (
  delete from timers d using moved where d.agency_id = $1 and d.instance_id = $2::uuid and ${at} is null)`
}

/** What the same request gets when it comes again. */
const answer = (next: Next) => `kept as (
  insert into idempotency (scope, key, request_hash, status, body)
  select ${next('text')}, ${next('text')}, ${next('text')}, 200, ${next('text')} from moved)`

/** Files of the submission, errands to other instances, words to those concerned. */
const others = (next: Next) => `bound as (
  update files f set instance_id = $2::uuid from moved
  where f.agency_id = $1 and f.id = any(${next('uuid[]')}) and f.instance_id is null),
asked as (
  insert into outbox (agency_id, kind, wait_id, parent_id, detail, at)
  select $1, o.kind, o."waitId", coalesce(o."parentId", $2::uuid), o.detail, to_timestamp(o.at / 1000)
  from moved, jsonb_to_recordset(${next('jsonb')}) as o(kind text, "waitId" uuid, "parentId" uuid, detail jsonb, at float8)
  on conflict do nothing),
told as (
  insert into notices (agency_id, id, at, kind, instance_id, task_id, node, position_id, person_id, detail)
  select $1, gen_random_uuid(), to_timestamp(w.at / 1000), w.kind, $2::uuid, w."taskId", w.node, w."positionId", w."personId", w.detail
  from moved, jsonb_to_recordset(${next('jsonb')}) as w(kind text, at float8, "taskId" uuid, node text, "positionId" text,
    "personId" uuid, detail jsonb))`

const texts: Readonly<Record<Part, (next: Next) => string>> = { tasks, closings, timer, answer, others }

const known = new Map<string, string>()

/**
 * The statement that writes a command, and its name for the server: a part of which a command writes nothing costs as much
 * as one that it writes, so each command sends only its own. Values: agency, id, those of the way, events, those of the parts.
 */
export function commandText(way: Way, chosen: readonly Part[]): { text: string; name: string } {
  const name = ['store', way, ...chosen].join('_')
  const text = known.get(name) ?? compose(way, chosen)
  known.set(name, text)
  return { text, name }
}

function compose(way: Way, chosen: readonly Part[]): string {
  let taken = 2
  const next: Next = (type) => `$${++taken}::${type}`
  const written = [instances[way](next), events(next), ...chosen.map((part) => texts[part](next))]
  return `with ${written.join(',\n')}\nselect number from moved`
}
