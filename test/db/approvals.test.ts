import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { saveReviewSettings } from '#app/use-cases/agencies/review-settings.server.ts'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { keepDraftCopy } from '#app/use-cases/definitions/keep-copy.server.ts'
import { listWrittenStandards } from '#app/use-cases/definitions/list-written.server.ts'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { readReview } from '#app/use-cases/definitions/read-review.server.ts'
import { returnDraft } from '#app/use-cases/definitions/return-draft.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { readNotices } from '#app/use-cases/notices/read-notices.server.ts'
import { constraintOf } from '#db/rows.ts'
import { AgencyReview, type ApprovalMode, StandardReview } from '#engine'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { soundStandard } from '#test/builders/sound.ts'
import { type FreshDatabase, freshDatabase, isEmbedded } from '#test/support/postgres.ts'
import { aSite } from '#test/support/site.ts'

let opened: FreshDatabase
let office: Office
let asha: Visitor
let admin: Visitor
/** Hold the positions of these names, and the right to approve. */
let head: Visitor
let secretary: Visitor

const code = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.refusal.code)
const what = (result: Result<unknown>) => (!result.ok && result.refusal.code === 'conflict' ? result.refusal.what : code(result))
function must<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const at = (visitor: Visitor) => ({ visitor, agencyId: office.agencyId, slug: 'ruang' })
const rule = (mode: ApprovalMode | null, ...positions: string[]) => AgencyReview.parse({ approval: mode && { mode, positions } })
const decided = async (mode: ApprovalMode | null, ...positions: string[]) =>
  must(await saveReviewSettings({ ...at(admin), scope: 'agency', review: rule(mode, ...positions) }, office.ports))
const seen = async (visitor: Visitor) => must(await readReview(at(visitor), office.ports))
const approve = async (visitor: Visitor) => approveDraft({ ...at(visitor), digest: (await seen(asha)).digest }, office.ports)
const submit = async () => must(await submitDraft(at(asha), office.ports))
const turns = async () =>
  (await seen(asha)).approval?.approvers.map(({ positionId, given, turn }) => [positionId, given?.name ?? turn])
const nextFor = async (visitor: Visitor) => must(await listWrittenStandards({ visitor }, office.ports)).standards[0]?.next
const newsOf = async (visitor: Visitor) => must(await readNotices({ visitor }, office.ports)).items.map(({ kind }) => kind)

beforeAll(async () => {
  opened = await freshDatabase()
})

beforeEach(async () => {
  office = await anOffice(opened, ['clerk', 'secretary', 'head'])
  asha = await office.hire('Asha', [], ['author'])
  admin = await office.hire('Dewi', [], ['administrator'])
  head = await office.hire('Budi', ['head'], ['approver'])
  secretary = await office.hire('Citra', ['secretary'], ['approver'])
  must(await createStandard({ ...at(asha), title: 'Ruang baca', kind: 'service', from: soundStandard() }, office.ports))
})

