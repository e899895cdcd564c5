import { beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { verifyLogCommand } from '#app/cli/verify-log.ts'
import type { World } from '#app/server/world.ts'
import { addPosition } from '#app/use-cases/agencies/save-position.server.ts'
import { claimTask } from '#app/use-cases/instances/claim-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { verifyAudit } from '#db/audit-chain.ts'
import { verifyChain } from '#db/chain.ts'
import { pagesOf } from '#db/pages-of.ts'
import type { OutcomeId, TaskId } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { unguarded } from '#test/support/unguarded.ts'

let opened: FreshDatabase
let office: Office
let instances: string[]

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk', 'head'])
  const other = await anOffice(opened, ['clerk'])
  const clerk = await office.hire('Rina', ['clerk'])
  await office.publish('liputan', aCoverage())
  instances = [await apply(clerk), await apply(), await apply()].sort()
  for (const place of [office, other]) {
    const admin = await place.hire('Kepala', [], ['administrator'])
    for (const title of ['Satu', 'Dua', 'Tiga']) {
      const at = { visitor: admin, agencyId: place.agencyId, details: { title, unit: null, superiorId: null, signs: false } }
      const added = await addPosition(at, place.ports)
      if (!added.ok) throw new Error(JSON.stringify(added.refusal))
    }
  }
})

async function apply(claimedBy?: Visitor): Promise<string> {
  const { agencyId, ports } = office
  const submission = { outcome: 'submit' as OutcomeId, data: { title: 'Pelantikan' } }
  const started = await startInstance({ visitor: { kind: 'anonymous' }, agencyId, slug: 'liputan', submission }, ports)
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  const { instanceId } = started.value
  if (claimedBy) {
    const [task] = await opened.execute<{ id: TaskId }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [
      instanceId,
    ])
    await claimTask({ visitor: claimedBy, agencyId, taskId: task?.id ?? '' }, ports)
  }
  return instanceId
}

/** What is found while a change stands that only the owner of the database can make. */
async function withChanged<T>(change: string, back: string, find: () => Promise<T>): Promise<T> {
  await unguarded(opened, change)
  try {
    return await find()
  } finally {
    await unguarded(opened, back)
  }
}

it('finds everything whole and counts it', async () => {
  expect(await verifyChain(opened)).toEqual({ ok: true, instances: 3, events: expect.any(Number) })
  expect(await verifyAudit(opened)).toEqual({ ok: true, trails: 2, acts: 6 })
})

it('V13: one changed byte in an act is found and named', async () => {
  const at = `where agency_id = '${office.agencyId}' and seq = 2`
  const change = (to: string, back: string) =>
    withChanged(`update audit set ${to} ${at}`, `update audit set ${back} ${at}`, () => verifyAudit(opened))
  const broken = { ok: false, broken: { agencyId: office.agencyId, seq: 2, why: 'hash' } }
  expect(await change(`actor = 'KepalA'`, `actor = 'Kepala'`)).toEqual(broken)
  expect(await change(`at = at + interval '1 microsecond'`, `at = at - interval '1 microsecond'`)).toEqual(broken)
  expect(await change(`detail = detail || '{"x":1}'`, `detail = detail - 'x'`)).toEqual(broken)
  expect(await verifyAudit(opened)).toMatchObject({ ok: true })
})

it('V13: an act that was taken out is missed', async () => {
  const at = `where agency_id = '${office.agencyId}' and seq = 1`
  await opened.execute(`create table kept as select * from audit ${at}`)
  const found = await withChanged(`delete from audit ${at}`, 'insert into audit select * from kept', () => verifyAudit(opened))
  expect(found).toEqual({ ok: false, broken: { agencyId: office.agencyId, seq: 2, why: 'missing' } })
})

