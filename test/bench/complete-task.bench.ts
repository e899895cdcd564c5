import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import type { OutcomeId } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { backendSeconds } from './support/process-figures.ts'

const run = promisify(execFile)
const clients = 8
const seconds = Number(process.env.BENCH_SECONDS ?? 6)
const rounds = 3
const instances = 3_200
const target = 0.5

/**
 * Completing tasks through the whole use case (authorise, load, decide, store) against pgbench writing the same rows to
 * the same tables statement by statement, in turns on one server.
 */
it('completes tasks at half the speed of pgbench or better', async () => {
  const opened = await freshDatabase()
  const office = await anOffice(opened, ['clerk', 'head'])
  await office.publish('liputan', aCoverage())
  const people = { clerk: await office.hire('Petugas', ['clerk']), head: await office.hire('Kepala', ['head']) }
  const ours = await startMany(office, instances)
  const theirs = await startMany(office, instances)
  const script = await pgbenchScript(opened, office.agencyId, theirs)
  await opened.execute('analyze')

  const figures: { app: number; pgbench: number; work: string }[] = []
  for (let round = 0; round < rounds; round++) {
    const reference = await withWork(opened, () => pgbench(opened.url, script))
    const app = await withWork(opened, () => throughUseCase(office, people, ours))
    const work = `use case ${app.own} + ${app.database}, pgbench's ${reference.database}`
    figures.push({ pgbench: reference.rate, app: app.rate, work })
  }
  process.stdout.write(`processor ms for each completion, own + database: ${figures.map(({ work }) => work).join('; ')}\n`)
  const middle = (of: 'app' | 'pgbench') => figures.map((figure) => figure[of]).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  const [app, reference] = [middle('app'), middle('pgbench')]
  process.stdout.write(
    `complete-task: use case ${app.toFixed(0)}/s, pgbench ${reference.toFixed(0)}/s, ratio ${(app / reference).toFixed(2)} (target ${target})\n`,
  )
  expect(app / reference).toBeGreaterThanOrEqual(target)
})

type Running = { instanceId: string; taskId: string; step: 'write' | 'review' }

async function startMany({ agencyId, ports }: Office, count: number): Promise<Running[]> {
  const visitor: Visitor = { kind: 'anonymous' }
  const submission = { outcome: 'submit' as OutcomeId, data: { title: 'Pelantikan pejabat' } }
  const started: Running[] = []
  const startSome = async () => {
    while (started.length < count) {
      const one: Running = { instanceId: '', taskId: '', step: 'write' }
      started.push(one)
      const answer = await startInstance({ visitor, agencyId, slug: 'liputan', submission }, ports)
      if (!answer.ok) throw new Error(answer.refusal.code)
      one.instanceId = answer.value.instanceId
    }
  }
  await Promise.all(Array.from({ length: clients }, startSome))
  const rows = await ports.db.query.tasks.findMany({ columns: { id: true, instanceId: true, status: true } })
  const open = new Map(rows.flatMap(({ id, instanceId, status }) => (status === 'open' ? [[instanceId, id]] : [])))
  return started.map((one) => ({ ...one, taskId: open.get(one.instanceId) ?? '' }))
}

async function throughUseCase(office: Office, people: { clerk: Visitor; head: Visitor }, all: Running[]): Promise<number> {
  const until = performance.now() + seconds * 1000
  let done = 0
  const client = async (index: number) => {
    for (let i = index; performance.now() < until; i = (i + clients) % all.length) {
      const one = all[i]
      if (one) await next(office, people, one)
      done += 1
    }
  }
  const begin = performance.now()
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)))
  return (done * 1000) / (performance.now() - begin)
}

async function next({ agencyId, ports }: Office, people: { clerk: Visitor; head: Visitor }, one: Running): Promise<void> {
  const writing = one.step === 'write'
  const submission = writing
    ? { outcome: 'submit' as OutcomeId, data: { draft: 'Naskah berita pelantikan' } }
    : { outcome: 'revise' as OutcomeId, data: {}, reason: 'Lengkapi nama pejabat' }
  const visitor = writing ? people.clerk : people.head
  const answer = await completeTask({ visitor, agencyId, taskId: one.taskId, submission }, ports)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  one.taskId = answer.value.open[0]?.taskId ?? ''
  one.step = writing ? 'review' : 'write'
}

