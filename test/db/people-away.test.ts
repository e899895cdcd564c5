import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Person, Visitor } from '#app/actor.ts'
import { translator } from '#app/i18n/translator.ts'
import { maySign } from '#app/policy.ts'
import { toPerson } from '#app/use-cases/account/find-visitor.server.ts'
import { appointHolder } from '#app/use-cases/agencies/appoint-holder.server.ts'
import { endAppointment } from '#app/use-cases/agencies/end-appointment.server.ts'
import { readAuditTrail } from '#app/use-cases/agencies/read-trail.server.ts'
import { claimTask } from '#app/use-cases/instances/claim-task.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { delegateTask } from '#app/use-cases/instances/delegate-task.server.ts'
import { readInbox } from '#app/use-cases/instances/read-inbox.server.ts'
import { readInstance } from '#app/use-cases/instances/read-instance.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { endDelegation, lendSeats } from '#app/use-cases/people/lend-seats.server.ts'
import { readOwnAway, readPersonAway } from '#app/use-cases/people/read-away.server.ts'
import { endAbsence, recordAbsence } from '#app/use-cases/people/record-absence.server.ts'
import { updatePersonDetails } from '#app/use-cases/people/update-person.server.ts'
import { actorName } from '#app/work/actor-name.ts'
import { constraintOf } from '#db/rows.ts'
import * as schema from '#db/schema.ts'
import { readPersonNow } from '#db/stores/sessions.ts'
import { readSignatory } from '#db/stores/signatory.ts'
import { unattendedTasks } from '#db/stores/unattended.ts'
import type { OutcomeId } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'

const day = 86_400_000
const t = translator('id')
const statements: string[] = []
let opened: Awaited<ReturnType<typeof freshDatabase>>
let office: Office
let rina: Visitor
let budi: Visitor
let head: Visitor
let admin: Visitor

beforeAll(async () => {
  opened = await freshDatabase({ onStatement: (text) => statements.push(text) })
})
beforeEach(async () => {
  office = await anOffice(opened, ['clerk', 'archive', 'head'])
  rina = await office.hire('Rina', ['clerk'])
  budi = await office.hire('Budi', ['archive'])
  head = await office.hire('Kepala', ['head'], ['signatory'])
  admin = await office.hire('Admin', [], ['administrator'])
  await office.publish('liputan', aCoverage())
})

