import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { addHoliday } from '#app/use-cases/agencies/change-calendar.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { inspectTasks } from '#app/use-cases/jobs/inspect-tasks.server.ts'
import { recountDeadlines } from '#app/use-cases/jobs/recount-deadlines.server.ts'
import { scheduleInForce } from '#app/use-cases/jobs/schedule-in-force.server.ts'
import { startScheduled } from '#app/use-cases/jobs/start-scheduled.server.ts'
import { verifyAudit } from '#db/audit-chain.ts'
import { verifyChain } from '#db/chain.ts'
import { leaseMs } from '#db/stores/claims.ts'
import { keepSchedules } from '#db/stores/schedules.ts'
import type { OutcomeId } from '#engine'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask, aWait } from '#test/builders/definition.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

const day = 86_400_000
let opened: FreshDatabase
let office: Office
let admin: Visitor

/** Opened by the clock on the first of each month at nine. */
const monthly = aDefinition({
  title: 'Laporan bulanan',
  lanes: [aLane('clerk')],
  nodes: [
    aStart({ lane: 'clerk', by: 'schedule', every: { every: 'month', day: 1, time: '09:00' } }),
    aTask('report', { lane: 'clerk' }),
    anEnd(),
  ],
  edges: [anEdge('start', 'report'), anEdge('report', 'end')],
})
const inThreeDays = aDefinition({
  lanes: [anApplicantLane(), aLane('clerk')],
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant' }),
    aTask('write', { lane: 'clerk', duration: { amount: 3, unit: 'workingDay', clock: 'working', anchor: { kind: 'entered' } } }),
    anEnd(),
  ],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'write'), anEdge('write', 'end')],
})
/** Nothing but the wait has a time here. */
const afterTwoDays = aDefinition({
  lanes: [anApplicantLane(), aLane('clerk')],
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant' }),
    aWait('objections', { lane: 'clerk', until: { kind: 'duration', duration: { amount: 2, unit: 'workingDay' } } }),
    aTask('write', { lane: 'clerk' }),
    anEnd(),
  ],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'objections'), anEdge('objections', 'write'), anEdge('write', 'end')],
})

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk'])
  admin = await office.hire('Admin', [], ['administrator'])
  await office.publish('laporan', monthly)
  await office.publish('surat', inThreeDays)
  await office.publish('sanggah', afterTwoDays)
})

const started = (slug: string) =>
  opened.execute<{ at: number; title: string }>(
    'select (extract(epoch from started_at) * 1000)::float8 as at, title from instances where agency_id = $1 and slug = $2 order by started_at',
    [office.agencyId, slug],
  )
const nextAt = async () =>
  (
    await opened.execute<{ at: number }>(
      'select (extract(epoch from next_at) * 1000)::float8 as at from schedules where agency_id = $1',
      [office.agencyId],
    )
  )[0]?.at ?? null
const acts = (action: string) =>
  opened.execute<{ actor: string; detail: Record<string, unknown> }>(
    'select actor, detail from audit where agency_id = $1 and action = $2',
    [office.agencyId, action],
  )
const at = (text: string) => Date.parse(`${text}:00+07:00`)
const sweepAt = (instant: number) => {
  office.setClock(instant)
  return startScheduled(office.ports)
}

