import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { extendDeadline } from '#app/use-cases/instances/extend-deadline.server.ts'
import { resumeInstance } from '#app/use-cases/instances/resume-instance.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { suspendInstance } from '#app/use-cases/instances/suspend-instance.server.ts'
import { sweepDeadlines } from '#app/use-cases/jobs/sweep-deadlines.server.ts'
import { markNotices } from '#app/use-cases/notices/mark-notices.server.ts'
import { openNotice } from '#app/use-cases/notices/open-notice.server.ts'
import { readNotices } from '#app/use-cases/notices/read-notices.server.ts'
import { unmarkNotices } from '#app/use-cases/notices/unmark-notices.server.ts'
import { recordAbsence } from '#app/use-cases/people/record-absence.server.ts'
import { verifyChain } from '#db/chain.ts'
import { type Opened, openDatabase } from '#db/connection.ts'
import { constraintOf } from '#db/rows.ts'
import { positions } from '#db/schema.ts'
import { leaseMs } from '#db/stores/claims.ts'
import type { OutcomeId } from '#engine'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase, isEmbedded } from '#test/support/postgres.ts'

const hour = 3_600_000
let opened: FreshDatabase
let office: Office
let rina: Visitor
let head: Visitor

const workingHours = (amount: number) => ({
  amount,
  unit: 'hour' as const,
  clock: 'working' as const,
  anchor: { kind: 'entered' as const },
})

/** A clerk writes within four hours, is warned an hour before, and the head is told after. */
const withDeadline = aDefinition({
  lanes: [anApplicantLane(), aLane('clerk')],
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant' }),
    aTask('write', { lane: 'clerk', duration: workingHours(4), deadline: { warn: { amount: 1, unit: 'hour' } } }),
    anEnd(),
  ],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'write'), anEdge('write', 'end')],
})
/** The applicant completes what is missing, which stops the promise of one day. */
const withPause = aDefinition({
  lanes: [anApplicantLane(), aLane('clerk')],
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant' }),
    aTask('complete', { lane: 'applicant', pausesClock: true }),
    aTask('write', { lane: 'clerk' }),
    anEnd(),
  ],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'complete'), anEdge('complete', 'write'), anEdge('write', 'end')],
  limits: [{ duration: { amount: 24, unit: 'hour', clock: 'working', anchor: { kind: 'start' } } }],
})

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk', 'head'])
  await opened.db.update(positions).set({ superiorId: 'head' })
  await opened.execute(`update positions set superior_id = null where id = 'head'`)
  rina = await office.hire('Rina', ['clerk'])
  head = await office.hire('Kepala', ['head'], ['administrator'])
  await office.publish('surat', withDeadline)
  await office.publish('izin', withPause)
})

async function apply(slug: string): Promise<string> {
  office.setClock(morning)
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const started = await startInstance(
    { visitor: { kind: 'anonymous' }, agencyId: office.agencyId, slug, submission },
    office.ports,
  )
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  return started.value.instanceId
}

const actsOf = async (id: string) =>
  (
    await opened.execute<{ act: string }>(
      `select body ->> 'act' as act from events where instance_id = $1::uuid and type = 'DeadlineActed' order by revision`,
      [id],
    )
  ).map(({ act }) => act)
const timerOf = async (id: string) =>
  (
    await opened.execute<{ at: number }>(
      'select (extract(epoch from at) * 1000)::float8 as at from timers where instance_id = $1::uuid',
      [id],
    )
  )[0]?.at ?? null
const sweepAt = async (instant: number, on: Opened = opened) => {
  office.setClock(instant)
  return sweepDeadlines({ ...office.ports, db: on.db })
}
const told = async (visitor: Visitor) => {
  const read = await readNotices({ visitor, limit: 100 }, office.ports)
  if (!read.ok) throw new Error(read.refusal.code)
  const { items, unread } = read.value
  return { unread, items: items.filter((notice) => notice.about === 'request') }
}