/** What one completion takes of the processors, which neighbours on the machine do not change as they change the rate. */
async function withWork({ execute }: Opened, measure: () => Promise<number>) {
  const [{ pid } = { pid: 0 }] = await execute<{ pid: number }>('select pg_backend_pid() as pid')
  const began = performance.now()
  const [database, own] = [backendSeconds(pid), process.cpuUsage()]
  const rate = await measure()
  const done = (rate * (performance.now() - began)) / 1000
  const { user, system } = process.cpuUsage(own)
  const each = (seconds: number) => ((seconds * 1000) / done).toFixed(2)
  return { rate, own: each((user + system) / 1e6), database: each(backendSeconds(pid) - database) }
}

type Opened = Awaited<ReturnType<typeof freshDatabase>>

/** One completion as plain statements: read, two events, a task closed and one opened with its candidates, the instance moved. */
async function pgbenchScript(opened: Opened, agencyId: string, all: readonly Running[]): Promise<string> {
  await opened.execute('create table bench_ids (n int primary key, id uuid not null)')
  const ids = `{${all.map(({ instanceId }) => instanceId).join(',')}}`
  await opened.execute('insert into bench_ids select n, id from unnest($1::uuid[]) with ordinality as t(id, n)', [ids])
  // Made from what is known already, so that the reference spends no round trip on it.
  const fresh = 'md5(:instance::text || :revision::text)::uuid'
  return `\\set n random(1, ${all.length})
begin;
select i.id as instance, i.revision as revision from bench_ids b join instances i on i.id = b.id and i.agency_id = '${agencyId}' where b.n = :n for update of i \\gset
select id as task from tasks where agency_id = '${agencyId}' and instance_id = :instance::uuid and status = 'open' \\gset
update tasks set status = 'completed', completed_by = :instance::uuid, outcome = 'submit', closed_at = now() where agency_id = '${agencyId}' and id = :task::uuid;
insert into tasks (agency_id, id, instance_id, instance_started_at, node, title, round, status, opened_at) values ('${agencyId}', ${fresh}, :instance::uuid, now(), 'write', 'Mengerjakan write', 1, 'open', now());
delete from task_candidates where agency_id = '${agencyId}' and task_id = :task::uuid;
insert into task_candidates (agency_id, task_id, ordinal, position_id) values ('${agencyId}', ${fresh}, 1, 'clerk');
update instances set revision = revision + 2, state_shape = state_shape, state = jsonb_set(state, '{revision}', to_jsonb(revision + 2)), head_hash = (select hash from events e where e.agency_id = instances.agency_id and e.instance_id = instances.id and e.revision = 4) where agency_id = '${agencyId}' and id = :instance::uuid;
insert into events (agency_id, instance_id, revision, type, body, data, data_salt, data_digest, task_id, at, hash) select agency_id, instance_id, :revision::int + 1, 'TaskCompleted', json_build_object('outcome', 'submit', 'by', json_build_object('personId', :instance::text))::jsonb, data, data_salt, data_digest, :task::uuid, now(), hash from events where agency_id = '${agencyId}' and instance_id = :instance::uuid and revision = 3 union all select agency_id, instance_id, :revision::int + 2, 'TaskOpened', body, null, null, null, ${fresh}, now(), hash from events where agency_id = '${agencyId}' and instance_id = :instance::uuid and revision = 4;
commit;
`
}

async function pgbench(url: string, script: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'baku-bench-'))
  try {
    const file = join(folder, 'complete.sql')
    writeFileSync(file, script)
    const { hostname, port, username, pathname } = new URL(url)
    const server = ['-h', hostname, '-p', port, '-U', username || 'postgres']
    const how = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', file]
    const { stdout } = await run(binary(), [...server, ...how, pathname.slice(1)])
    const rate = /tps = ([\d.]+)/.exec(stdout)?.[1]
    if (!rate) throw new Error(`pgbench said nothing of its rate: ${stdout}`)
    return Number(rate)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function binary(): string {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(root, version, 'bin/pgbench')).find(existsSync) ?? 'pgbench'
}
