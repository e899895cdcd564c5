import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { sweepRecords } from '#app/use-cases/files/sweep-records.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { moveInstances } from '#app/use-cases/migrations/move-instances.server.ts'
import { undoMoves } from '#app/use-cases/migrations/undo-moves.server.ts'
import { digestOf } from '#db/canonical-digest.ts'
import * as schema from '#db/schema.ts'
import { canonicalJson, type Definition, type OutcomeId } from '#engine'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aStart,
  aTask,
  type NodeInput,
} from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
let office: Office
let site: Site
let administrator: Visitor
let clerk: Visitor
let as: string

const above = (value: number) => ({ kind: 'field', field: 'area', op: 'more-than', value })

/** What is large is looked at by the step named, else it is signed at once. */
const procedure = (step: NodeInput, large: number): Definition =>
  aDefinition({
    title: 'Izin contoh',
    lanes: [anApplicantLane(), aLane('clerk')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'request' }),
      aDecision('size', { question: 'Seberapa luas?' }),
      step,
      aTask('sign', { lane: 'clerk', activity: 'Menandatangani' }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'size'),
      anEdge('size', step.id, { when: above(large), label: `lebih dari ${large}` }),
      anEdge('size', 'sign', { otherwise: true }),
      anEdge(step.id, 'sign'),
      anEdge('sign', 'end'),
    ],
    forms: [aForm('request', aField('number', 'area', { required: true })), aForm('notes', aField('longText', 'finding'))],
  })

const byClerk = (id: string, activity: string) => aTask(id, { lane: 'clerk', activity, form: 'notes' })
/** A step that falls to whoever applied, in a lane of the office. */
const byStarter = aTask('explain', {
  lane: 'clerk',
  activity: 'Menjelaskan lokasi',
  form: 'notes',
  assignment: { kind: 'starter' },
})

beforeAll(async () => {
  office = await anOffice(opened, ['clerk'])
  office.setClock(Date.now())
  await office.publish('izin', procedure(byClerk('check', 'Memeriksa lokasi'), 100))
  await anotherVersion('izin', procedure(byClerk('verify', 'Memverifikasi berkas'), 900))
  await office.publish('surat', procedure(byStarter, 100))
  await anotherVersion('surat', procedure(byClerk('verify', 'Memverifikasi berkas'), 100))
  administrator = await office.hire('Asha', [], ['administrator'])
  site = await aSite(office.ports)
  clerk = await office.hire('Rina', ['clerk'])
  as = await site.signIn(idOf(clerk))
})

async function anotherVersion(slug: string, definition: Definition) {
  const body = canonicalJson(definition)
  const row = { agencyId: office.agencyId, slug, number: 2, status: 'superseded' as const, body, digest: digestOf(body) }
  await opened.db.insert(schema.versions).values(row)
}

const idOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : '')

/** A request of 500, its open step, and the pages that show both. */
async function aRequest(slug: string) {
  const submission = { outcome: 'submit' as OutcomeId, data: { area: 500 } }
  const visitor = { kind: 'anonymous' as const }
  const begun = await startInstance({ visitor, agencyId: office.agencyId, slug, submission }, office.ports)
  if (!begun.ok || !begun.value.ticket) throw new Error(JSON.stringify(begun))
  const { instanceId, ticket } = begun.value
  const [open] = await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [
    instanceId,
  ])
  const task = open?.id ?? 'none'
  return { instanceId, ticket, task, page: `/kerja/tugas/${office.agencyId}/${task}` }
}

async function moved(slug: string, instanceId: string, from: string) {
  const moves = [{ instanceId, choices: { places: { [`#${from}`]: 'verify' }, clear: [] } }]
  const input = { visitor: administrator, agencyId: office.agencyId, slug, version: 2, moves, reason: 'versi baru' }
  expect(await moveInstances(input, office.ports)).toMatchObject({ ok: true })
}

const because = 'Tidak diperlukan lagi: permohonan dipindahkan ke versi standar yang lain.'
const shown = async (path: string) => (await site.ask(path, { as })).text()