describe('a deadline', () => {
  it('warns before, marks after and tells the superior, each once, however often it is looked at (P7, V8)', async () => {
    const id = await apply('surat')
    expect(await timerOf(id)).toBe(morning + 3 * hour)
    await sweepAt(morning + 3 * hour - 1)
    expect(await actsOf(id)).toEqual([])
    await sweepAt(morning + 3 * hour)
    await sweepAt(morning + 3 * hour)
    expect(await actsOf(id)).toEqual(['warned'])
    expect(await timerOf(id)).toBe(morning + 4 * hour)
    await sweepAt(morning + 9 * hour)
    await sweepAt(morning + 9 * hour)
    expect(await actsOf(id)).toEqual(['warned', 'missed', 'escalated'])
    expect(await timerOf(id)).toBeNull()
    expect((await told(rina)).items.filter(({ instanceId }) => instanceId === id).map(({ kind }) => kind)).toEqual([
      'deadline-missed',
      'deadline-warned',
    ])
    expect((await told(head)).items.filter(({ instanceId }) => instanceId === id).map(({ kind }) => kind)).toEqual([
      'deadline-escalated',
    ])
  })

  it('is refused a second time by the database itself', async () => {
    const id = await apply('surat')
    await sweepAt(morning + 5 * hour)
    const again = opened.execute(
      `insert into events (agency_id, instance_id, revision, type, body, at, hash)
       select agency_id, instance_id, 99, type, body, at, 'x' from events where instance_id = $1::uuid and type = 'DeadlineActed' limit 1`,
      [id],
    )
    await expect(again).rejects.toSatisfy((error) => constraintOf(error) === 'events_deadline_once')
  })

  it.skipIf(isEmbedded())('fires once while two processes sweep at the same moment', async () => {
    const ids: string[] = []
    for (let i = 0; i < 12; i++) ids.push(await apply('surat'))
    const other = await openDatabase({ url: opened.url, dataDir: '' })
    try {
      const swept = await Promise.all([
        sweepAt(morning + 5 * hour),
        sweepAt(morning + 5 * hour, other),
        sweepAt(morning + 5 * hour, other),
      ])
      expect(swept.reduce((sum, { done }) => sum + done, 0)).toBe(12)
      expect(swept.map(({ failed }) => failed)).toEqual([0, 0, 0])
      for (const id of ids) expect(await actsOf(id)).toEqual(['missed', 'escalated'])
    } finally {
      await other.close()
    }
  })

  it('that a process took and died with is fired by the next one, once', async () => {
    const id = await apply('surat')
    const fallen = morning + 5 * hour
    await opened.execute('update timers set claimed_until = to_timestamp($2::float8 / 1000) where instance_id = $1::uuid', [
      id,
      fallen + leaseMs,
    ])
    await sweepAt(fallen)
    expect(await actsOf(id)).toEqual([])
    await sweepAt(fallen + leaseMs)
    expect(await actsOf(id)).toEqual(['missed', 'escalated'])
  })

  it('stands still while the applicant owes something', async () => {
    const id = await apply('izin')
    await sweepAt(morning + 1000 * hour)
    expect(await actsOf(id)).toEqual([])
    expect(await timerOf(id)).toBeNull()
  })

  it('stands still while the request is suspended, and moves by as much when it goes on', async () => {
    const id = await apply('surat')
    const about = { visitor: head, agencyId: office.agencyId, instanceId: id, reason: 'menunggu putusan' }
    expect((await suspendInstance(about, office.ports)).ok).toBe(true)
    const [row] = await opened.execute<{ suspended: boolean }>('select suspended from instances where id = $1::uuid', [id])
    expect(row?.suspended).toBe(true)
    await sweepAt(morning + 10 * hour)
    expect(await actsOf(id)).toEqual([])
    expect((await resumeInstance(about, office.ports)).ok).toBe(true)
    expect(await timerOf(id)).toBe(morning + 13 * hour)
    expect((await told(rina)).items.filter(({ instanceId }) => instanceId === id).map(({ kind }) => kind)).toEqual([
      'resumed',
      'suspended',
    ])
  })

  it('that is extended falls due later, and those who work on it hear of it', async () => {
    const id = await apply('surat')
    const about = { visitor: head, agencyId: office.agencyId, instanceId: id, reason: 'berkas tebal' }
    const [task] = await opened.execute<{ id: string }>('select id from tasks where instance_id = $1::uuid and status = $2', [
      id,
      'open',
    ])
    const extended = await extendDeadline({ ...about, taskId: task?.id ?? '', by: { amount: 2, unit: 'hour' } }, office.ports)
    expect(extended.ok).toBe(true)
    await sweepAt(morning + 5 * hour)
    expect(await actsOf(id)).toEqual(['warned'])
    const [due] = await opened.execute<{ at: number }>(
      'select (extract(epoch from due_at) * 1000)::float8 as at from tasks where instance_id = $1::uuid and status = $2',
      [id, 'open'],
    )
    expect(due?.at).toBe(morning + 6 * hour)
  })
})

