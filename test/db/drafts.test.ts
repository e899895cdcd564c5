import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { discardDraft } from '#app/use-cases/definitions/discard-draft.server.ts'
import { keepDraftCopy } from '#app/use-cases/definitions/keep-copy.server.ts'
import { listWrittenStandards } from '#app/use-cases/definitions/list-written.server.ts'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { readReview } from '#app/use-cases/definitions/read-review.server.ts'
import { readNewStandard, readSource } from '#app/use-cases/definitions/read-sources.server.ts'
import { readVersionsPage } from '#app/use-cases/definitions/read-versions.server.ts'
import { returnDraft } from '#app/use-cases/definitions/return-draft.server.ts'
import { saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { adoptCopy, discardCopy } from '#app/use-cases/definitions/settle-copy.server.ts'
import { startFromVersion } from '#app/use-cases/definitions/start-from-version.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { applyEdit, type Definition } from '#engine'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { soundStandard } from '#test/builders/sound.ts'
import { type FreshDatabase, freshDatabase, isEmbedded } from '#test/support/postgres.ts'

let opened: FreshDatabase
let statements = 0
let office: Office
let asha: Visitor
let budi: Visitor

const code = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.refusal.code)
function must<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const at = (visitor: Visitor, slug = 'ruang') => ({ visitor, agencyId: office.agencyId, slug })
const titled = (title: string): Definition => {
  const edited = applyEdit(soundStandard(), { type: 'SetIdentity', patch: { title } })
  if (!edited.ok) throw new Error(edited.refusal.code)
  return edited.definition
}
const draftTitle = async () => must(await openDraft(at(asha), office.ports)).definition.identity.title

beforeAll(async () => {
  opened = await freshDatabase({ onStatement: () => statements++ })
})

beforeEach(async () => {
  office = await anOffice(opened, ['clerk'])
  asha = await office.hire('Asha', [], ['author'])
  budi = await office.hire('Budi', [], ['author'])
  must(await createStandard({ ...at(asha), title: 'Ruang baca', kind: 'service', from: soundStandard() }, office.ports))
})

it.skipIf(isEmbedded())(
  'P14: of two officers who save the same draft the second learns of it, and both texts are kept',
  async () => {
    const { number, revision, calendar } = must(await openDraft(at(asha), office.ports))
    expect(calendar?.zone).toBe('Asia/Jakarta')
    const saves = await Promise.all([
      saveDraft({ ...at(asha), number, revision, definition: titled('Milik Asha') }, office.ports),
      saveDraft({ ...at(budi), number, revision, definition: titled('Milik Budi') }, office.ports),
    ])
    expect(saves.map(code).sort()).toEqual(['draft-conflict', 'ok'])
    const [loser, text] = saves[0].ok ? [budi, 'Milik Budi'] : [asha, 'Milik Asha']
    must(await keepDraftCopy({ ...at(loser), number, revision, definition: titled(text) }, office.ports))
    const { copies } = must(await readVersionsPage(at(asha), office.ports))
    expect([await draftTitle(), copies[0]?.title].sort()).toEqual(['Milik Asha', 'Milik Budi'])
  },
)

it('P14: using a kept text keeps the text that it takes the place of', async () => {
  const { number, revision } = must(await openDraft(at(asha), office.ports))
  const { copy } = must(await keepDraftCopy({ ...at(budi), number, revision, definition: titled('Milik Budi') }, office.ports))
  must(await adoptCopy({ ...at(asha), copy }, office.ports))
  expect(await draftTitle()).toBe('Milik Budi')
  const { copies } = must(await readVersionsPage(at(asha), office.ports))
  expect(copies.map(({ title }) => title)).toEqual(['Ruang baca'])
  expect(code(await adoptCopy({ ...at(asha), copy }, office.ports))).toBe('conflict')
  must(await discardCopy({ ...at(asha), copy: copies[0]?.id ?? '' }, office.ports))
  expect(must(await readVersionsPage(at(asha), office.ports)).copies).toEqual([])
})

it('a version that comes back from review says why, and its text is a draft again', async () => {
  must(await submitDraft({ ...at(asha), note: 'Siap' }, office.ports))
  expect(code(await returnDraft({ ...at(asha), reason: '  ' }, office.ports))).toBe('invalid')
  office.setClock(morning + 60_000)
  must(await returnDraft({ ...at(budi), reason: 'Biaya belum jelas' }, office.ports))
  const page = must(await readReview(at(asha), office.ports))
  expect([page.status, page.acts[0]?.act, page.acts[0]?.note, page.acts[0]?.person]).toEqual([
    'draft',
    'returned',
    'Biaya belum jelas',
    'Budi',
  ])
})