describe('a version that several approve', () => {
  it('goes from one to the next in their order, and is approved by the last', async () => {
    await decided('in-order', 'secretary', 'head')
    await submit()
    expect(await turns()).toEqual([
      ['secretary', true],
      ['head', false],
    ])
    expect([await nextFor(secretary), await nextFor(head)]).toEqual(['review', null])
    expect(what(await approve(head))).toBe('not-your-turn')
    expect(must(await approve(secretary)).waiting).toEqual(['head'])
    expect((await seen(asha)).status).toBe('in-review')
    expect(what(await approve(secretary))).toBe('not-your-turn')
    expect(await turns()).toEqual([
      ['secretary', 'Citra'],
      ['head', true],
    ])
    expect(must(await approve(head)).waiting).toEqual([])
    const page = await seen(asha)
    const approving = page.acts
      .filter(({ act }) => act === 'agreed' || act === 'approved')
      .map(({ act, person }) => `${act} ${person}`)
    expect([page.status, approving.sort()]).toEqual(['approved', ['agreed Citra', 'approved Budi']])
    expect([await newsOf(secretary), await newsOf(head), await newsOf(asha)]).toEqual([
      ['review-asked'],
      ['review-asked'],
      ['review-approved'],
    ])
  })

  it('is approved once all have, in whatever order', async () => {
    await decided('all', 'secretary', 'head')
    await submit()
    expect(must(await approve(head)).waiting).toEqual(['secretary'])
    expect(must(await approve(secretary)).waiting).toEqual([])
  })

  it('needs one of those named, and nobody else’s right does', async () => {
    await decided('any', 'secretary', 'head')
    const other = await office.hire('Eka', ['clerk'], ['approver'])
    await submit()
    expect(what(await approve(other))).toBe('not-your-turn')
    expect(must(await approve(head)).waiting).toEqual([])
  })

  it.skipIf(isEmbedded())('is approved once by two who approve at the same moment', async () => {
    await decided('all', 'secretary', 'head')
    await submit()
    const answers = await Promise.all([approve(secretary), approve(head)])
    expect(answers.map(code)).toEqual(['ok', 'ok'])
    expect((await seen(asha)).status).toBe('approved')
    const rows = await opened.execute<{ act: string }>(
      `select act from version_acts where agency_id = $1 and act in ('agreed', 'approved') order by act`,
      [office.agencyId],
    )
    expect(rows.map(({ act }) => act)).toEqual(['agreed', 'approved'])
  })

  it('begins anew after it was returned', async () => {
    await decided('all', 'secretary', 'head')
    await submit()
    must(await approve(secretary))
    must(await returnDraft({ ...at(head), reason: 'Biaya belum jelas' }, office.ports))
    expect(await newsOf(asha)).toEqual(['review-returned'])
    await submit()
    expect(await turns()).toEqual([
      ['secretary', true],
      ['head', true],
    ])
    must(await approve(head))
    expect((await seen(asha)).status).toBe('in-review')
  })

  it('keeps the rule that it was sent with', async () => {
    await decided('all', 'secretary', 'head')
    await submit()
    await decided(null)
    must(await approve(head))
    expect((await seen(asha)).status).toBe('in-review')
  })

  it('follows its own rule where the standard has one', async () => {
    await decided('all', 'secretary', 'head')
    const review = StandardReview.parse({ approval: { mode: 'any', positions: ['secretary'] } })
    must(await saveReviewSettings({ ...at(admin), scope: 'standard', review }, office.ports))
    await submit()
    expect(must(await approve(secretary)).waiting).toEqual([])
  })
})

describe('V11: who wrote a version', () => {
  it('approves it in no office', async () => {
    await decided('all', 'head')
    const writer = await office.hire('Fajar', ['head'], ['author', 'approver'])
    const { number, revision, definition } = must(await openDraft(at(asha), office.ports))
    must(await keepDraftCopy({ ...at(writer), number, revision, definition }, office.ports))
    await submit()
    expect(code(await approve(writer))).toBe('own-work')
    expect(code(await approve(asha))).toBe('not-allowed')
  })

  it('takes back an approval by writing after it', async () => {
    await decided('all', 'secretary', 'head')
    const both = await office.hire('Gita', ['secretary'], ['author', 'approver'])
    await submit()
    must(await approve(both))
    const { number, revision, definition } = must(await openDraft(at(asha), office.ports))
    must(await keepDraftCopy({ ...at(both), number, revision, definition }, office.ports))
    expect(must(await approve(head)).waiting).toEqual(['secretary'])
    expect(must(await approve(secretary)).waiting).toEqual([])
  })

  it('lends nobody the office to approve it from', async () => {
    await decided('all', 'head')
    const writer = await office.hire('Hadi', ['head'], ['author'])
    const { number, revision, definition } = must(await openDraft(at(asha), office.ports))
    must(await keepDraftCopy({ ...at(writer), number, revision, definition }, office.ports))
    await submit()
    const lent = secretary.kind === 'person' && writer.kind === 'person' ? writer.person.seats[0] : undefined
    if (!lent || secretary.kind !== 'person' || writer.kind !== 'person') throw new Error('no seat')
    const seat = { ...lent, kind: 'delegate' as const, for: { personId: writer.person.id, name: 'Hadi' } }
    const standIn: Visitor = { kind: 'person', person: { ...secretary.person, seats: [...secretary.person.seats, seat] } }
    expect(what(await approve(standIn))).toBe('not-your-turn')
  })
})