describe('a notice', () => {
  it('is read once it was opened, and leads to its step; to others it is not there', async () => {
    const ratna = await office.hire('Ratna', ['clerk'])
    const oldest = (await told(ratna)).items.at(-1)
    const { unread } = await told(ratna)
    const open = (visitor: Visitor) => openNotice({ visitor, id: oldest?.id ?? '' }, office.ports)
    expect(await open(head)).toEqual({ ok: false, refusal: { code: 'not-found' } })
    expect(await open(ratna)).toMatchObject({ ok: true, value: { id: oldest?.id, instanceId: oldest?.instanceId } })
    expect((await told(ratna)).unread).toBe(unread - 1)
    expect(await open(ratna)).toMatchObject({ ok: true, value: { readAt: office.ports.now() } })
    expect((await told(ratna)).unread).toBe(unread - 1)
    expect(await openNotice({ visitor: ratna, id: 'x' }, office.ports)).toEqual({ ok: false, refusal: { code: 'not-found' } })
  })

  it('is read by each reader alone, and by nobody whom it does not concern', async () => {
    const before = (await told(rina)).unread
    expect(before).toBeGreaterThan(0)
    const budi = await office.hire('Budi', ['clerk'])
    const [first] = (await told(rina)).items
    expect(await markNotices({ visitor: head, ids: [first?.id ?? ''] }, office.ports)).toEqual({ ok: true, value: 0 })
    expect(await markNotices({ visitor: rina, ids: [first?.id ?? '', randomUUID(), 'x'] }, office.ports)).toEqual({
      ok: true,
      value: 1,
    })
    expect(await markNotices({ visitor: rina, ids: [first?.id ?? ''] }, office.ports)).toEqual({ ok: true, value: 0 })
    expect((await told(rina)).unread).toBe(before - 1)
    expect((await told(budi)).unread).toBe(before)
    expect(await unmarkNotices({ visitor: head, ids: [first?.id ?? ''] }, office.ports)).toEqual({ ok: true, value: 0 })
    expect(await unmarkNotices({ visitor: rina, ids: [first?.id ?? '', 'x'] }, office.ports)).toEqual({ ok: true, value: 1 })
    expect((await told(rina)).items.find(({ id }) => id === first?.id)?.readAt).toBeNull()
    expect((await told(rina)).unread).toBe(before)
    expect(await unmarkNotices({ visitor: rina, ids: [first?.id ?? ''] }, office.ports)).toEqual({ ok: true, value: 0 })
    await markNotices({ visitor: rina, ids: [first?.id ?? ''] }, office.ports)
    expect(await markNotices({ visitor: rina, ids: null }, office.ports)).toEqual({ ok: true, value: before - 1 })
    expect((await told(rina)).unread).toBe(0)
    const stranger = await (await anOffice(opened, ['clerk'])).hire('Orang Lain', ['clerk'])
    expect((await told(stranger)).items).toEqual([])
    expect(await readNotices({ visitor: { kind: 'anonymous' } }, office.ports)).toMatchObject({
      refusal: { code: 'not-signed-in' },
    })
  })

  it('reaches whoever stands in, the holder once back, and nobody who has left (P8)', async () => {
    const ids = (visitor: Visitor) => visitor.kind === 'person' && visitor.person.id
    const sari = await office.hire('Sari', ['head'])
    const wati = await office.hire('Wati', ['clerk'])
    const today = '2026-03-02'
    office.setClock(morning)
    const about = { visitor: head, agencyId: office.agencyId, personId: String(ids(wati)), kind: 'leave' as const, note: 'Cuti' }
    const away = await recordAbsence({ ...about, from: today, until: today, delegateId: String(ids(sari)) }, office.ports)
    expect(away).toMatchObject({ ok: true })
    const id = await apply('surat')
    await sweepAt(morning + 3 * hour)
    const toldOfIt = async (visitor: Visitor) => (await told(visitor)).items.some(({ instanceId }) => instanceId === id)
    expect([await toldOfIt(sari), await toldOfIt(wati)]).toEqual([true, false])
    office.setClock(morning + 48 * hour)
    expect([await toldOfIt(sari), await toldOfIt(wati)]).toEqual([false, true])
    await opened.execute('update holders set until = $2 where person_id = $1::uuid', [ids(wati), '2026-03-03'])
    expect((await told(wati)).items).toEqual([])
  })
})

it('leaves a record that is whole (P2, P11)', async () => {
  expect(await verifyChain(opened)).toMatchObject({ ok: true })
})
