import { beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { suspendInstance } from '#app/use-cases/instances/suspend-instance.server.ts'
import { recordAbsence } from '#app/use-cases/people/record-absence.server.ts'
import { civilDate, type OutcomeId } from '#engine'
import { aDefinition, aJoin, anEdge, anEnd, aParallel, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
let office: Office
let site: Site
let as: string
let officer: Visitor
let administrator: Visitor

const aDay = { duration: { amount: 1, unit: 'calendarDay', anchor: { kind: 'start' } } }
const quickNodes = [
  aStart(),
  aTask('apply', { lane: 'applicant' }),
  aTask('process', { duration: { amount: 1, unit: 'calendarDay' } }),
  anEnd(),
]

beforeAll(async () => {
  office = await anOffice(opened, ['officer'])
  office.setClock(Date.now())
  await office.publish('izin', aDefinition())
  officer = await office.hire('Rina', ['officer'])
  administrator = await office.hire('Asha', [], ['administrator'])
  site = await aSite(office.ports)
  as = await site.signIn(officer.kind === 'person' ? officer.person.id : '')
})

it('says that a request is suspended, and why, only while it is', async () => {
  const { agencyId, ports } = office
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const begun = await startInstance({ visitor: { kind: 'anonymous' }, agencyId, slug: 'izin', submission }, ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
  const { instanceId } = begun.value
  const [task] = await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [
    instanceId,
  ])
  const page = async () => (await site.ask(`/kerja/tugas/${agencyId}/${task?.id}`, { as })).text()
  const before = await page()
  expect(before).toContain('Mengerjakan process')
  expect(before).not.toContain('ditangguhkan')
  await suspendInstance({ visitor: administrator, agencyId, instanceId, reason: 'Berkas dipinjam inspektorat.' }, ports)
  const after = await page()
  expect(after).toContain('Permohonan ini ditangguhkan')
  expect(after).toContain('Berkas dipinjam inspektorat.')
})

it('calls nothing late while the clock of a suspended request stands', async () => {
  const { agencyId, ports } = office
  await office.publish('izin-cepat', aDefinition({ nodes: quickNodes, limits: [aDay] }))
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const begun = await startInstance({ visitor: { kind: 'anonymous' }, agencyId, slug: 'izin-cepat', submission }, ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
  const { instanceId } = begun.value
  const read = async (address: string) => (await site.ask(address, { as })).text()
  const pages = ['/kerja', '/kerja/permohonan', `/kerja/permohonan/${agencyId}/${instanceId}`]
  office.setClock(ports.now() + 30 * 86_400_000)
  // The session of a month ago has ended.
  as = await site.signIn(officer.kind === 'person' ? officer.person.id : '')
  for (const address of pages) expect(await read(address), address).toMatch(/Lewat jatuh tempo|class="late"/)
  await suspendInstance({ visitor: administrator, agencyId, instanceId, reason: 'Berkas dipinjam.' }, ports)
  for (const address of pages) {
    const after = await read(address)
    expect(after, address).not.toMatch(/Lewat jatuh tempo|class="late"/)
    expect(after, address).toContain('Hitungan waktu berhenti')
    expect(after, address).toContain('Ditangguhkan')
  }
  expect(await read('/kerja')).not.toContain('Ambil tugas')
})

it('calls no task late for a promise that stands still while the applicant owes something', async () => {
  const { agencyId, ports } = office
  const owed = aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aParallel('split'),
      aTask('complete', { lane: 'applicant', pausesClock: true }),
      aTask('process', { activity: 'Menelaah sambil menunggu' }),
      aJoin('met'),
      anEnd(),
    ],
    edges: [
      ...[anEdge('start', 'apply'), anEdge('apply', 'split'), anEdge('met', 'end')],
      ...['complete', 'process'].flatMap((id) => [anEdge('split', id), anEdge(id, 'met')]),
    ],
    limits: [aDay],
  })
  await office.publish('dilengkapi', owed)
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const begun = await startInstance({ visitor: { kind: 'anonymous' }, agencyId, slug: 'dilengkapi', submission }, ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
  office.setClock(ports.now() + 10 * 86_400_000)
  as = await site.signIn(officer.kind === 'person' ? officer.person.id : '')
  const inbox = await (await site.ask('/kerja', { as })).text()
  expect(inbox).toContain('Menelaah sambil menunggu')
  expect(inbox).toContain('Hitungan waktu berhenti')
  expect(inbox).not.toContain('Lewat jatuh tempo')
})

it('tells whoever is away why no task calls them, and only while they are', async () => {
  const { agencyId, ports } = office
  const tono = await office.hire('Tono', ['officer'])
  const personId = tono.kind === 'person' ? tono.person.id : ''
  const theirs = await site.signIn(personId)
  const inbox = async () => (await site.ask('/kerja', { as: theirs })).text()
  expect(await inbox()).not.toContain('tidak masuk')
  const [from, until] = [0, 2].map((days) => civilDate(ports.now() + days * 86_400_000, 'Asia/Jakarta'))
  const days = { from: from ?? '', until: until ?? '' }
  const leave = { visitor: tono, agencyId, personId, kind: 'leave' as const, ...days, note: null, delegateId: null }
  expect(await recordAbsence(leave, ports)).toMatchObject({ ok: true })
  const away = await inbox()
  expect(away).toContain('Anda tercatat tidak masuk sampai')
  expect(away).toContain('href="/akun/cuti"')
})