it('sends only the text that was looked at', async () => {
  const seen = must(await readReview(at(asha), office.ports))
  const { number, revision } = must(await openDraft(at(budi), office.ports))
  must(await saveDraft({ ...at(budi), number, revision, definition: titled('Lain') }, office.ports))
  expect(code(await submitDraft({ ...at(asha), digest: seen.digest }, office.ports))).toBe('conflict')
})

it('a draft laid aside is kept and can be started from again', async () => {
  must(await discardDraft(at(asha), office.ports))
  const { versions } = must(await readVersionsPage(at(asha), office.ports))
  expect(versions.map(({ status }) => status)).toEqual(['withdrawn'])
  must(await startFromVersion({ ...at(asha), version: 1 }, office.ports))
  expect(code(await startFromVersion({ ...at(budi), version: 1 }, office.ports))).toBe('conflict')
  expect(await draftTitle()).toBe('Ruang baca')
})

it('a copy leaves positions of another agency behind and names them', async () => {
  const elsewhere = await anOffice(opened, ['head'])
  const citra = await elsewhere.hire('Citra', [], ['author'])
  const key = { visitor: citra, agencyId: elsewhere.agencyId, slug: 'salinan' }
  const made = must(await createStandard({ ...key, title: 'Salinan', kind: 'sop', from: soundStandard() }, elsewhere.ports))
  expect(made.dropped).toEqual([{ lane: 'officer', position: 'clerk' }])
  const { definition } = must(await openDraft(key, elsewhere.ports))
  expect(definition.flow.lanes.flatMap(({ positions }) => positions)).toEqual([])
  expect(definition.sop).not.toBeNull()
  expect(definition.identity.ordinal).toBeUndefined()
})

it('P8: drafts of another agency are not offered, read or found', async () => {
  const elsewhere = await anOffice(opened, ['head'])
  const citra = await elsewhere.hire('Citra', [], ['author'])
  const { sources } = must(await readNewStandard({ visitor: citra }, elsewhere.ports))
  expect(sources.filter(({ agencyId }) => agencyId === office.agencyId)).toEqual([])
  const doors = [
    readSource({ ...at(citra), number: 1 }, office.ports),
    readVersionsPage(at(citra), office.ports),
    readReview(at(citra), office.ports),
    openDraft(at(citra), office.ports),
    discardDraft(at(citra), office.ports),
    adoptCopy({ ...at(citra), copy: office.ports.newId() }, office.ports),
    discardCopy({ ...at(citra), copy: office.ports.newId() }, office.ports),
  ]
  expect((await Promise.all(doors)).map(code)).toEqual(doors.map(() => 'not-found'))
})

it('lists with the same number of statements, however many standards there are', async () => {
  const count = async () => {
    statements = 0
    const { standards } = must(await listWrittenStandards({ visitor: asha }, office.ports))
    return [standards.length, statements]
  }
  const [, few] = await count()
  for (const slug of ['a', 'b', 'c']) must(await createStandard({ ...at(asha, slug), title: slug, kind: 'sop' }, office.ports))
  expect(await count()).toEqual([4, few])
})

it.each([
  ['taken', { slug: 'ruang' }, 'slug'],
  ['bad-slug', { slug: 'Ruang Baca' }, 'slug'],
  ['required', { title: '  ' }, 'title'],
  ['too-long', { title: 'x'.repeat(201) }, 'title'],
])('a new standard that is %s is refused at its place', async (problem, over, path) => {
  const result = await createStandard({ ...at(asha, 'baru'), title: 'Baru', kind: 'service', ...over }, office.ports)
  expect(!result.ok && result.refusal.code === 'invalid' && result.refusal.errors[0]).toMatchObject({ path, code: problem })
})

it('V11: whoever ever saved a draft does not approve it, even when a colleague saved after them', async () => {
  const citra = await office.hire('Citra', [], ['author', 'approver'])
  const dewi = await office.hire('Dewi', [], ['approver'])
  const { number, revision } = must(await openDraft(at(asha), office.ports))
  const first = must(await saveDraft({ ...at(citra), number, revision, definition: titled('Dari Citra') }, office.ports))
  const { digest } = must(
    await saveDraft({ ...at(budi), number, revision: first.revision, definition: titled('Dari Budi') }, office.ports),
  )
  must(await submitDraft(at(asha), office.ports))
  expect(must(await readReview(at(citra), office.ports)).own).toBe(true)
  expect(code(await approveDraft({ ...at(citra), digest }, office.ports))).toBe('own-work')
  expect(code(await approveDraft({ ...at(dewi), digest }, office.ports))).toBe('ok')
})

