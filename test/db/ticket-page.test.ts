import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { suspendInstance } from '#app/use-cases/instances/suspend-instance.server.ts'
import { moveInstances } from '#app/use-cases/migrations/move-instances.server.ts'
import { digestOf } from '#db/canonical-digest.ts'
import * as schema from '#db/schema.ts'
import { canonicalJson, type OutcomeId } from '#engine'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aReview, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
const day = 86_400_000
let office: Office
let site: Site
let clerk: Visitor
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

beforeAll(async () => {
  office = await anOffice(opened, ['clerk'])
  await office.publish('izin', permit(2))
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
  administrator = await office.hire('Asha', [], ['administrator'])
  site = await aSite(office.ports)
})

beforeEach(() => office.setClock(morning))

async function aRequest() {
  const { agencyId, ports } = office
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const begun = await startInstance({ visitor: { kind: 'anonymous' }, agencyId, slug: 'izin', submission }, ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
  const { instanceId, ticket } = begun.value
  return { instanceId, page: async () => (await site.ask(`/lacak/${ticket}`)).text() }
}

async function decide(instanceId: string, outcome: 'revise' | 'reject', reason: string) {
  const [task] = await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [
    instanceId,
  ])
  const submission = { outcome: outcome as OutcomeId, data: {}, reason }
  const done = await completeTask({ visitor: clerk, agencyId: office.agencyId, taskId: task?.id ?? '', submission }, office.ports)
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
