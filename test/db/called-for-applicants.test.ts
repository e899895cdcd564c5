import { beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { readFile } from '#app/use-cases/files/read-file.server.ts'
import { uploadFile } from '#app/use-cases/files/upload-file.server.ts'
import { completeByTicket } from '#app/use-cases/instances/complete-by-ticket.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { readMonitor } from '#app/use-cases/instances/read-monitor.server.ts'
import { readPastStep } from '#app/use-cases/instances/read-past-step.server.ts'
import { readTask } from '#app/use-cases/instances/read-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { trackTicket } from '#app/use-cases/instances/track-ticket.server.ts'
import { monitorView } from '#app/work/monitor/monitor-view.server.ts'
import { unattendedTasks } from '#db/stores/unattended.ts'
import type { OutcomeId } from '#engine'
import {
  aCall,
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office
let surveyor: Visitor
let clerk: Visitor
let stranger: Visitor
const anonymous: Visitor = { kind: 'anonymous' }

const lanes = [anApplicantLane(), aLane('clerk'), aLane('surveyor')]
const handsOver = { lane: 'clerk', passes: [], returns: [] }

/** A permit that has a survey made, which has a measurement made; each asks the applicant for something. */
const permit = aDefinition({
  title: 'Izin bangunan',
  lanes,
  nodes: [
    aStart({ lane: 'applicant' }),
    aTask('apply', { lane: 'applicant', form: 'request' }),
    aCall('survey', {
      ...handsOver,
      standard: { slug: 'survei', version: 1 },
      passes: [{ from: 'letter', to: 'letter' }],
      returns: [{ from: 'photo', to: 'photo' }],
    }),
    aTask('decide', { lane: 'clerk' }),
    anEnd('end', { lane: 'clerk' }),
  ],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'survey'), anEdge('survey', 'decide'), anEdge('decide', 'end')],
  forms: [aForm('request', aField('file', 'letter', { required: true })), aForm('seen', aField('file', 'photo'))],
})
const survey = aDefinition({
  title: 'Survei lapangan',
  lanes,
  nodes: [
    aStart({ lane: 'surveyor', by: 'call' }),
    aTask('plan', { lane: 'surveyor', form: 'plan' }),
    aTask('show', { lane: 'applicant', form: 'visit' }),
    aCall('measure', { ...handsOver, standard: { slug: 'ukur', version: 1 } }),
    anEnd('end', { lane: 'surveyor' }),
  ],
  edges: [anEdge('start', 'plan'), anEdge('plan', 'show'), anEdge('show', 'measure'), anEdge('measure', 'end')],
  forms: [
    aForm('plan', aField('file', 'letter', { required: true }), aField('text', 'note')),
    aForm('visit', aField('file', 'photo', { required: true })),
  ],
})
const measurement = aDefinition({
  title: 'Pengukuran',
  lanes,
  nodes: [
    aStart({ lane: 'surveyor', by: 'call' }),
    aTask('agree', { lane: 'applicant', form: 'agreement' }),
    anEnd('end', { lane: 'surveyor' }),
  ],
  edges: [anEdge('start', 'agree'), anEdge('agree', 'end')],
  forms: [aForm('agreement', aField('text', 'word'))],
})

/** Begun by an official for nobody: it has no step of an applicant itself. */
const inspection = aDefinition({
  title: 'Pemeriksaan rutin',
  lanes: [aLane('clerk')],
  nodes: [
    aStart({ by: 'staff', lane: 'clerk' }),
    aTask('order', { lane: 'clerk' }),
    aCall('measure', { ...handsOver, standard: { slug: 'ukur', version: 1 } }),
    anEnd('end', { lane: 'clerk' }),
  ],
  edges: [anEdge('start', 'order'), anEdge('order', 'measure'), anEdge('measure', 'end')],
})

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk', 'surveyor'])
  surveyor = await office.hire('Sari', ['surveyor'])
  clerk = await office.hire('Rina', ['clerk'])
  stranger = await office.hire('Tono', [])
  await office.publish('izin', permit)
  await office.publish('survei', survey)
  await office.publish('ukur', measurement)
  await office.publish('periksa', inspection)
  office.setClock(morning)
})

const outcome = 'submit' as OutcomeId
const textFile = async (name: string, key: { uploadKey: string } | { ticket: string }) => {
  const stream = new Blob([`Isi ${name}`]).stream() as unknown as AsyncIterable<Uint8Array>
  const file = await uploadFile({ visitor: anonymous, agencyId: office.agencyId, name, stream, ...key }, office.ports)
  if (!file.ok) throw new Error(JSON.stringify(file.refusal))
  return file.value.id
}

async function apply() {
  const letter = await textFile('surat.txt', { uploadKey: 'kunci' })
  const begun = await startInstance(
    {
      visitor: anonymous,
      agencyId: office.agencyId,
      slug: 'izin',
      submission: { outcome, data: { letter: [letter] } },
      uploadKey: 'kunci',
    },
    office.ports,
  )
  if (!begun.ok || begun.value.ticket === null) throw new Error(JSON.stringify(begun))
  return { ticket: begun.value.ticket, letter }
}
const track = async (ticket: string) => {
  const tracked = await trackTicket({ ticket }, office.ports)
  if (!tracked.ok) throw new Error(JSON.stringify(tracked.refusal))
  return tracked.value
}
const openOf = async (slug: string) => {
  const [task] = await opened.execute<{ id: string }>(
    `select t.id from tasks t join instances i on i.agency_id = t.agency_id and i.id = t.instance_id
     where t.agency_id = $1 and i.slug = $2 and t.status = 'open' order by i.number desc`,
    [office.agencyId, slug],
  )
  return task?.id ?? ''
}
const done = (visitor: Visitor, taskId: string, data: Record<string, unknown> = {}) =>
  completeTask({ visitor, agencyId: office.agencyId, taskId, submission: { outcome, data } }, office.ports)