it('V11: whose kept text was used does not approve it, whoever used it', async () => {
  const citra = await office.hire('Citra', [], ['author', 'approver'])
  const dewi = await office.hire('Dewi', [], ['approver'])
  const { number, revision } = must(await openDraft(at(asha), office.ports))
  const { copy } = must(await keepDraftCopy({ ...at(citra), number, revision, definition: titled('Dari Citra') }, office.ports))
  must(await adoptCopy({ ...at(asha), copy }, office.ports))
  const { digest } = must(await readReview(at(asha), office.ports))
  must(await submitDraft(at(asha), office.ports))
  expect(code(await approveDraft({ ...at(citra), digest }, office.ports))).toBe('own-work')
  expect(code(await approveDraft({ ...at(dewi), digest }, office.ports))).toBe('ok')
})

it('V11: who keeps a text beside a draft wrote for it, also when a colleague puts it in by hand', async () => {
  const citra = await office.hire('Citra', [], ['author', 'approver'])
  const { number, revision } = must(await openDraft(at(asha), office.ports))
  must(await keepDraftCopy({ ...at(citra), number, revision, definition: titled('Dari Citra') }, office.ports))
  const { digest } = must(await saveDraft({ ...at(asha), number, revision, definition: titled('Dari Citra') }, office.ports))
  must(await submitDraft(at(asha), office.ports))
  expect(code(await approveDraft({ ...at(citra), digest }, office.ports))).toBe('own-work')
})

it('V11: text that was laid aside keeps its writers when a colleague begins from it', async () => {
  const citra = await office.hire('Citra', [], ['author', 'approver'])
  const dewi = await office.hire('Dewi', [], ['approver'])
  const { number, revision } = must(await openDraft(at(asha), office.ports))
  must(await saveDraft({ ...at(citra), number, revision, definition: titled('Dari Citra') }, office.ports))
  must(await discardDraft(at(asha), office.ports))
  must(await startFromVersion({ ...at(budi), version: 1 }, office.ports))
  must(await submitDraft(at(budi), office.ports))
  const { digest } = must(await readReview(at(budi), office.ports))
  expect(code(await approveDraft({ ...at(citra), digest }, office.ports))).toBe('own-work')
  expect(code(await approveDraft({ ...at(dewi), digest }, office.ports))).toBe('ok')
})

it('V16: a text made from a version that was laid aside meanwhile does not land on the next one', async () => {
  const { number, revision } = must(await openDraft(at(asha), office.ports))
  must(await discardDraft(at(asha), office.ports))
  must(await startFromVersion({ ...at(budi), version: 1 }, office.ports))
  expect(must(await openDraft(at(budi), office.ports)).revision).toBe(revision)
  const late = { ...at(asha), number, revision, definition: titled('Milik Asha') }
  const refused = await saveDraft(late, office.ports)
  expect(!refused.ok && refused.refusal).toMatchObject({ code: 'draft-conflict', number: 2, name: 'Budi' })
  expect(await draftTitle()).toBe('Ruang baca')
  const { copy } = must(await keepDraftCopy(late, office.ports))
  must(await adoptCopy({ ...at(budi), copy }, office.ports))
  expect(await draftTitle()).toBe('Milik Asha')
})

it('P14: one person keeps twenty texts beside a draft; the next is refused until one is laid aside, and none is lost', async () => {
  const { number, revision } = must(await openDraft(at(asha), office.ports))
  const keep = (visitor: Visitor, title: string, copy?: string) =>
    keepDraftCopy({ ...at(visitor), number, revision, definition: titled(title), ...(copy ? { copy } : {}) }, office.ports)
  const kept: string[] = []
  for (let i = 1; i <= 20; i++) kept.push(must(await keep(budi, `Salinan ${i}`)).copy)
  const refused = await keep(budi, 'Salinan 21')
  expect(!refused.ok && refused.refusal).toEqual({ code: 'conflict', what: 'too-many-copies' })
  must(await keep(budi, 'Salinan 3 lagi', kept[2]))
  must(await keep(asha, 'Milik Asha'))
  must(await discardCopy({ ...at(budi), copy: kept[0] ?? '' }, office.ports))
  must(await keep(budi, 'Salinan 21'))
  expect(must(await readVersionsPage(at(asha), office.ports)).copies).toHaveLength(21)
})

it('the page of versions brings the one kept text that was asked for, and of the others their titles', async () => {
  const { number, revision } = must(await openDraft(at(asha), office.ports))
  const { copy } = must(await keepDraftCopy({ ...at(budi), number, revision, definition: titled('Milik Budi') }, office.ports))
  const page = must(await readVersionsPage(at(asha), office.ports))
  expect([page.copies.map(({ title }) => title), page.shown, JSON.stringify(page.copies)]).toEqual([
    ['Milik Budi'],
    null,
    expect.not.stringContaining('flow'),
  ])
  const { shown } = must(await readVersionsPage({ ...at(asha), copy }, office.ports))
  expect(shown?.definition.identity.title).toBe('Milik Budi')
})
