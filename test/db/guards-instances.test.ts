import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { constraintOf, type Param, rows } from '#db/rows.ts'
import type { OutcomeId } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'

const opened = await freshDatabase()
let office: Office
/** A running request whose clerk has written and whose head has not reviewed yet. */
let one: { id: string; written: string; open: string }

beforeEach(async () => {
  office = await anOffice(opened, ['clerk', 'head'])
  await office.publish('liputan', aCoverage())
  const clerk = await office.hire('Rina', ['clerk'])
  await office.hire('Budi', ['head'])
  one = await aRequest()
  const submission = { outcome: 'submit' as OutcomeId, data: { draft: 'Naskah' } }
  const done = await completeTask({ visitor: clerk, agencyId: office.agencyId, taskId: one.open, submission }, office.ports)
  if (!done.ok) throw new Error(done.refusal.code)
  one = { id: one.id, written: one.open, open: done.value.open[0]?.taskId ?? '' }
})

async function aRequest() {
  const submission = { outcome: 'submit' as OutcomeId, data: { title: 'Pelantikan' } }
  const apply = { visitor: { kind: 'anonymous' as const }, agencyId: office.agencyId, slug: 'liputan', submission }
  const begun = await startInstance(apply, office.ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
  const { instanceId: id } = begun.value
  const [task] = await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [
    id,
  ])
  return { id, written: '', open: task?.id ?? '' }
}

/** What refuses some statements in one transaction, by name. `:id`, `:written`, `:open`, `:agency` stand for what is there. */
async function refusedBy(...statements: string[]): Promise<string | null> {
  const named: Record<string, string> = { ...one, agency: office.agencyId }
  const filled = (text: string) => text.replace(/(?<!:):(id|written|open|agency)\b/g, (_, name: string) => `'${named[name]}'`)
  return opened
    .transaction(async (tx) => {
      for (const statement of statements) await rows(tx, filled(statement))
    })
    .then(
      () => 'nothing',
      (error: unknown) => constraintOf(error),
    )
}

const hash = digestOf('x')
/** The instance goes up to a revision and ends at `hash`; with what else is set. */
const move = (by: number, set = '') =>
  `update instances set revision = revision + ${by}, head_hash = '${hash}'${set && `, ${set}`} where id = :id`
/** An event for the revision where the instance stands, or `behind` it. */
const event = (type: string, { behind = 0, task = 'null', body = '{}' } = {}) =>
  `insert into events (agency_id, instance_id, revision, type, body, task_id, at, hash)
   select agency_id, id, revision - ${behind}, '${type}', '${body}', ${task}::uuid, now(), '${hash}' from instances where id = :id`
const close = (set: string) => `update tasks set ${set}, closed_at = now() where id = :open`
const completion = { task: ':open', body: '{"outcome":"accept"}' }
const closed = `status = 'completed', outcome = 'accept'`

it('V1: a closed task never opens again and keeps who closed it how', async () => {
  for (const change of [`status = 'open'`, `status = 'withdrawn'`, 'completed_by = null', `outcome = 'x'`, 'closed_at = null']) {
    expect(await refusedBy(`update tasks set ${change} where id = :written`)).toBe('tasks_closed_once')
  }
  expect(await refusedBy('delete from task_candidates', 'delete from tasks')).toBe('tasks_kept')
  expect(await refusedBy(`update tasks set instance_id = '${randomUUID()}' where id = :open`)).toBe('tasks_key_kept')
})

it('V1: a task is not completed without the event that says so, nor an event written for a task still open', async () => {
  const end = `open_tasks = 0, status = 'completed'`
  const events = [event('TaskCompleted', completion)]
  expect(await refusedBy(close(closed), move(1, end), event('Ended'))).toBe('tasks_completion_recorded')
  expect(await refusedBy(close(`status = 'completed', outcome = 'reject'`), move(1, end), ...events)).toBe(
    'tasks_completion_recorded',
  )
  expect(await refusedBy(close(`${closed}, completed_by = gen_random_uuid()`), move(1, end), ...events)).toBe(
    'tasks_completion_recorded',
  )
  expect(await refusedBy(move(1), ...events)).toBe('events_complete_tasks')
  expect(await refusedBy(move(1), event('TaskCompleted', { task: ':written' }))).toBe('events_task_completed_once')
  expect(await refusedBy(close(closed), move(1, end), ...events)).toBe('nothing')
})

it('V2: an instance counts its open tasks, and has none once it has ended', async () => {
  expect(await refusedBy(move(1, 'open_tasks = 2'), event('X'))).toBe('instances_open_tasks_counted')
  expect(await refusedBy(move(1, 'open_tasks = 0'), event('X'))).toBe('instances_token')
  expect(await refusedBy(move(1, `status = 'completed'`), event('X'))).toBe('instances_token')
  expect(await refusedBy(move(1, 'open_tasks = -1, incident = true'), event('X'))).toBe('instances_open_tasks')
  const lost = `insert into tasks (agency_id, id, instance_id, instance_started_at, node, title, round, status, opened_at)
    select agency_id, gen_random_uuid(), id, started_at, 'n', 't', 1, 'open', now() from instances where id = :id`
  expect(await refusedBy(lost, move(1), event('X'))).toBe('instances_open_tasks_counted')
})