const byTicket = (ticket: string, taskId: string, data: Record<string, unknown> = {}) =>
  completeByTicket({ ticket, taskId, submission: { outcome, data } }, office.ports)
const mayRead = async (visitor: Visitor, fileId: string, ticket?: string) => {
  const read = await readFile({ visitor, agencyId: office.agencyId, fileId, ...(ticket && { ticket }) }, office.ports)
  if (read.ok) await read.value.stream.cancel()
  return read.ok
}

it('lets the people of a called standard read what it was handed, keep it in their form, and no one else', async () => {
  const { letter } = await apply()
  const taskId = await openOf('survei')
  const page = await readTask({ visitor: surveyor, agencyId: office.agencyId, taskId }, office.ports)
  expect(page.ok && page.value.files.map(({ name }) => name)).toEqual(['surat.txt'])
  expect(await mayRead(surveyor, letter)).toBe(true)
  expect(await mayRead(stranger, letter)).toBe(false)
  expect(await mayRead(clerk, letter)).toBe(false)
  expect(await done(surveyor, taskId, { letter: [letter], note: 'besok' })).toMatchObject({ ok: true })
})

it('opens the own steps of what was called, at any depth, with the ticket of what was asked for', async () => {
  const { ticket, letter } = await apply()
  const other = await apply()
  expect((await track(ticket)).tasks).toEqual([])
  expect(await done(surveyor, await openOfTicket(ticket), { letter: [letter] })).toMatchObject({ ok: true })

  const [visit] = (await track(ticket)).tasks
  expect(visit?.node.id).toBe('show')
  expect(visit?.definition.identity.title).toBe('Survei lapangan')
  expect(await byTicket(other.ticket, visit?.taskId ?? '')).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  const photo = await textFile('foto.txt', { ticket })
  expect(await byTicket(ticket, visit?.taskId ?? '', { photo: [photo] })).toMatchObject({ ok: true })

  const asked = await track(ticket)
  expect(asked.tasks.map(({ node }) => node.id)).toEqual(['agree'])
  expect(asked.steps.map(({ node, byApplicant }) => [node, byApplicant])).toEqual([
    ['apply', true],
    ['show', true],
  ])
  expect(asked.files.map(({ name }) => name).sort()).toEqual(['foto.txt', 'surat.txt'])
  expect(await mayRead(anonymous, photo, ticket)).toBe(true)
  expect(await mayRead(anonymous, photo, other.ticket)).toBe(false)
  const past = { agencyId: office.agencyId, taskId: visit?.taskId ?? '' }
  expect((await readPastStep({ ...past, ticket }, office.ports))?.node.id).toBe('show')
  expect(await readPastStep({ ...past, ticket: other.ticket }, office.ports)).toBeNull()

  expect(await byTicket(ticket, asked.tasks[0]?.taskId ?? '', { word: 'ya' })).toMatchObject({ ok: true })
  expect((await track(ticket)).waiting.map(({ node }) => node)).toEqual(['decide'])
  expect(await mayRead(clerk, photo)).toBe(true)
})

/** The open task of the survey that a ticket's request called. */
async function openOfTicket(ticket: string): Promise<string> {
  const { instanceId } = await track(ticket)
  const [task] = await opened.execute<{ id: string }>(
    `select t.id from tasks t join instances i on i.agency_id = t.agency_id and i.id = t.instance_id
     where i.parent_id = $1::uuid and t.status = 'open'`,
    [instanceId],
  )
  return task?.id ?? ''
}

it('tells a supervisor where what was called waits for an applicant and nobody has a ticket', async () => {
  const input = { visitor: clerk, agencyId: office.agencyId, slug: 'periksa', submission: { outcome, data: {} } }
  const begun = await startInstance(input, office.ports)
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal))
  expect(begun.value.ticket).toBeNull()
  const raised = await opened.execute<{ code: string; node: string }>(
    `select e.body ->> 'code' as code, e.body ->> 'node' as node from events e
     join instances i on i.agency_id = e.agency_id and i.id = e.instance_id
     where i.parent_id = $1::uuid and e.type = 'IncidentRaised'`,
    [begun.value.instanceId],
  )
  expect(raised).toEqual([{ code: 'no-applicant', node: 'agree' }])
  const page = { offset: 0, limit: 10 }
  const none = { vacant: false, away: false, disabled: false, fourEyes: false }
  await office.hire('Ria', ['clerk'])
  await opened.execute(`update people set disabled_at = now() where name = 'Ria'`)
  const supervisor = await office.hire('Asha', [], ['administrator'])
  expect(await unattendedTasks(opened.db, office.agencyId, office.ports.now(), page)).toMatchObject([
    { node: 'agree', called: [], why: { ...none, applicant: true } },
  ])
  const monitor = await readMonitor({ visitor: supervisor, agencyId: office.agencyId }, office.ports)
  if (!monitor.ok) throw new Error(monitor.refusal.code)
  const { nobody } = monitorView(monitor.value, { agencyId: office.agencyId, zone: 'Asia/Jakarta' }, 'id')
  expect(nobody.lines.map(({ why }) => why)).toEqual([expect.stringContaining('tidak ada pemohon yang memegang tiketnya')])
})
