import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { completeByTicket } from '#app/use-cases/instances/complete-by-ticket.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { suspendInstance } from '#app/use-cases/instances/suspend-instance.server.ts'
import { moveInstances } from '#app/use-cases/migrations/move-instances.server.ts'
import { digestOf } from '#db/canonical-digest.ts'
import * as schema from '#db/schema.ts'
import { canonicalJson, type OutcomeId } from '#engine'
import type { TaskId } from '#engine/instance/messages.ts'
import {
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aReview,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
const day = 86_400_000
let office: Office
let site: Site
let clerk: Visitor
let head: Visitor
let administrator: Visitor

const permit = (days: number) =>
  aDefinition({
    title: 'Izin',
    lanes: [anApplicantLane(), aLane('clerk')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aReview('check', ['accept', 'revise', 'reject'], { lane: 'clerk' }),
      anEnd('done'),
      anEnd('refused', { result: 'rejected' }),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'done', { outcome: 'accept' }),
      anEdge('check', 'apply', { outcome: 'revise' }),
      anEdge('check', 'refused', { outcome: 'reject' }),
    ],
    limits: [{ duration: { amount: days, unit: 'calendarDay', anchor: { kind: 'start' } } }],
  })

/** The check speaks to the applicant, the head to the office alone. */
const signed = aDefinition({
  title: 'Izin bertanda tangan',
  lanes: [anApplicantLane(), aLane('clerk'), aLane('head')],
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant' }),
    aReview('check', ['accept', 'revise', 'reject'], { lane: 'clerk' }),
    aReview('approve', ['accept', 'reject'], { lane: 'head' }),
    aTask('hand-over', { lane: 'clerk', form: 'handed' }),
    anEnd('done'),
    anEnd('refused', { result: 'rejected' }),
  ],
  edges: [
    anEdge('start', 'apply'),
    anEdge('apply', 'check'),
    anEdge('check', 'approve', { outcome: 'accept' }),
    anEdge('check', 'apply', { outcome: 'revise' }),
    anEdge('check', 'refused', { outcome: 'reject' }),
    anEdge('approve', 'hand-over', { outcome: 'accept' }),
    anEdge('approve', 'refused', { outcome: 'reject' }),
    anEdge('hand-over', 'done'),
  ],
  forms: [aForm('handed', aField('text', 'shelf'))],
})

beforeAll(async () => {
  office = await anOffice(opened, ['clerk', 'head'])
  await office.publish('izin', permit(2))
  await office.publish('izin-bertanda', signed)
  const body = canonicalJson(permit(3))
  const second = {
    agencyId: office.agencyId,
    slug: 'izin',
    number: 2,
    status: 'superseded' as const,
    body,
    digest: digestOf(body),
  }
  await opened.db.insert(schema.versions).values(second)
  clerk = await office.hire('Rina', ['clerk'])
  head = await office.hire('Dewi', ['head'])
  administrator = await office.hire('Asha', [], ['administrator'])
  site = await aSite(office.ports)
})

beforeEach(() => office.setClock(morning))

async function aRequest(slug = 'izin') {
  const { agencyId, ports } = office
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const begun = await startInstance({ visitor: { kind: 'anonymous' }, agencyId, slug, submission }, ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
  const { instanceId, ticket } = begun.value
  const page = async () => (await site.ask(`/lacak/${ticket}`)).text()
  return { instanceId, ticket: ticket ?? '', page }
}

async function openTask(instanceId: string): Promise<TaskId> {
  const [task] = await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [
    instanceId,
  ])
  return (task?.id ?? '') as TaskId
}

async function decide(instanceId: string, outcome: 'accept' | 'revise' | 'reject', reason?: string, visitor = clerk) {
  const submission = { outcome: outcome as OutcomeId, data: {}, ...(reason ? { reason } : {}) }
  const taskId = await openTask(instanceId)
  const done = await completeTask({ visitor, agencyId: office.agencyId, taskId, submission }, office.ports)
  if (!done.ok) throw new Error(done.refusal.code)
}

async function mend({ instanceId, ticket }: { instanceId: string; ticket: string }) {
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const done = await completeByTicket({ ticket, taskId: await openTask(instanceId), submission }, office.ports)
  if (!done.ok) throw new Error(done.refusal.code)
}

it('says at once why a request was turned down', async () => {
  const { instanceId, page } = await aRequest()
  expect(await page()).toContain('Sedang diproses')
  await decide(instanceId, 'reject', 'Lokasi masuk sempadan sungai.')
  const standing = (await page()).split('Langkah-langkah')[0]
  expect(standing).toContain('Permohonan Anda ditolak. Alasannya:')
  expect(standing).toContain('Lokasi masuk sempadan sungai.')
})

it.each([
  ['the step that did so', 'Permohonan Anda ditolak. Alasannya:', ['Denah palsu.'], ['Denah belum ada.']],
  ['nobody who speaks to the office alone', 'tanyakan lewat saluran', [], ['Alasannya:', 'Denah belum ada.', 'Catatan dalam.']],
])('gives as the reason what was said by %s', async (who, says, given, withheld) => {
  const request = await aRequest('izin-bertanda')
  const { instanceId, page } = request
  await decide(instanceId, 'revise', 'Denah belum ada.')
  await mend(request)
  if (who === 'the step that did so') await decide(instanceId, 'reject', 'Denah palsu.')
  else {
    await decide(instanceId, 'accept')
    await decide(instanceId, 'reject', 'Catatan dalam.', head)
  }
  const standing = (await page()).split('Langkah-langkah')[0]
  for (const words of [says, ...given]) expect(standing).toContain(words)
  for (const words of withheld) expect(standing).not.toContain(words)
})

it('says who is waited for, and that a suspended request does not go on', async () => {
  const { instanceId, page } = await aRequest()
  await decide(instanceId, 'revise', 'Denah belum ada.')
  expect(await page()).toContain('Menunggu Anda')
  const reason = 'Menunggu putusan pengadilan.'
  await suspendInstance({ visitor: administrator, agencyId: office.agencyId, instanceId, reason }, office.ports)
  const suspended = await page()
  expect(suspended).toContain('Ditangguhkan')
  expect(suspended).not.toMatch(/Menunggu Anda|Sedang diproses/)
})

it('says that the office is late, and where to ask, but only when the clock runs', async () => {
  const { instanceId, page } = await aRequest()
  expect(await page()).not.toContain('Kami terlambat')
  office.setClock(morning + 5 * day)
  const late = await page()
  expect(late).toContain('Lewat jatuh tempo')
  expect(late).toContain('Kami terlambat')
  expect(late).toContain(`href="/standar/${office.agencyId}/izin"`)
  const reason = 'Kantor banjir.'
  await suspendInstance({ visitor: administrator, agencyId: office.agencyId, instanceId, reason }, office.ports)
  expect(await page()).not.toContain('Kami terlambat')
})

it('says by which version a moved request goes on; why is said to the office alone', async () => {
  const { instanceId, page } = await aRequest()
  const reason = 'Arahan internal kepala bidang.'
  const moves = [{ instanceId, choices: { places: {}, clear: [] } }]
  const input = { visitor: administrator, agencyId: office.agencyId, slug: 'izin', version: 2, moves, reason }
  expect(await moveInstances(input, office.ports)).toMatchObject({ ok: true })
  const moved = await page()
  expect(moved).toContain('Dilanjutkan menurut versi 2 standar ini')
  expect(moved).not.toContain('Arahan internal')
})
