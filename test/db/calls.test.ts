import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { byPerson } from '#app/use-cases/instances/by-person.ts'
import { cancelInstance } from '#app/use-cases/instances/cancel-instance.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { moveInstance } from '#app/use-cases/instances/move-instance.server.ts'
import { readInstance } from '#app/use-cases/instances/read-instance.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { beginCalled, deepestCall } from '#app/use-cases/jobs/begin-called.server.ts'
import { carryCalls } from '#app/use-cases/jobs/carry-calls.server.ts'
import { verifyChain } from '#db/chain.ts'
import { type Errand, leaseMs } from '#db/stores/claims.ts'
import { historyOf } from '#db/stores/instances.ts'
import type { Definition, OutcomeId } from '#engine'
import type { Event, TaskId } from '#engine/instance/messages.ts'
import { aCall, aDefinition, aField, aForm, aLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office
let rina: Visitor
let admin: Visitor

const lanes = [aLane('clerk')]
const byStaff = aStart({ lane: 'clerk', by: 'staff' })
const byCall = aStart({ id: 'called', lane: 'clerk', by: 'call' })

/** Asks for a room with what the activity is called, and goes on with the room that was given. */
const activity = aDefinition({
  title: 'Kegiatan',
  lanes,
  nodes: [
    byStaff,
    aTask('ask', { lane: 'clerk', form: 'wish' }),
    aCall('room', {
      lane: 'clerk',
      standard: { slug: 'ruang', version: 1 },
      passes: [{ from: 'name', to: 'purpose' }],
      returns: [{ from: 'given', to: 'room' }],
    }),
    aTask('hold', { lane: 'clerk' }),
    anEnd(),
  ],
  edges: [anEdge('start', 'ask'), anEdge('ask', 'room'), anEdge('room', 'hold'), anEdge('hold', 'end')],
  forms: [aForm('wish', aField('text', 'name', { required: true })), aForm('gained', aField('text', 'room'))],
})
const room = aDefinition({
  title: 'Peminjaman ruang',
  lanes,
  nodes: [byCall, aTask('give', { lane: 'clerk', form: 'gift' }), anEnd()],
  edges: [anEdge('called', 'give'), anEdge('give', 'end')],
  forms: [aForm('gift', aField('text', 'purpose'), aField('text', 'given'))],
})
/** Calls another, which may be itself. */
const calling = (slug: string, start = byStaff): Definition =>
  aDefinition({
    title: `Memanggil ${slug}`,
    lanes,
    nodes: [start, aTask('ask', { lane: 'clerk' }), aCall('other', { lane: 'clerk', standard: { slug, version: 1 } }), anEnd()],
    edges: [anEdge(start.id, 'ask'), anEdge('ask', 'other'), anEdge('other', 'end')],
  })
/** Calls itself at once, without end. */
const circle = aDefinition({
  title: 'Lingkaran',
  lanes,
  nodes: [
    byStaff,
    byCall,
    aTask('ask', { lane: 'clerk' }),
    aCall('again', { lane: 'clerk', standard: { slug: 'lingkaran', version: 1 } }),
    anEnd(),
  ],
  edges: [anEdge('start', 'ask'), anEdge('ask', 'again'), anEdge('called', 'again'), anEdge('again', 'end')],
})

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk'])
  rina = await office.hire('Rina', ['clerk'])
  admin = await office.hire('Admin', [], ['administrator'])
  await office.publish('kegiatan', activity)
  await office.publish('ruang', room)
  await office.publish('atas', calling('tengah'))
  await office.publish('tengah', calling('ruang', byCall))
  await office.publish('hilang', calling('tidak-ada'))
  await office.publish('lingkaran', circle)
})

async function begin(slug: string, data: Record<string, unknown> = {}): Promise<string> {
  office.setClock(morning)
  const submission = { outcome: 'submit' as OutcomeId, data }
  const started = await startInstance({ visitor: rina, agencyId: office.agencyId, slug, submission }, office.ports)
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  return started.value.instanceId
}
type Row = { id: string; status: string; parent: string | null; waits: number }
const instance = async (id: string) =>
  (await opened.execute<Row>('select id, status, parent_id as parent, waits from instances where id = $1::uuid', [id]))[0]
const calledBy = (id: string) =>
  opened.execute<Row>('select id, status, parent_id as parent, waits from instances where parent_id = $1::uuid', [id])
const openTask = async (id: string) =>
  (await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [id]))[0]?.id ??
  ''
const eventsOf = async (id: string) => (await historyOf(opened.db, office.agencyId, id)).map(({ event }) => event)
const ofType = async <T extends Event['type']>(id: string, type: T) =>
  (await eventsOf(id)).filter((event): event is Extract<Event, { type: T }> => event.type === type)
const errands = () =>
  opened.execute<Errand>(`select agency_id as "agencyId", kind, wait_id as "waitId", parent_id as "parentId", detail from outbox`)
const complete = (taskId: string, data: Record<string, unknown> = {}) =>
  completeTask(
    { visitor: rina, agencyId: office.agencyId, taskId, submission: { outcome: 'submit' as OutcomeId, data } },
    office.ports,
  )