it('V3: events follow each other without a gap up to where the instance stands', async () => {
  expect(await refusedBy(event('X', { behind: -1 }))).toBe('events_in_order')
  expect(await refusedBy(move(2), event('X'))).toBe('events_in_order')
  expect(await refusedBy(move(2), event('X', { behind: 1 }))).toBe('events_in_order')
  expect(await refusedBy(event('X', { behind: 99 }))).toBe('events_in_order')
  expect(await refusedBy(event('X'))).toBe('events_agency_id_instance_id_revision_pk')
  const stray = `insert into events (agency_id, instance_id, revision, type, body, at, hash)
    values (:agency, '${randomUUID()}', 1, 'Started', '{}', now(), '${hash}')`
  expect(await refusedBy(stray)).toBe('events_in_order')
  expect(await refusedBy(move(1), event('X'))).toBe('nothing')
})

it('V3: an instance stands where its latest event left it', async () => {
  expect(await refusedBy(move(1))).toBe('instances_recorded')
  expect(await refusedBy(move(1, `title = 't'`), `${event('X').replace(hash, digestOf('y'))}`)).toBe('instances_recorded')
  for (const change of [`head_hash = 'x'`, 'incident = true', 'ended_at = now()', 'revision = revision - 1']) {
    expect(await refusedBy(`update instances set ${change} where id = :id`)).toBe('instances_forward')
  }
})

it('V7: an instance keeps what it is and the version it runs on', async () => {
  for (const change of ['id = gen_random_uuid()', 'number = 0', `slug = 'x'`, 'started_at = now()', 'ticket_hash = null']) {
    expect(await refusedBy(`update instances set ${change} where id = :id`)).toBe('instances_key_kept')
  }
  expect(await refusedBy('delete from instances where id = :id')).toBe('instances_kept')
  expect(await refusedBy('truncate instances cascade')).toMatch(/no_truncate$/)
})

it('V7: an instance goes to another version only with the event that moves it, and only to a text that is there', async () => {
  await opened.execute(
    `insert into versions (agency_id, slug, number, status, body, digest) values ($1, 'liputan', 2, 'approved', '{}', $2)`,
    [office.agencyId, digestOf('{}')],
  )
  const next = `version = 2, digest = '${digestOf('{}')}'`
  expect(await refusedBy(move(1, next), event('X'))).toBe('instances_moved_by_event')
  expect(await refusedBy(move(1, `digest = '${hash}'`), event('Migrated'))).toBe('instances_text')
  expect(await refusedBy(move(1, 'version = 3'), event('Migrated'))).toBe('instances_text')
  expect(await refusedBy(move(1, next), event('Migrated'))).toBe('nothing')
  const first = `digest = (select digest from versions where agency_id = :agency and number = 1), version = 1`
  expect(await refusedBy(move(1, first), event('X'))).toBe('instances_moved_by_event')
  expect(await refusedBy(move(1, first), event('MigrationUndone'))).toBe('nothing')
})

it('P3: what has ended goes on only with the event that reopens it', async () => {
  const ended = [close(closed), move(1, `open_tasks = 0, status = 'completed', ended_at = now()`)]
  expect(await refusedBy(...ended, event('TaskCompleted', completion))).toBe('nothing')
  const again = `insert into tasks (agency_id, id, instance_id, instance_started_at, node, title, round, status, opened_at)
    select agency_id, gen_random_uuid(), id, started_at, 'n', 't', 1, 'open', now() from instances where id = :id`
  const running = `open_tasks = 1, status = 'running', ended_at = null`
  expect(await refusedBy(again, move(1, running), event('X'))).toBe('instances_reopened_by_event')
  expect(await refusedBy(move(1, `status = 'rejected'`), event('X'))).toBe('instances_reopened_by_event')
  expect(await refusedBy(again, move(1, running), event('Reopened'))).toBe('nothing')
})

it('V17: no row of one agency hangs on a row of another', async () => {
  const other = await anOffice(opened, ['clerk'])
  await other.publish('liputan', aCoverage())
  const refused = (text: string, params: Param[]) =>
    opened.execute(text, params).then(
      () => 'nothing',
      (error: unknown) => constraintOf(error),
    )
  const theirs = other.agencyId
  const task = 'insert into tasks (agency_id, id, instance_id, instance_started_at, node, title, round, status, opened_at)'
  expect(
    await refused(`${task} values ($1, gen_random_uuid(), $2::uuid, now(), 'n', 't', 1, 'open', now())`, [theirs, one.id]),
  ).toBe('tasks_agency_id_instance_id_instances_agency_id_id_fk')
  const hangings: [string, string, string][] = [
    ['task_candidates (agency_id, task_id, ordinal)', `$1, $2::uuid, 1`, 'task_candidates_task'],
    ['task_drafts (agency_id, task_id, person_id, values)', `$1, $2::uuid, gen_random_uuid(), '{}'`, 'task_drafts_task'],
  ]
  for (const [into, values, by] of hangings) {
    expect(await refused(`insert into ${into} values (${values})`, [theirs, one.open])).toBe(by)
  }
  const file = `insert into files (agency_id, id, sha256, bytes, media_type, name, instance_id)
    values ($1, gen_random_uuid(), 'x', 1, 'text/plain', 'x', $2::uuid)`
  expect(await refused(file, [theirs, one.id])).toBe('files_instance_known')
  const written = `insert into events (agency_id, instance_id, revision, type, body, at, hash)
    values ($1, $2::uuid, 1, 'Started', '{}', now(), 'x')`
  expect(await refused(written, [theirs, one.id])).toBe('events_in_order')
  const seat = `insert into holders (agency_id, id, position_id, person_id, "from")
    select $1, gen_random_uuid(), 'head', id, now() from people limit 1`
  expect(await refused(seat, [theirs])).toBe('holders_agency_id_position_id_positions_agency_id_id_fk')
  const act = `insert into version_acts (agency_id, id, slug, number, act) values ($1, gen_random_uuid(), 'lain', 1, 'created')`
  expect(await refused(act, [theirs])).toBe('version_acts_version_known')
})