it('P2: a stored state that its events do not lead to is found and named', async () => {
  const instanceId = instances[1] ?? ''
  const at = `where id = '${instanceId}'`
  const change = (to: string, back: string) =>
    withChanged(`update instances set ${to} ${at}`, `update instances set ${back} ${at}`, () => verifyChain(opened))
  // Without its shape a state is trusted by nobody, and nothing is asked of it.
  const state = (made: string) => `state_shape = state_shape, state = ${made}`
  const title = (text: string) => state(`jsonb_set(state, '{data,title}', '"${text}"')`)
  const broken = { ok: false, broken: { agencyId: office.agencyId, instanceId, why: 'state' } }
  expect(await change(title('PelantikaN'), title('Pelantikan'))).toMatchObject(broken)
  expect(await change(state(`state || '{"extra":1}'`), state(`state - 'extra'`))).toMatchObject(broken)
  expect(await change(`head_hash = head_hash || 'x'`, `head_hash = rtrim(head_hash, 'x')`)).toMatchObject({
    broken: { instanceId, why: 'head' },
  })
  expect(await verifyChain(opened)).toMatchObject({ ok: true })
})

it('P11: an instance without its events is found and named, wherever it stands', async () => {
  for (const instanceId of instances) {
    const at = `where instance_id = '${instanceId}'`
    await opened.execute(`create table held as select * from events ${at}`)
    const back = 'insert into events select * from held'
    const found = await withChanged(`delete from events ${at}`, back, () => verifyChain(opened))
    await opened.execute('drop table held')
    expect(found).toEqual({ ok: false, broken: { agencyId: office.agencyId, instanceId, revision: 0, why: 'head' } })
  }
})

it.each(['00000000-0000-4000-8000-000000000000', 'ffffffff-ffff-4fff-bfff-ffffffffffff'])(
  'P11: events of no instance (%s) are found and named',
  async (id) => {
    const columns = 'revision, type, body, data, data_salt, data_digest, task_id, at, hash'
    const change = `insert into events (agency_id, instance_id, ${columns})
      select agency_id, '${id}', ${columns} from events where revision = 1 limit 1`
    const back = `delete from events where instance_id = '${id}'`
    const found = await withChanged(change, back, () => verifyChain(opened))
    expect(found).toEqual({ ok: false, broken: { agencyId: office.agencyId, instanceId: id, revision: 0, why: 'head' } })
  },
)

it('reads every row once, however the pages fall', async () => {
  const text = 'select seq from audit where agency_id = $1 and seq > $2::int order by seq limit $3::int'
  for (const size of [1, 2, 3, 4]) {
    const pages = pagesOf<{ seq: number }>(opened.execute, text, [office.agencyId, 0], size, ({ seq }) => [office.agencyId, seq])
    const seen: number[] = []
    for (let row = await pages.next(); row; row = await pages.next()) seen.push(row.seq)
    expect(seen).toEqual([1, 2, 3])
    expect(pages.count()).toBe(3)
  }
})

it('tells the operator the counts and ends with 0, and with 1 when something is broken', async () => {
  const said: string[] = []
  const { stdout, stderr } = process
  const writes = [stdout.write, stderr.write] as const
  const keep = (text: unknown) => said.push(String(text)) > 0
  const run = async () => {
    Object.assign(stdout, { write: keep })
    Object.assign(stderr, { write: keep })
    try {
      return await verifyLogCommand.run({ opened } as unknown as World)
    } finally {
      Object.assign(stdout, { write: writes[0] })
      Object.assign(stderr, { write: writes[1] })
    }
  }
  expect(await run()).toBe(0)
  expect(said.join('')).toMatch(/whole: \d+ events .* 3 instances[\s\S]*whole: 6 acts in 2 trails/)
  const at = `where agency_id = '${office.agencyId}' and seq = 3`
  const [change, back] = [
    `update audit set subject = subject || '.' ${at}`,
    `update audit set subject = rtrim(subject, '.') ${at}`,
  ]
  expect(await withChanged(change, back, run)).toBe(1)
  expect(said.at(-1)).toBe(`The audit trail is broken at ${office.agencyId}, act 3: hash.\n`)
})