describe('a call', () => {
  it('begins the other standard with the data it maps, and goes on with what comes back', async () => {
    const id = await begin('kegiatan', { name: 'Rakor' })
    const [child] = await calledBy(id)
    expect(child).toMatchObject({ status: 'running', parent: id })
    expect(await ofType(child?.id ?? '', 'Started')).toMatchObject([{ data: { purpose: 'Rakor' }, call: { instanceId: id } }])
    expect(await instance(id)).toMatchObject({ status: 'running', waits: 1 })
    await complete(await openTask(child?.id ?? ''), { given: 'Aula' })
    expect(await instance(child?.id ?? '')).toMatchObject({ status: 'completed' })
    expect(await ofType(id, 'WaitOver')).toMatchObject([{ how: 'completed', data: { room: 'Aula' } }])
    expect(await instance(id)).toMatchObject({ status: 'running', waits: 0 })
    expect(await errands()).toEqual([])
    const page = await readInstance({ visitor: rina, agencyId: office.agencyId, instanceId: id }, office.ports)
    expect(page).toMatchObject({ value: { relatives: { parent: null, children: [{ id: child?.id, status: 'completed' }] } } })
    const below = await readInstance({ visitor: rina, agencyId: office.agencyId, instanceId: child?.id ?? '' }, office.ports)
    expect(below).toMatchObject({ value: { relatives: { parent: { id }, children: [] } } })
  })

  it('is cancelled with its caller, level by level, with the reason', async () => {
    const id = await begin('atas')
    const [middle] = await calledBy(id)
    await complete(await openTask(middle?.id ?? ''))
    const [lowest] = await calledBy(middle?.id ?? '')
    expect(lowest).toMatchObject({ status: 'running' })
    const cancelled = { visitor: admin, agencyId: office.agencyId, instanceId: id, reason: 'kegiatan batal' }
    expect((await cancelInstance(cancelled, office.ports)).ok).toBe(true)
    expect((await instance(middle?.id ?? ''))?.status).toBe('cancelled')
    expect((await instance(lowest?.id ?? ''))?.status).toBe('cancelled')
    const [said] = await ofType(lowest?.id ?? '', 'Cancelled')
    expect(said).toMatchObject({ by: { kind: 'system' }, reason: expect.stringContaining('kegiatan batal') })
    expect(await errands()).toEqual([])
  })

  it('of a standard that is not there leaves an incident that tells the supervisor', async () => {
    const id = await begin('hilang')
    expect(await ofType(id, 'IncidentRaised')).toMatchObject([{ code: 'call-failed', node: 'other' }])
    const told = await opened.execute<{ kind: string }>('select kind from notices where instance_id = $1::uuid', [id])
    expect(told).toEqual([{ kind: 'call-failed' }])
    expect(await errands()).toEqual([])
  })

  it('that calls itself without end is stopped', async () => {
    let id: string | undefined = await begin('lingkaran')
    let depth = 1
    let last = id
    for (; id !== undefined; depth++) {
      last = id
      id = (await calledBy(id))[0]?.id
    }
    expect(depth - 1).toBe(deepestCall)
    expect(await ofType(last, 'IncidentRaised')).toMatchObject([{ code: 'call-failed' }])
    expect(await errands()).toEqual([])
  })
})

/** The command is stored and then the process dies: nothing carries what it asks. */
const completeAndDie = async (instanceId: string, data: Record<string, unknown>) => {
  const taskId = (await openTask(instanceId)) as TaskId
  const submission = { outcome: 'submit' as OutcomeId, data }
  const person = rina.kind === 'person' ? rina.person : null
  if (!person) throw new Error('Rina has an account')
  return moveInstance(
    {
      target: { agencyId: office.agencyId, taskId },
      command: { type: 'Complete', taskId, submission },
      ...byPerson(person, {}),
    },
    office.ports,
  )
}

describe('a process that dies between two steps of a call', () => {
  it('before the called instance begins, leaves it to the next one, which begins it once', async () => {
    const id = await begin('atas')
    const [middle] = await calledBy(id)
    expect((await completeAndDie(middle?.id ?? '', {})).ok).toBe(true)
    expect(await calledBy(middle?.id ?? '')).toEqual([])
    const [errand] = await errands()
    await Promise.all([carryCalls(office.ports), carryCalls(office.ports)])
    if (errand) await beginCalled(errand, office.ports)
    expect(await calledBy(middle?.id ?? '')).toHaveLength(1)
    expect(await errands()).toEqual([])
  })

  it('after it ended and before its caller heard, leaves it to the next one, which tells it once', async () => {
    const id = await begin('kegiatan', { name: 'Rapat' })
    const [child] = await calledBy(id)
    expect((await completeAndDie(child?.id ?? '', { given: 'Ruang 2' })).ok).toBe(true)
    expect((await instance(id))?.waits).toBe(1)
    const [errand] = await errands()
    await carryCalls(office.ports)
    expect(await ofType(id, 'WaitOver')).toHaveLength(1)
    // It died again, after telling and before it took the errand off the list.
    await opened.execute(
      `insert into outbox (agency_id, kind, wait_id, parent_id, at) values ($1, $2, $3::uuid, $4::uuid, to_timestamp(0))`,
      [office.agencyId, errand?.kind ?? '', errand?.waitId ?? '', errand?.parentId ?? ''],
    )
    expect(await carryCalls(office.ports)).toMatchObject({ done: 1, failed: 0 })
    expect(await ofType(id, 'WaitOver')).toHaveLength(1)
    expect(await errands()).toEqual([])
  })

  it('before it begins while the caller is cancelled, begins nothing', async () => {
    const id = await begin('atas')
    const [middle] = await calledBy(id)
    await completeAndDie(middle?.id ?? '', {})
    const reason = { visitor: admin, agencyId: office.agencyId, instanceId: middle?.id ?? '', reason: 'salah' }
    await cancelInstance(reason, office.ports)
    office.setClock(morning + leaseMs)
    await carryCalls(office.ports)
    expect(await calledBy(middle?.id ?? '')).toEqual([])
    expect(await errands()).toEqual([])
  })
})

it('leaves a record that is whole (P2, P11)', async () => {
  expect(await verifyChain(opened)).toMatchObject({ ok: true })
})