describe('a step that the version of a moved request has no more', () => {
  it('is still shown to those it was for, and says why nobody is asked for it', async () => {
    const { instanceId, page } = await aRequest('izin')
    await moved('izin', instanceId, 'check')
    const text = await shown(page)
    expect(text).toContain('Memeriksa lokasi')
    expect(text).toContain(because)
  })

  it('gives what was typed for it back, with one sentence', async () => {
    const { instanceId, page } = await aRequest('izin')
    await moved('izin', instanceId, 'check')
    const fields = { key: randomUUID(), intent: 'send', outcome: 'submit', 'f.finding': 'Tanahnya miring' }
    const answer = await site.post(page, fields, { as })
    expect(answer.status).toBe(409)
    const text = await answer.text()
    expect(text).toContain('Tanahnya miring')
    expect(text).toContain('Isian Anda yang tidak terkirim')
    expect(text).toContain(because)
  })

  it('keeps for a month what was put aside for it, for whoever typed it', async () => {
    const { instanceId, page } = await aRequest('izin')
    const typed = { key: randomUUID(), intent: 'draft', 'f.finding': 'Setengah selesai' }
    expect((await site.post(page, typed, { as })).status).toBe(302)
    await moved('izin', instanceId, 'check')
    expect(await shown(page)).toMatch(/Isian Anda yang tidak terkirim[\s\S]*Setengah selesai/)
    const other = await site.signIn(idOf(await office.hire('Budi', ['clerk'])))
    expect(await (await site.ask(page, { as: other })).text()).not.toContain('Setengah selesai')
    office.setClock(office.ports.now() + 31 * 86_400_000)
    await sweepRecords(office.ports)
    as = await site.signIn(idOf(clerk))
    const later = await shown(page)
    expect(later).toContain(because)
    expect(later).not.toContain('Setengah selesai')
  })

  it('gives it back to an applicant too, in whatever lane the step was', async () => {
    const { instanceId, ticket, task } = await aRequest('surat')
    await moved('surat', instanceId, 'explain')
    const fields = { task, key: randomUUID(), intent: 'send', outcome: 'submit', 'f.finding': 'Di belakang pasar' }
    const answer = await site.post(`/lacak/${ticket}`, fields)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Di belakang pasar')
  })

  it('is not shown to anybody else', async () => {
    const { instanceId, ticket, task } = await aRequest('izin')
    await moved('izin', instanceId, 'check')
    const answer = await site.post(`/lacak/${ticket}`, { task, key: randomUUID(), outcome: 'submit', 'f.finding': 'x' })
    expect(answer.status).toBe(404)
  })
})

describe('the history of a moved request', () => {
  it('tells each decision by the version that took it, and every step by its name', async () => {
    const { instanceId, page, ticket } = await aRequest('izin')
    const fields = { key: randomUUID(), intent: 'send', outcome: 'submit', 'f.finding': 'Baik' }
    expect((await site.post(page, fields, { as })).status).toBe(302)
    const input = { visitor: administrator, agencyId: office.agencyId, slug: 'izin', version: 2, reason: 'versi baru' }
    const moves = [{ instanceId, choices: { places: {}, clear: [] } }]
    expect(await moveInstances({ ...input, moves }, office.ports)).toMatchObject({ ok: true })
    const text = await shown(`/kerja/permohonan/${office.agencyId}/${instanceId}`)
    expect(text).toContain('Seberapa luas?')
    expect(text).toContain('lebih dari 100')
    expect(text).not.toContain('900')
    expect(text).toContain('Memeriksa lokasi')
    expect(await (await site.ask(`/lacak/${ticket}`)).text()).toContain('Memeriksa lokasi')
  })

  it('names the steps of both versions where a move was taken back', async () => {
    const { instanceId } = await aRequest('izin')
    await moved('izin', instanceId, 'check')
    const input = { visitor: administrator, agencyId: office.agencyId, slug: 'izin', instanceIds: [instanceId], reason: 'keliru' }
    expect(await undoMoves(input, office.ports)).toMatchObject({ ok: true })
    const text = await shown(`/kerja/permohonan/${office.agencyId}/${instanceId}`)
    expect(text).toContain('Memverifikasi berkas')
    expect(text).toContain('Memeriksa lokasi')
  })
})