describe('a start by the clock', () => {
  it('is set when its version comes into force, and comes once, whoever looks', async () => {
    office.setClock(morning)
    await scheduleInForce(office.ports)
    await scheduleInForce(office.ports)
    expect(await nextAt()).toBe(at('2026-04-01T09:00'))
    await sweepAt(at('2026-04-01T08:59'))
    expect(await started('laporan')).toEqual([])
    office.setClock(at('2026-04-01T09:01'))
    await Promise.all([startScheduled(office.ports), startScheduled(office.ports), startScheduled(office.ports)])
    await sweepAt(at('2026-04-01T09:03'))
    expect(await started('laporan')).toEqual([{ at: at('2026-04-01T09:01'), title: 'Laporan bulanan 1 April 2026' }])
    expect(await nextAt()).toBe(at('2026-05-01T09:00'))
    const open = await opened.execute('select 1 from tasks where agency_id = $1 and node = $2 and status = $3', [
      office.agencyId,
      'report',
      'open',
    ])
    expect(open).toHaveLength(1)
  })

  it('that a dying process had taken comes with the next one', async () => {
    const due = at('2026-05-01T09:00')
    await opened.execute('update schedules set claimed_until = to_timestamp($1::float8 / 1000)', [due + leaseMs])
    await sweepAt(due)
    expect(await started('laporan')).toHaveLength(1)
    await sweepAt(due + leaseMs)
    expect(await started('laporan')).toHaveLength(2)
  })

  it('is made up for once after a long silence, and the trail says what was left out', async () => {
    await sweepAt(at('2026-08-15T10:00'))
    expect((await started('laporan')).at(-1)?.title).toBe('Laporan bulanan 1 Agustus 2026')
    expect(await started('laporan')).toHaveLength(3)
    expect(await acts('schedule.missed')).toMatchObject([{ actor: 'system', detail: { node: 'start', missed: 2 } }])
    expect(await nextAt()).toBe(at('2026-09-01T09:00'))
  })

  it('moves when its day becomes free', async () => {
    const change = { visitor: admin, agencyId: office.agencyId, date: '2026-09-01', name: 'Hari jadi', source: null, revision: 1 }
    expect(await addHoliday(change, office.ports)).toMatchObject({ ok: true })
    expect(await recountDeadlines(office.ports)).toMatchObject({ done: 1, failed: 0 })
    expect(await nextAt()).toBe(at('2026-09-02T09:00'))
  })

  it('comes once though its day becomes free after it came, and the next is not lost', async () => {
    await sweepAt(at('2026-09-02T09:00'))
    expect(await started('laporan')).toHaveLength(4)
    const change = { visitor: admin, agencyId: office.agencyId, date: '2026-09-02', name: 'Banjir', source: null, revision: 2 }
    office.setClock(at('2026-09-02T10:00'))
    expect(await addHoliday(change, office.ports)).toMatchObject({ ok: true })
    expect(await recountDeadlines(office.ports)).toMatchObject({ done: 1, failed: 0 })
    expect(await nextAt()).toBe(at('2026-10-01T09:00'))
    await sweepAt(at('2026-09-03T09:00'))
    expect(await started('laporan')).toHaveLength(4)
  })

  it('comes no more when nothing is in force', async () => {
    await keepSchedules(opened.db, { agencyId: office.agencyId, slug: 'laporan' }, null, office.ports.now())
    await sweepAt(at('2026-12-01T10:00'))
    expect(await started('laporan')).toHaveLength(4)
  })
})