describe('the database', () => {
  const refusedBy = (text: string, params: (string | number)[]) =>
    opened.execute(text, params).then(
      () => 'nothing',
      (error: unknown) => constraintOf(error),
    )
  const idOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : '')
  const approval = (visitor: Visitor, digest: string, round = 1) =>
    refusedBy(
      `insert into approvals (agency_id, slug, number, round, position_id, person_id, digest, at)
       values ($1, 'ruang', 1, $2::int, 'head', $3::uuid, $4, now())`,
      [office.agencyId, round, idOf(visitor), digest],
    )

  it('approves nothing that not all have approved, and lets nobody approve what they wrote', async () => {
    await decided('all', 'secretary', 'head')
    await submit()
    const { digest } = await seen(asha)
    const become = () =>
      refusedBy(`update versions set status = 'approved', approved_by = $2::uuid where agency_id = $1`, [
        office.agencyId,
        idOf(head),
      ])
    expect(await become()).toBe('versions_approved_by_all')
    expect(await approval(asha, digest)).toBe('approvals_four_eyes')
    expect(await approval(head, digest, 2)).toBe('approvals_text')
    expect(await approval(head, '0'.repeat(64))).toBe('approvals_text')
    expect(await approval(head, digest)).toBe('nothing')
    expect(await become()).toBe('versions_approved_by_all')
    expect(await refusedBy('delete from approvals where agency_id = $1', [office.agencyId])).toBe('approvals_append_only')
    const eased = `update versions set approval = null, status = 'approved', approved_by = $2::uuid where agency_id = $1`
    expect(await refusedBy(eased, [office.agencyId, idOf(head)])).toBe('versions_rule_kept')
    expect(await refusedBy('update versions set review_round = 9 where agency_id = $1', [office.agencyId])).toBe(
      'versions_rule_kept',
    )
  })
})

describe('the settings of review', () => {
  it('are an administrator’s, and name positions of the agency', async () => {
    const save = (visitor: Visitor, positions: string[]) =>
      saveReviewSettings({ ...at(visitor), scope: 'agency', review: rule('all', ...positions) }, office.ports)
    expect(code(await save(asha, ['head']))).toBe('not-allowed')
    expect(code(await save(admin, ['head', 'mayor']))).toBe('invalid')
    expect(
      code(
        await saveReviewSettings(
          { ...at(admin), slug: 'tidak-ada', scope: 'standard', review: StandardReview.parse({}) },
          office.ports,
        ),
      ),
    ).toBe('not-found')
  })

  it('are one form without scripts, and the page of review shows what came of it', async () => {
    office.setClock(Date.now())
    const site = await aSite(office.ports)
    const as = await site.signIn(admin.kind === 'person' ? admin.person.id : '')
    const address = `/kelola/${office.agencyId}/peninjauan`
    const form = {
      form: 'review',
      mode: 'in-order',
      months: '24',
      'position-1': 'secretary',
      'position-2': '',
      'position-3': 'head',
    }
    const twice = await site.post(address, { ...form, 'position-2': 'head' }, { as })
    expect([twice.status, (await twice.text()).includes('Sisakan satu')]).toEqual([422, true])
    expect((await site.post(address, { ...form, months: '0' }, { as })).status).toBe(422)
    const year0 = await site.post(`${address}?standar=ruang`, { form: 'review', mode: '', dueOn: '0000-01-01' }, { as })
    expect(year0.status).toBe(422)
    expect((await site.post(address, form, { as })).status).toBe(302)
    const page = await (await site.ask(address, { as })).text()
    expect(page).toContain('value="24"')
    expect(page).toContain('Jabatan head (Budi)')
    await submit()
    const author = await site.signIn(asha.kind === 'person' ? asha.person.id : '')
    const review = await (await site.ask(`/susun/${office.agencyId}/ruang/tinjau`, { as: author })).text()
    expect(review).toContain('Semua jabatan berikut menyetujui, satu demi satu menurut urutan.')
    expect(review).toMatch(/Jabatan secretary[\s\S]*Gilirannya[\s\S]*Jabatan head[\s\S]*Belum gilirannya/)
    const others = await site.ask(`${address}?standar=tidak-ada`, { as })
    expect(others.status).toBe(404)
    office.setClock(morning)
  })
})
