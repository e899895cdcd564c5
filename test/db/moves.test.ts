import { beforeEach, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { claimTask } from '#app/use-cases/instances/claim-task.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { moveInstances } from '#app/use-cases/migrations/move-instances.server.ts'
import { planMoves } from '#app/use-cases/migrations/plan-moves.server.ts'
import { readMoves } from '#app/use-cases/migrations/read-moves.server.ts'
import { undoMoves } from '#app/use-cases/migrations/undo-moves.server.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { verifyChain } from '#db/chain.ts'
import { openDatabase } from '#db/connection.ts'
import * as schema from '#db/schema.ts'
import { loadById } from '#db/stores/command-load.ts'
import { historyOf } from '#db/stores/instances.ts'
import { canonicalJson, type Definition, type OutcomeId, replay, type TaskId } from '#engine'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { freshDatabase, isEmbedded } from '#test/support/postgres.ts'
import { aProxyTo } from '#test/support/proxy.ts'

const opened = await freshDatabase()
const day = 86_400_000

/** An applicant asks, the clerk does the steps named. */
const procedure = (...steps: readonly string[]): Definition =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('clerk')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      ...steps.map((id) => aTask(id, { lane: 'clerk', activity: `Mengerjakan ${id} ${steps.length}` })),
      anEnd(),
    ],
    edges: ['start', 'apply', ...steps].map((id, i) => anEdge(id, ['apply', ...steps, 'end'][i] ?? 'end')),
  })

let office: Office
let administrator: Visitor
let clerk: Visitor

beforeEach(async () => {
  office = await anOffice(opened, ['clerk'])
  await office.publish('izin', procedure('check'))
  administrator = await office.hire('Asha', [], ['administrator'])
  clerk = await office.hire('Rina', ['clerk'])
  await anotherVersion(2, procedure('check', 'sign'))
  await anotherVersion(3, procedure('verify', 'sign'))
})

async function anotherVersion(number: number, definition: Definition) {
  const body = canonicalJson(definition)
  const row = { agencyId: office.agencyId, slug: 'izin', number, status: 'superseded' as const, body, digest: digestOf(body) }
  await opened.db.insert(schema.versions).values(row)
}

