import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { saveReviewSettings } from '#app/use-cases/agencies/review-settings.server.ts'
import { listWrittenStandards } from '#app/use-cases/definitions/list-written.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { remindReviews } from '#app/use-cases/jobs/remind-reviews.server.ts'
import { readNotices } from '#app/use-cases/notices/read-notices.server.ts'
import { acknowledge } from '#app/use-cases/readings/acknowledge.server.ts'
import { readReaders } from '#app/use-cases/readings/list-readers.server.ts'
import { readStanding } from '#app/use-cases/readings/read-standing.server.ts'
import { constraintOf } from '#db/rows.ts'
import { AgencyReview, type OutcomeId, StandardReview } from '#engine'
import { aDefinition, aLane, anApplicantLane } from '#test/builders/definition.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite } from '#test/support/site.ts'

let opened: FreshDatabase
let office: Office
let asha: Visitor
let rina: Visitor

const code = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.refusal.code)
const what = (result: Result<unknown>) => (!result.ok && result.refusal.code === 'conflict' ? result.refusal.what : code(result))
function must<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const at = (visitor: Visitor) => ({ visitor, agencyId: office.agencyId, slug: 'izin' })
const standing = async (visitor: Visitor) => must(await readStanding(at(visitor), office.ports))
const read = async (visitor: Visitor) => acknowledge({ ...at(visitor), digest: (await standing(visitor)).digest }, office.ports)
const readers = async () =>
  must(await readReaders(at(asha), office.ports)).standing?.readers.map(({ name, readAt }) => [name, readAt !== null])
const newsOf = async (visitor: Visitor) =>
  must(await readNotices({ visitor }, office.ports)).items.map(({ kind, detail }) => `${kind} ${detail.day ?? ''}`.trim())
const idOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : '')

beforeAll(async () => {
  opened = await freshDatabase()
})

beforeEach(async () => {
  office = await anOffice(opened, ['officer', 'other'])
  asha = await office.hire('Asha', [], ['author'])
  rina = await office.hire('Rina', ['officer'])
  await office.hire('Sari', ['officer'])
  await office.publish('izin', aDefinition({ lanes: [anApplicantLane(), aLane('officer')] }))
  await opened.execute(`update versions set published_at = to_timestamp($2::float8 / 1000) where agency_id = $1`, [
    office.agencyId,
    morning,
  ])
})

describe('who works by a version', () => {
  it('is asked to read it, and says so once', async () => {
    expect(await readers()).toEqual([
      ['Rina', false],
      ['Sari', false],
    ])
    expect((await Promise.all([read(rina), read(rina)])).map(code)).toEqual(['ok', 'ok'])
    expect((await standing(rina)).readAt).toBe(morning)
    expect(await readers()).toEqual([
      ['Sari', false],
      ['Rina', true],
    ])
    const trail = await opened.execute(`select 1 from audit where agency_id = $1 and action = 'version.read'`, [office.agencyId])
    expect(trail).toHaveLength(1)
  })

  it('says it of the text that stood on the page', async () => {
    expect(what(await acknowledge({ ...at(rina), digest: '0'.repeat(64) }, office.ports))).toBe('version-replaced')
  })

  it('is nobody from elsewhere, and nobody without a seat', async () => {
    const elsewhere = await anOffice(opened, ['officer'])
    const dewi = await elsewhere.hire('Dewi', ['officer'], ['author'])
    expect(code(await readStanding(at(dewi), office.ports))).toBe('not-found')
    expect(code(await acknowledge({ ...at(dewi), digest: '0'.repeat(64) }, office.ports))).toBe('not-found')
    expect(code(await readReaders(at(dewi), office.ports))).toBe('not-found')
    expect(code(await readStanding(at(asha), office.ports))).toBe('not-allowed')
    expect(code(await readReaders(at(rina), office.ports))).toBe('not-allowed')
  })

  it('leaves a record that nobody takes back', async () => {
    must(await read(rina))
    const refusedBy = await opened.execute('delete from readings where agency_id = $1', [office.agencyId]).then(
      () => 'nothing',
      (error: unknown) => constraintOf(error),
    )
    expect(refusedBy).toBe('readings_append_only')
  })

  it('sees a word on the page of a task until it was read, and works all the same', async () => {
    office.setClock(Date.now())
    const submission = { outcome: 'submit' as OutcomeId, data: {} }
    const begun = must(
      await startInstance({ visitor: { kind: 'anonymous' }, agencyId: office.agencyId, slug: 'izin', submission }, office.ports),
    )
    const [task] = await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [
      begun.instanceId,
    ])
    const site = await aSite(office.ports)
    const as = await site.signIn(idOf(rina))
    const page = async () => (await site.ask(`/kerja/tugas/${office.agencyId}/${task?.id}`, { as })).text()
    expect(await page()).toContain('belum Anda nyatakan dibaca')
    const address = `/kerja/baca/${office.agencyId}/izin`
    const { digest } = await standing(rina)
    expect(await (await site.ask(address, { as })).text()).toContain('Saya sudah membaca')
    expect((await site.post(address, { digest }, { as })).status).toBe(302)
    expect(await page()).not.toContain('belum Anda nyatakan dibaca')
    const author = await site.signIn(idOf(asha))
    const list = await (await site.ask(`/susun/${office.agencyId}/izin/pembaca`, { as: author })).text()
    expect(list).toContain('1 dari 2 sudah membaca')
    office.setClock(morning)
  })
})

describe('a standard in force', () => {
  const day = 86_400_000
  const on = async (instant: number) => {
    office.setClock(instant)
    await remindReviews(office.ports)
    return newsOf(asha)
  }
  const inForce = async () => must(await listWrittenStandards({ visitor: asha }, office.ports)).standards[0]?.standing?.review

  it('is looked at again after the usual time: its authors hear it once before and once after', async () => {
    const due = Date.parse('2029-03-02T01:00:00Z')
    expect(await inForce()).toEqual({ on: '2029-03-02', over: false })
    expect(await on(due - 31 * day)).toEqual([])
    await Promise.all([on(due - 30 * day), on(due - 30 * day)])
    expect(await on(due - 29 * day)).toEqual(['standard-due-soon 2029-03-02'])
    expect(await on(due)).toHaveLength(1)
    expect((await on(due + day)).toSorted()).toEqual(['standard-due-over 2029-03-02', 'standard-due-soon 2029-03-02'])
    expect(await on(due + 9 * day)).toHaveLength(2)
    expect(await inForce()).toEqual({ on: '2029-03-02', over: true })
  })

  it('follows what its agency says, and what is said for it alone', async () => {
    const admin = await office.hire('Dewi', [], ['administrator'])
    const save = (scope: { scope: 'agency'; review: AgencyReview } | { scope: 'standard'; review: StandardReview }) =>
      saveReviewSettings({ ...at(admin), ...scope }, office.ports)
    must(await save({ scope: 'agency', review: AgencyReview.parse({ months: 12 }) }))
    expect(await inForce()).toEqual({ on: '2027-03-02', over: false })
    must(await save({ scope: 'standard', review: StandardReview.parse({ dueOn: '2026-09-01' }) }))
    expect(await inForce()).toEqual({ on: '2026-09-01', over: false })
    must(await save({ scope: 'standard', review: StandardReview.parse({ dueOn: '2026-01-01' }) }))
    expect(await inForce()).toEqual({ on: '2027-03-02', over: false })
  })
})