type Answer = { ok: boolean; refusal?: { code: string; errors?: readonly { path: string; code: string }[] } }
const personOf = (who: Visitor): Person => {
  if (who.kind !== 'person') throw new Error('nobody')
  return who.person
}
const idOf = (who: Visitor): string => personOf(who).id
const code = (answer: Answer) => (answer.ok ? 'ok' : (answer.refusal?.errors?.[0]?.code ?? answer.refusal?.code))
function must<T>(answer: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

const of = (who: Visitor, by = who) => ({ visitor: by, agencyId: office.agencyId, personId: idOf(who) })
const leave = (who: Visitor, over: object = {}, by = who) =>
  recordAbsence(
    { ...of(who, by), kind: 'leave', from: '2026-03-02', until: '2026-03-04', note: null, delegateId: null, ...over },
    office.ports,
  )
const lend = (who: Visitor, to: Visitor, over: object = {}, by = who) =>
  lendSeats(
    {
      ...of(who, by),
      positionId: null,
      delegateId: idOf(to),
      from: '2026-03-02',
      until: '2026-03-04',
      basis: 'Surat tugas',
      ...over,
    },
    office.ports,
  )
/** The person as the next request finds them. */
async function today(who: Visitor): Promise<Visitor> {
  const row = await readPersonNow(opened.db, idOf(who), new Date(office.ports.now()))
  if (!row) throw new Error('nobody')
  return { kind: 'person', person: toPerson(row) }
}

async function aTask() {
  const submission = { outcome: 'submit' as OutcomeId, data: { title: 'Pelantikan' } }
  const input = { visitor: { kind: 'anonymous' } as const, agencyId: office.agencyId, slug: 'liputan', submission }
  const { instanceId } = must(await startInstance(input, office.ports))
  const text = `select id from tasks where instance_id = $1::uuid and status = 'open'`
  const [task] = await opened.execute<{ id: string }>(text, [instanceId])
  return { instanceId, taskId: task?.id ?? '' }
}
const complete = async (who: Visitor, taskId: string) =>
  completeTask(
    {
      ...{ visitor: await today(who), agencyId: office.agencyId, taskId },
      submission: { outcome: 'submit' as OutcomeId, data: { draft: 'Naskah' } },
    },
    office.ports,
  )
const inboxOf = async (who: Visitor) => must(await readInbox({ visitor: who }, office.ports)).items

describe('a holder on leave', () => {
  it('hands all over; the deputy acts in both names, which the record and the history keep (P8)', async () => {
    const { instanceId, taskId } = await aTask()
    must(await claimTask({ visitor: rina, agencyId: office.agencyId, taskId }, office.ports))
    expect(await inboxOf(budi)).toEqual([])
    must(await leave(rina, { delegateId: idOf(budi), note: 'Cuti 800/1/2026' }))
    expect(await inboxOf(rina)).toEqual([])
    expect(await inboxOf(budi)).toMatchObject([{ id: taskId, for: 'Rina', mine: false, positions: ['clerk'] }])
    must(await complete(budi, taskId))
    const read = must(await readInstance({ visitor: head, agencyId: office.agencyId, instanceId }, office.ports))
    const event = read.history.map((entry) => entry.event).find((one) => one.type === 'TaskCompleted' && one.node === 'write')
    expect(event).toMatchObject({
      by: { name: 'Budi', positionId: 'clerk', seat: 'delegate', for: { personId: idOf(rina), name: 'Rina' } },
    })
    if (event?.type !== 'TaskCompleted') throw new Error('not done')
    expect(actorName(event.by, t)).toMatch(/Budi.*Rina/)
  })

  it('begins and ends to the minute, at midnight of the agency’s zone (V10)', async () => {
    const { taskId } = await aTask()
    must(await leave(rina, { from: '2026-03-03', until: '2026-03-03' }))
    const midnight = Date.parse('2026-03-03T00:00:00+07:00')
    const sees = async (moment: number) => {
      office.setClock(moment)
      return (await inboxOf(rina)).length === 1
    }
    expect([await sees(midnight - 1), await sees(midnight)]).toEqual([true, false])
    expect([await sees(midnight + day - 1), await sees(midnight + day)]).toEqual([false, true])
    expect(code(await complete(rina, taskId))).toBe('ok')
  })

  it('comes back early and has the claim again, and the deputy is out', async () => {
    const { taskId } = await aTask()
    must(await claimTask({ visitor: rina, agencyId: office.agencyId, taskId }, office.ports))
    const { id } = must(await leave(rina, { delegateId: idOf(budi), note: 'Sakit' }))
    must(await lend(rina, head, { from: '2026-03-03' }))
    must(await endAbsence({ ...of(rina), id }, office.ports))
    expect(must(await readPersonAway(of(rina), office.ports)).delegations).toMatchObject([
      { delegate: { name: 'Kepala' }, ended: false },
      { delegate: { name: 'Budi' }, ended: true },
    ])
    expect(await inboxOf(budi)).toEqual([])
    expect(code(await complete(budi, taskId))).toBe('not-a-candidate')
    expect(await inboxOf(rina)).toMatchObject([{ id: taskId, mine: true, for: null }])
    expect(code(await endAbsence({ ...of(rina), id }, office.ports))).toBe('not-found')
  })

  it('comes back early where what was lent for it had been taken back before', async () => {
    const { id } = must(await leave(rina, { delegateId: idOf(budi), note: 'Sakit' }))
    const lentNow = must(await readPersonAway(of(rina), office.ports)).delegations[0]?.id ?? ''
    must(await endDelegation({ ...of(rina), id: lentNow }, office.ports))
    must(await endAbsence({ ...of(rina), id }, office.ports))
    const trail = must(await readAuditTrail({ visitor: admin, agencyId: office.agencyId, before: null }, office.ports))
    expect(trail.entries.map(({ action }) => action).slice(0, 2)).toEqual(['absence.end', 'delegation.end'])
  })

  it('may see and end it without a seat, on the own page', async () => {
    must(await leave(rina))
    const visitor = await today(rina)
    expect(personOf(visitor).seats).toEqual([])
    const own = must(await readOwnAway({ visitor, agencyId: null }, office.ports))
    expect(own).toMatchObject({
      agencyId: office.agencyId,
      away: { absences: [{ kind: 'leave' }], positions: [{ id: 'clerk' }] },
    })
    expect(
      code(
        await endAbsence(
          { visitor, agencyId: office.agencyId, personId: idOf(rina), id: own.away?.absences[0]?.id ?? '' },
          office.ports,
        ),
      ),
    ).toBe('ok')
  })
})

describe('a deputy', () => {
  it('hands nothing on', async () => {
    const { taskId } = await aTask()
    must(await lend(rina, budi))
    const input = { visitor: await today(budi), agencyId: office.agencyId, taskId, to: idOf(head), reason: 'sibuk' }
    expect(code(await delegateTask(input, office.ports))).toBe('lent-already')
  })

  it('signs no decree for whoever lends the seat, with the right to sign or without; nor does a Plh, nor who is away', async () => {
    await opened.db.update(schema.positions).set({ signs: true })
    await opened.db.insert(schema.grants).values({ agencyId: office.agencyId, personId: idOf(budi) as never, right: 'signatory' })
    await opened.execute(`update positions set signs = false where agency_id = $1 and id = 'archive'`, [office.agencyId])
    expect(maySign(personOf(await today(head)), office.agencyId)).toBe(true)
    must(await lend(head, budi))
    const at = new Date(office.ports.now())
    const deputy = personOf(await today(budi))
    expect(deputy.seats.map(({ positionId, kind }) => `${positionId} ${kind}`)).toEqual(['archive definitive', 'head delegate'])
    expect(maySign(deputy, office.agencyId)).toBe(false)
    expect(await readSignatory(opened.db, office.agencyId, 'head', deputy.id, at)).toBeNull()
    expect(await readSignatory(opened.db, office.agencyId, 'head', idOf(head), at)).not.toBeNull()
    const plh = { agencyId: office.agencyId, id: randomUUID(), positionId: 'head', personId: idOf(rina), kind: 'plh' as const }
    await opened.db.insert(schema.holders).values({ ...plh, basis: 'Surat', from: at, until: new Date(morning + day) })
    must(await lend(rina, budi, { positionId: 'head', from: '2026-03-02' }))
    expect(maySign(personOf(await today(budi)), office.agencyId)).toBe(false)
    must(await leave(head))
    expect(maySign(personOf(await today(head)), office.agencyId)).toBe(false)
    expect(await readSignatory(opened.db, office.agencyId, 'head', idOf(head), at)).toBeNull()
  })
})

describe('what is entered', () => {
  it('is refused where it makes no sense, with words, and nothing is stored', async () => {
    expect(code(await leave(rina, { from: '2026-03-01' }))).toBe('day-is-past')
    expect(code(await leave(rina, { until: '2027-03-02' }))).toBe('away-too-long')
    expect(code(await leave(rina, { until: '2027-03-01' }))).toBe('ok')
    expect(code(await leave(rina, { from: '2026-06-01', until: '2026-06-02' }))).toBe('away-already')
    expect(code(await lend(rina, budi, { positionId: 'head' }))).toBe('not-an-option')
    expect(code(await lend(rina, rina))).toBe('not-an-option')
    expect(code(await lend(rina, budi, { until: '2126-03-02' }))).toBe('away-too-long')
    expect(code(await lend(rina, budi))).toBe('ok')
    expect(code(await lend(rina, budi, { positionId: 'clerk', from: '2026-03-04', until: '2026-03-09' }))).toBe(
      'lent-in-that-time',
    )
    expect(code(await lend(rina, budi, { positionId: 'clerk', from: '2026-03-05', until: '2026-03-09' }))).toBe('ok')
    expect(code(await leave(head, { delegateId: randomUUID(), note: 'x' }))).toBe('not-an-option')
    expect(must(await readPersonAway(of(head), office.ports)).absences).toEqual([])
  })

  it('is one’s own or an administrator’s business, and never another agency’s', async () => {
    expect(code(await leave(rina, {}, budi))).toBe('not-allowed')
    expect(code(await lend(rina, budi, {}, budi))).toBe('not-allowed')
    expect(code(await leave(rina, {}, admin))).toBe('ok')
    const elsewhere = await anOffice(opened, ['clerk'])
    const stranger = await elsewhere.hire('Orang Lain', ['clerk'], ['administrator'])
    expect(code(await leave(rina, {}, stranger))).toBe('not-found')
    expect(code(await leave(stranger))).toBe('not-found')
    expect(code(await lend(rina, stranger))).toBe('not-an-option')
    expect(code(await readPersonAway(of(rina, stranger), office.ports))).toBe('not-found')
    const { id } = must(await lend(rina, budi))
    expect(code(await endDelegation({ ...of(budi), id }, office.ports))).toBe('not-found')
    expect(
      code(await endDelegation({ visitor: stranger, agencyId: elsewhere.agencyId, personId: idOf(rina), id }, office.ports)),
    ).toBe('not-found')
  })

  it('lends an administrator nothing by their own hand, but by the holder’s or another administrator’s', async () => {
    const chief = await office.hire('Sekretaris', ['archive'], ['administrator'])
    expect(code(await lend(rina, chief, {}, chief))).toBe('lent-to-oneself')
    expect(code(await leave(rina, { delegateId: idOf(chief), note: 'Cuti' }, chief))).toBe('lent-to-oneself')
    const page = async (by: Visitor) => must(await readPersonAway(of(rina, by), office.ports)).colleagues.map(({ id }) => id)
    expect(await page(chief)).not.toContain(idOf(chief))
    expect(await page(rina)).toContain(idOf(chief))
    expect(must(await readPersonAway(of(rina), office.ports))).toMatchObject({ absences: [], delegations: [] })
    expect(code(await lend(rina, chief, {}, admin))).toBe('ok')
    expect(code(await lend(rina, chief, { from: '2026-04-01', until: '2026-04-02' }))).toBe('ok')
  })

  it('stands in the trail, who did it and for whom (V13)', async () => {
    must(await leave(rina, { delegateId: idOf(budi), note: 'Cuti' }, admin))
    const { id } = must(await readPersonAway(of(rina), office.ports)).absences[0] ?? { id: '' }
    must(await endAbsence({ ...of(rina), id }, office.ports))
    const trail = must(await readAuditTrail({ visitor: admin, agencyId: office.agencyId, before: null }, office.ports))
    expect(trail.entries.map(({ action, actor }) => `${action} ${actor}`).slice(0, 4)).toEqual([
      ...['absence.end Rina', 'delegation.end Rina', 'absence.add Admin', 'delegation.add Admin'],
    ])
  })

  it('is kept by the database as it was entered', async () => {
    const { id } = must(await lend(rina, budi))
    const rule = (text: string) =>
      opened.execute(text, [id]).then(
        () => 'nothing',
        (error: unknown) => constraintOf(error),
      )
    expect(await rule(`update delegations set until = until + interval '1 day' where id = $1::uuid`)).toBe('delegations_kept')
    expect(await rule(`update delegations set delegate_id = lender_id where id = $1::uuid`)).toBe('delegations_kept')
    expect(await rule('delete from delegations where id = $1::uuid')).toBe('delegations_stay')
    must(await endDelegation({ ...of(rina), id }, office.ports))
    expect(await rule(`update delegations set ended_at = ended_at + interval '1 hour' where id = $1::uuid`)).toBe(
      'delegations_kept',
    )
    const lentFor = must(await leave(rina, { delegateId: idOf(head), note: 'Cuti' }))
    expect(
      await opened
        .execute('update absences set delegation_id = null, ended_at = until, ended_by = made_by where id = $1::uuid', [
          lentFor.id,
        ])
        .catch((error: unknown) => constraintOf(error)),
    ).toBe('absences_kept')
    const oneself = { lenderId: idOf(rina), delegateId: idOf(rina), basis: 'x', madeBy: idOf(rina), madeAt: new Date(morning) }
    const row = {
      agencyId: office.agencyId,
      id: randomUUID(),
      ...oneself,
      from: new Date(morning),
      until: new Date(morning + day),
    }
    await expect(opened.db.insert(schema.delegations).values(row)).rejects.toThrow()
    const backwards = { ...row, delegateId: idOf(budi), until: new Date(morning) }
    await expect(opened.db.insert(schema.delegations).values(backwards)).rejects.toThrow()
  })
})

describe('an acting appointment', () => {
  const appoint = (over: object) =>
    appointHolder(
      {
        ...{ visitor: admin, agencyId: office.agencyId, positionId: 'head', personId: idOf(rina), kind: 'plh' },
        ...{ basis: 'Surat 1', from: '2026-04-01', until: '2026-04-30' },
        ...over,
      } as never,
      office.ports,
    )

  it('needs a letter and an end, and lasts as long as one letter may say', async () => {
    expect(code(await appoint({ basis: null }))).toBe('acting-needs-a-letter')
    expect(code(await appoint({ until: null }))).toBe('acting-needs-an-end')
    expect(code(await appoint({ until: '2026-07-01' }))).toBe('acting-too-long')
    expect(code(await appoint({ until: '2026-06-30' }))).toBe('ok')
    expect(code(await appoint({ kind: 'plt', from: '2027-01-01', until: '2028-01-01' }))).toBe('acting-too-long')
    expect(code(await appoint({ kind: 'plt', from: '2027-01-01', until: '2027-12-31' }))).toBe('ok')
    expect(code(await appoint({ kind: 'definitive', from: '2029-01-01', until: null, basis: null }))).toBe('ok')
  })

  it('is ended early, and lengthened only by another letter', async () => {
    const { id } = must(await appoint({}))
    const end = (lastDay: string) => endAppointment({ visitor: admin, agencyId: office.agencyId, id, lastDay }, office.ports)
    expect(code(await end('2026-05-31'))).toBe('acting-needs-a-letter')
    expect(code(await end('2026-04-10'))).toBe('ok')
  })

  it('that expires at midnight takes the claim with it', async () => {
    const plt = { agencyId: office.agencyId, id: randomUUID(), positionId: 'clerk', personId: idOf(budi), kind: 'plt' as const }
    const midnight = Date.parse('2026-03-03T00:00:00+07:00')
    await opened.db.insert(schema.holders).values({ ...plt, basis: 'Surat', from: new Date(morning), until: new Date(midnight) })
    const { taskId } = await aTask()
    must(await claimTask({ visitor: budi, agencyId: office.agencyId, taskId }, office.ports))
    office.setClock(midnight - 1)
    expect(await inboxOf(rina)).toEqual([])
    office.setClock(midnight)
    expect(code(await complete(budi, taskId))).toBe('not-a-candidate')
    expect(await inboxOf(rina)).toMatchObject([{ id: taskId }])
  })
})

it('V12: what a person did keeps the name and the office of that day when they are renamed', async () => {
  const { instanceId, taskId } = await aTask()
  must(await complete(rina, taskId))
  const details = { name: 'Rina Kartika', nip: null, rank: null, phone: null }
  must(await updatePersonDetails({ visitor: admin, agencyId: office.agencyId, personId: idOf(rina), details }, office.ports))
  await opened.execute(`update positions set title = 'Jabatan baru' where agency_id = $1`, [office.agencyId])
  const read = must(await readInstance({ visitor: head, agencyId: office.agencyId, instanceId }, office.ports))
  const told = read.history.flatMap(({ event }) => ('by' in event && event.by.kind === 'person' ? [actorName(event.by, t)] : []))
  expect(told).toEqual(['Rina, Jabatan clerk'])
})

it('the monitor finds what nobody can do among ten thousand tasks in one statement', async () => {
  const { instanceId } = await aTask()
  const numbered = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`
  await opened.execute('alter table tasks disable trigger user')
  await opened.execute(
    `insert into tasks (agency_id, id, instance_id, instance_started_at, node, title, round, status, opened_at)
     select agency_id, ${numbered}, id, started_at, 'write', 'Tulis', 1, 'open', started_at
     from instances, generate_series(1, 10000) n where id = $1::uuid`,
    [instanceId],
  )
  await opened.execute('alter table tasks enable trigger user')
  await opened.execute(
    `insert into task_candidates (agency_id, task_id, ordinal, position_id)
     select agency_id, ${numbered}, 1, case when n % 100 = 0 then 'empty' else 'clerk' end
     from instances, generate_series(1, 10000) n where id = $1::uuid`,
    [instanceId],
  )
  await opened.execute('analyze')
  const before = statements.length
  const found = await unattendedTasks(opened.db, office.agencyId, office.ports.now(), { offset: 0, limit: 1000 })
  expect(statements.length - before).toBe(1)
  expect(found.length).toBe(100)
  expect(found[0]).toMatchObject({ why: { vacant: true, away: false, fourEyes: false, disabled: false } })
})