async function aRequest(): Promise<string> {
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const visitor = { kind: 'anonymous' as const }
  const begun = await startInstance({ visitor, agencyId: office.agencyId, slug: 'izin', submission }, office.ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
  return begun.value.instanceId
}

async function stored(id: string) {
  const loaded = await loadById(opened.db, office.agencyId, id, office.ports.now(), null)
  if (!loaded) throw new Error('not stored')
  const { version, revision, state } = loaded
  const tasks = await opened.execute<{ node: string; title: string; status: string }>(
    'select node, title, status from tasks where instance_id = $1::uuid order by closed_at nulls last, node',
    [id],
  )
  return { version, revision, state, tasks, open: (state.open[0]?.taskId ?? '') as TaskId }
}

const at = () => ({ visitor: administrator, agencyId: office.agencyId, slug: 'izin' })
const move = (ids: readonly string[], version: number, places: Record<string, string> = {}, ports = office.ports) =>
  moveInstances(
    { ...at(), version, reason: 'versi baru', moves: ids.map((instanceId) => ({ instanceId, choices: { places, clear: [] } })) },
    ports,
  )
const undo = (ids: readonly string[], ports = office.ports) => undoMoves({ ...at(), instanceIds: ids, reason: 'keliru' }, ports)

describe('moving requests to another version', () => {
  it('takes them all, with the work list and the trail', async () => {
    const ids = [await aRequest(), await aRequest(), await aRequest()]
    expect(await move(ids, 2)).toMatchObject({ ok: true, value: [{ status: 'running' }, {}, {}] })
    for (const id of ids) {
      expect(await stored(id)).toMatchObject({
        version: 2,
        state: { open: [{ node: 'check' }], migration: { from: { version: 1 }, to: { version: 2 } } },
        tasks: [{ status: 'completed' }, { node: 'check', title: 'Mengerjakan check 2', status: 'open' }],
      })
    }
    const trail = await opened.execute<{ action: string }>('select action from audit where agency_id = $1', [office.agencyId])
    expect(trail.map(({ action }) => action)).toEqual(['instance.migrate'])
  })

  it('goes on in the version they came to', async () => {
    const id = await aRequest()
    await move([id], 2)
    const submission = { outcome: 'submit' as OutcomeId, data: {} }
    const { open } = await stored(id)
    const done = await completeTask({ visitor: clerk, agencyId: office.agencyId, taskId: open, submission }, office.ports)
    expect(done).toMatchObject({ ok: true, value: { open: [{ node: 'sign' }] } })
  })

  it('V7: takes none when one of many cannot, and names it', async () => {
    const ids = [await aRequest(), await aRequest(), await aRequest()]
    const gone = ids[1] as string
    const submission = { outcome: 'submit' as OutcomeId, data: {} }
    const { open } = await stored(gone)
    await completeTask({ visitor: clerk, agencyId: office.agencyId, taskId: open, submission }, office.ports)
    const before = await Promise.all(ids.map(stored))
    expect(await move(ids, 2)).toMatchObject({
      ok: false,
      refusal: { code: 'move-stopped', instanceId: gone, because: { code: 'not-running' } },
    })
    expect(await Promise.all(ids.map(stored))).toEqual(before)
    expect(await opened.execute('select 1 from audit where agency_id = $1', [office.agencyId])).toEqual([])
  })

  it('takes none when somebody goes on with one meanwhile', async () => {
    const ids = [await aRequest(), await aRequest()].sort()
    const last = ids[1] as string
    const { open } = await stored(last)
    const submission = { outcome: 'submit' as OutcomeId, data: {} }
    const [done, moved] = await Promise.all([
      completeTask({ visitor: clerk, agencyId: office.agencyId, taskId: open, submission }, office.ports),
      move(ids, 2),
    ])
    const versions = (await Promise.all(ids.map(stored))).map(({ version }) => version)
    expect(versions).toEqual(moved.ok ? [2, 2] : [1, 1])
    expect(done.ok || moved.ok).toBe(true)
  })

  it('opens another step where the old one is gone, as it was chosen', async () => {
    const id = await aRequest()
    expect(await move([id], 3)).toMatchObject({ ok: false, refusal: { because: { code: 'choice-required' } } })
    expect(await move([id], 3, { '#check': 'verify' })).toMatchObject({ ok: true })
    expect((await stored(id)).tasks).toMatchObject([
      { status: 'completed' },
      { node: 'check', title: 'Mengerjakan check 1', status: 'withdrawn' },
      { node: 'verify', title: 'Mengerjakan verify 2', status: 'open' },
    ])
  })

  it('is for administrators of the agency', async () => {
    const id = await aRequest()
    const input = { ...at(), version: 2, moves: [{ instanceId: id, choices: { places: {}, clear: [] } }], reason: 'x' }
    expect(await moveInstances({ ...input, visitor: clerk }, office.ports)).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await moveInstances({ ...input, version: 9 }, office.ports)).toMatchObject({ refusal: { code: 'version-unknown' } })
    const other = await anOffice(opened, ['clerk'])
    const stranger = await other.hire('Budi', [], ['administrator'])
    expect(await moveInstances({ ...input, visitor: stranger }, office.ports)).toMatchObject({ ok: false })
  })
})

describe('the dry run', () => {
  it('lists every running request that is on another version, page by page', async () => {
    const ids = [await aRequest(), await aRequest(), await aRequest()]
    await move(ids.slice(0, 1), 2)
    const first = await planMoves({ ...at(), version: 2, limit: 1 }, office.ports)
    expect(first).toMatchObject({ ok: true, value: { items: [{ id: ids[1], version: 1, plan: { verdict: 'safe' } }] } })
    const next = first.ok ? (first.value.next ?? 0) : 0
    expect(await planMoves({ ...at(), version: 2, limit: 5, after: next }, office.ports)).toMatchObject({
      value: { items: [{ id: ids[2] }], next: null },
    })
    expect(await planMoves({ ...at(), version: 3 }, office.ports)).toMatchObject({
      value: { items: [{ plan: { verdict: 'choice' } }, { plan: { verdict: 'choice' } }, { plan: { verdict: 'choice' } }] },
    })
  })
})