async function apply(slug = 'surat'): Promise<string> {
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const input = { visitor: { kind: 'anonymous' as const }, agencyId: office.agencyId, slug, submission }
  const begun = await startInstance(input, office.ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
  return begun.value.instanceId
}
const dueOf = async (id: string) =>
  (
    await opened.execute<{ at: number }>(
      `select (extract(epoch from due_at) * 1000)::float8 as at from tasks where instance_id = $1::uuid and status = 'open'`,
      [id],
    )
  )[0]?.at

describe('a day that becomes free', () => {
  it('moves the deadlines of what is under way, and the trail says how many', async () => {
    office.setClock(morning)
    const ids = [await apply(), await apply(), await apply()]
    const before = await dueOf(ids[0] ?? '')
    const change = { visitor: admin, agencyId: office.agencyId, date: '2026-03-04', name: 'Pilkada', source: null }
    expect(await addHoliday({ ...change, revision: 3 }, office.ports)).toMatchObject({ ok: true })
    expect(await addHoliday({ ...change, date: '2026-12-31', revision: 4 }, office.ports)).toMatchObject({ ok: true })
    expect(await recountDeadlines(office.ports)).toMatchObject({ done: 1, failed: 0 })
    for (const id of ids) expect(await dueOf(id)).toBe((before ?? 0) + day)
    expect((await acts('calendar.recounted')).slice(2)).toMatchObject([
      { actor: 'system', detail: { counted: 3, moved: 3, changes: [{ date: '2026-03-04' }, { date: '2026-12-31' }] } },
    ])
    expect(await recountDeadlines(office.ports)).toMatchObject({ done: 0 })
    const causes = await opened.execute<{ cause: string }>(
      `select body ->> 'cause' as cause from events where instance_id = $1::uuid and type = 'TaskDueSet'`,
      [ids[0] ?? ''],
    )
    expect(causes).toEqual([{ cause: 'calendar' }])
  })

  it('goes on where a dying process left it', async () => {
    const all = await opened.execute<{ id: string }>(
      `select id from instances where agency_id = $1 and slug = 'surat' order by id`,
      [office.agencyId],
    )
    const change = { visitor: admin, agencyId: office.agencyId, date: '2026-03-05', name: 'Banjir', source: null, revision: 5 }
    expect(await addHoliday(change, office.ports)).toMatchObject({ ok: true })
    await opened.execute(
      `update recounts set after_id = $1::uuid, counted = 1, moved = 1, claimed_until = to_timestamp($2::float8 / 1000)`,
      [all[0]?.id ?? '', morning + leaseMs],
    )
    expect(await recountDeadlines(office.ports)).toMatchObject({ done: 0 })
    office.setClock(morning + leaseMs)
    expect(await recountDeadlines(office.ports)).toMatchObject({ done: 1 })
    expect((await acts('calendar.recounted')).at(-1)?.detail).toMatchObject({ counted: 3, moved: 3 })
  })
})

describe('a wait of working days', () => {
  it('ends a day later when a day in it becomes free, though nothing else has a time', async () => {
    office.setClock(morning + leaseMs)
    const id = await apply('sanggah')
    const endsAt = async () =>
      (
        await opened.execute<{ at: number }>(
          'select (extract(epoch from at) * 1000)::float8 as at from timers where instance_id = $1::uuid',
          [id],
        )
      )[0]?.at ?? null
    expect(await endsAt()).toBe(at('2026-03-07T00:00'))
    const change = { visitor: admin, agencyId: office.agencyId, date: '2026-03-06', name: 'Melasti', source: null, revision: 6 }
    expect(await addHoliday(change, office.ports)).toMatchObject({ ok: true })
    expect(await recountDeadlines(office.ports)).toMatchObject({ done: 1, failed: 0 })
    expect(await endsAt()).toBe(at('2026-03-08T00:00'))
    const causes = await opened.execute<{ cause: string }>(
      `select body ->> 'cause' as cause from events where instance_id = $1::uuid and type = 'WaitDueSet'`,
      [id],
    )
    expect(causes).toEqual([{ cause: 'calendar' }])
  })

  it('that could not be counted without working hours begins when there are some, though nothing has a time', async () => {
    office.setClock(morning + leaseMs)
    const withHours = `update calendars set revision = revision + 1, body = jsonb_set(body, '{schedules}', $2::jsonb) where agency_id = $1`
    const [hours] = await opened.execute<{ text: string }>(
      `select (body -> 'schedules')::text as text from calendars where agency_id = $1`,
      [office.agencyId],
    )
    await opened.execute(withHours, [office.agencyId, '[]'])
    const id = await apply('sanggah')
    await opened.execute(withHours, [office.agencyId, hours?.text ?? '[]'])
    const change = { visitor: admin, agencyId: office.agencyId, date: '2026-03-25', name: 'Galungan', source: null, revision: 9 }
    expect(await addHoliday(change, office.ports)).toMatchObject({ ok: true })
    expect(await recountDeadlines(office.ports)).toMatchObject({ done: 1, failed: 0 })
    const told = await opened.execute<{ type: string }>(
      `select type from events where instance_id = $1::uuid order by revision desc limit 3`,
      [id],
    )
    expect(told.map(({ type }) => type)).toEqual(['WaitBegan', 'IncidentCleared', 'IncidentRaised'])
  })
})

describe('the monitor', () => {
  it('finds an open task on which nobody may act, tells the supervisors, and takes it back when somebody may', async () => {
    office.setClock(morning)
    const rina = await office.hire('Rina', ['clerk'])
    const id = await apply()
    const incidents = async () =>
      (
        await opened.execute<{ type: string }>(
          `select type from events where instance_id = $1::uuid and type like 'Incident%' order by revision`,
          [id],
        )
      ).map(({ type }) => type)
    await inspectTasks(office.ports)
    const personId = rina.kind === 'person' ? rina.person.id : ''
    await opened.execute('update people set disabled_at = now() where id = $1::uuid', [personId])
    const gone = (await incidents()).length
    await inspectTasks(office.ports)
    await inspectTasks(office.ports)
    expect((await incidents()).slice(gone)).toEqual(['IncidentRaised'])
    const told = await opened.execute('select 1 from notices where instance_id = $1::uuid and kind = $2', [id, 'incident-raised'])
    expect(told.length).toBeGreaterThan(0)
    await opened.execute('update people set disabled_at = null where id = $1::uuid', [personId])
    await inspectTasks(office.ports)
    await inspectTasks(office.ports)
    expect((await incidents()).slice(gone)).toEqual(['IncidentRaised', 'IncidentCleared'])
  })
})

it('leaves records that are whole (P2, P11, V13)', async () => {
  expect(await verifyChain(opened)).toMatchObject({ ok: true })
  expect(await verifyAudit(opened)).toMatchObject({ ok: true })
})