describe('taking moves back', () => {
  it('brings versions, steps and titles back, also when work was taken up', async () => {
    const [id, other] = [await aRequest(), await aRequest()]
    await move([id, other], 3, { '#check': 'verify' })
    await claimTask({ visitor: clerk, agencyId: office.agencyId, taskId: (await stored(id)).open }, office.ports)
    const page = await readMoves(at(), office.ports)
    expect(page).toMatchObject({ ok: true, value: { undoable: [{ id, from: 1 }, { id: other }] } })
    expect(await undo([id, other])).toMatchObject({ ok: true })
    expect(await stored(id)).toMatchObject({ version: 1, state: { open: [{ node: 'check' }], migration: null } })
    expect((await stored(id)).tasks.at(-1)).toMatchObject({ node: 'check', title: 'Mengerjakan check 1', status: 'open' })
    expect(await readMoves(at(), office.ports)).toMatchObject({ value: { undoable: [] } })
  })

  it('takes none back when somebody has gone on with one, nor after a week', async () => {
    const ids = [await aRequest(), await aRequest()]
    await move(ids, 2)
    office.setClock(morning + 8 * day)
    expect(await undo(ids)).toMatchObject({ refusal: { code: 'move-stopped', because: { code: 'undo-too-late' } } })
    office.setClock(morning + day)
    const submission = { outcome: 'submit' as OutcomeId, data: {} }
    const { open } = await stored(ids[1] as string)
    await completeTask({ visitor: clerk, agencyId: office.agencyId, taskId: open, submission }, office.ports)
    expect(await undo(ids)).toMatchObject({
      refusal: { code: 'move-stopped', instanceId: ids[1], because: { code: 'no-migration' } },
    })
    expect((await stored(ids[0] as string)).version).toBe(2)
  })
})

describe.skipIf(isEmbedded())('V7: a move that is broken off in the midst leaves every request as it was', () => {
  const written = () => opened.execute('select agency_id, instance_id, revision, type from events order by 1, 2, 3')
  const audited = () => opened.execute('select action from audit where agency_id = $1', [office.agencyId])
  async function until<T>(what: () => Promise<T>): Promise<NonNullable<T>> {
    for (;;) {
      const found = await what()
      if (found) return found
    }
  }

  /** Moves all but the last, for which it has to wait; there it is broken off, and nothing holds it any more. */
  async function brokenOff(ids: readonly string[], act: (ports: Ports) => Promise<unknown>, how: 'connection' | 'process') {
    const way = await aProxyTo(opened.url)
    const another = await openDatabase({ url: way.url, dataDir: '' })
    await opened.dedicated(async (execute) => {
      await execute('begin')
      await execute('select from instances where id = $1::uuid for update', [ids.toSorted().at(-1) ?? ''])
      const broken = act({ ...office.ports, db: another.db }).then(
        () => 'done',
        () => 'broken off',
      )
      const waiting = 'select pid from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))'
      const pid = await until(async () => (await execute<{ pid: number }>(waiting))[0]?.pid)
      if (how === 'connection') await execute(`select pg_terminate_backend(pid) from (${waiting}) one`)
      else way.cut()
      expect(await broken).toBe('broken off')
      await execute('rollback')
      await until(async () => (await execute('select from pg_stat_activity where pid = $1', [pid])).length === 0)
    })
    await another.close()
    await way.close()
  }

  it.each(['connection', 'process'] as const)('when its %s is lost', async (how) => {
    const ids = [await aRequest(), await aRequest(), await aRequest()]
    const stood = [await Promise.all(ids.map(stored)), await written(), await audited()]
    await brokenOff(ids, (ports) => move(ids, 3, { '#check': 'verify' }, ports), how)
    expect([await Promise.all(ids.map(stored)), await written(), await audited()]).toEqual(stood)
    expect(await move(ids, 3, { '#check': 'verify' })).toMatchObject({ ok: true })
  })

  it.each(['connection', 'process'] as const)('also when it takes moves back and its %s is lost', async (how) => {
    const ids = [await aRequest(), await aRequest(), await aRequest()]
    await move(ids, 3, { '#check': 'verify' })
    const stood = [await Promise.all(ids.map(stored)), await written(), await audited()]
    await brokenOff(ids, (ports) => undo(ids, ports), how)
    expect([await Promise.all(ids.map(stored)), await written(), await audited()]).toEqual(stood)
    expect(await undo(ids)).toMatchObject({ ok: true })
  })
})

it('leaves a record that leads to what is stored', async () => {
  const id = await aRequest()
  await move([id], 3, { '#check': 'verify' })
  await undo([id])
  await move([id], 2)
  expect(await verifyChain(opened)).toMatchObject({ ok: true })
  const { state } = await stored(id)
  const history = await historyOf(opened.db, office.agencyId, id)
  expect(replay(history.map(({ event }) => event))).toEqual(state)
})
