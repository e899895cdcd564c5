import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { compareVersions } from '#app/use-cases/definitions/compare-versions.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { discardDraft } from '#app/use-cases/definitions/discard-draft.server.ts'
import { discardSnapshot, keepNamedSnapshot } from '#app/use-cases/definitions/keep-snapshot.server.ts'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { readReview } from '#app/use-cases/definitions/read-review.server.ts'
import { readVersionsPage } from '#app/use-cases/definitions/read-versions.server.ts'
import { mostSnapshots } from '#app/use-cases/definitions/replace-draft.server.ts'
import { restoreText } from '#app/use-cases/definitions/restore-text.server.ts'
import { saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { draftSnapshots } from '#db/schema.ts'
import { applyEdit, type Definition } from '#engine'
import { anOffice, type Office } from '#test/builders/office.ts'
import { soundStandard } from '#test/builders/sound.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite } from '#test/support/site.ts'

let opened: FreshDatabase
let office: Office
let asha: Visitor
let budi: Visitor

const code = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.refusal.code)
function must<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const at = (visitor: Visitor) => ({ visitor, agencyId: office.agencyId, slug: 'ruang' })
const titled = (title: string): Definition => {
  const edited = applyEdit(soundStandard(), { type: 'SetIdentity', patch: { title } })
  if (!edited.ok) throw new Error(edited.refusal.code)
  return edited.definition
}
async function write(visitor: Visitor, title: string): Promise<void> {
  const { number, revision } = must(await openDraft(at(visitor), office.ports))
  must(await saveDraft({ ...at(visitor), number, revision, definition: titled(title) }, office.ports))
}
const draftTitle = async () => must(await openDraft(at(asha), office.ports)).definition.identity.title
const kept = async () => must(await readVersionsPage(at(asha), office.ports)).snapshots

beforeAll(async () => {
  opened = await freshDatabase()
})
beforeEach(async () => {
  office = await anOffice(opened, ['clerk'])
  asha = await office.hire('Asha', [], ['author'])
  budi = await office.hire('Budi', [], ['author'])
  must(await createStandard({ ...at(asha), title: 'Ruang', kind: 'service', from: soundStandard() }, office.ports))
})

it('P14: brings a named text back into the draft, and keeps what the draft said until then', async () => {
  await write(asha, 'Sebelum rapat')
  const { id } = must(await keepNamedSnapshot({ ...at(asha), name: ' Sebelum rapat 12 Nov ' }, office.ports))
  await write(budi, 'Sesudah rapat')
  expect(must(await restoreText({ ...at(budi), text: { snapshot: id } }, office.ports))).toEqual({ number: 1, began: false })
  expect(await draftTitle()).toBe('Sebelum rapat')
  const [newest, named] = (await kept()).toSorted((a) => (a.why === 'restored' ? -1 : 1))
  expect([newest?.why, newest?.name, newest?.person]).toEqual(['restored', null, 'Budi'])
  expect([named?.why, named?.name, named?.person]).toEqual(['named', 'Sebelum rapat 12 Nov', 'Asha'])
  must(await restoreText({ ...at(asha), text: { snapshot: newest?.id ?? '' } }, office.ports))
  expect(await draftTitle()).toBe('Sesudah rapat')
})

it('begins a draft from a kept text where none is being written, and says so where one is in review', async () => {
  const { id } = must(await keepNamedSnapshot({ ...at(asha), name: 'Awal' }, office.ports))
  const head = await office.hire('Citra', [], ['administrator'])
  must(await discardDraft(at(head), office.ports))
  expect(must(await restoreText({ ...at(asha), text: { snapshot: id } }, office.ports))).toEqual({ number: 2, began: true })
  must(await submitDraft(at(asha), office.ports))
  expect(await restoreText({ ...at(asha), text: { version: 1 } }, office.ports)).toMatchObject({
    refusal: { code: 'conflict', what: 'in-review' },
  })
  expect(code(await keepNamedSnapshot({ ...at(asha), name: 'Selagi ditinjau' }, office.ports))).toBe('ok')
})

it('V11: whoever wrote a text that was restored does not approve the draft', async () => {
  const both = await office.hire('Dewi', [], ['author', 'approver'])
  await write(both, 'Milik Dewi')
  const { id } = must(await keepNamedSnapshot({ ...at(asha), name: 'Milik Dewi' }, office.ports))
  must(await discardDraft(at(asha), office.ports))
  must(await restoreText({ ...at(asha), text: { snapshot: id } }, office.ports))
  must(await submitDraft(at(asha), office.ports))
  const { digest } = must(await readReview(at(both), office.ports))
  expect(code(await approveDraft({ ...at(both), digest }, office.ports))).toBe('own-work')
})

it('compares a kept text with any version or other kept text, by its name', async () => {
  const { id } = must(await keepNamedSnapshot({ ...at(asha), name: 'Awal <b>tebal</b>' }, office.ports))
  await write(asha, 'Ruang Baca Baru')
  const pair = must(await compareVersions({ ...at(asha), from: { snapshot: id }, to: { version: 1 } }, office.ports))
  expect([pair.from.kept?.name, pair.to.kept]).toEqual(['Awal <b>tebal</b>', null])
  const site = await aSite(office.ports)
  const as = await site.signIn(asha.kind === 'person' ? asha.person.id : '')
  const page = await (await site.ask(`/susun/${office.agencyId}/ruang/versi?dari=${id}&ke=1`, { as })).text()
  expect(page).toContain('Perbedaan versi 1 dengan “Awal &lt;b&gt;tebal&lt;/b&gt;”')
  expect(page).toContain('Ruang Baca Baru')
})

it('names a text within its limits, keeps no more than there is room for, and removes what is not needed', async () => {
  expect(await keepNamedSnapshot({ ...at(asha), name: '  ' }, office.ports)).toMatchObject({
    refusal: { errors: [{ path: 'name', code: 'required' }] },
  })
  expect(await keepNamedSnapshot({ ...at(asha), name: 'x'.repeat(1000) }, office.ports)).toMatchObject({
    refusal: { errors: [{ path: 'name', code: 'too-long', params: { max: 200 } }] },
  })
  const { id } = must(await keepNamedSnapshot({ ...at(asha), name: 'Awal' }, office.ports))
  const [row] = await opened.db.select().from(draftSnapshots)
  if (!row) throw new Error('nothing kept')
  const many = Array.from({ length: mostSnapshots - 1 }, () => ({ ...row, id: office.ports.newId(), agencyId: office.agencyId }))
  await opened.db.insert(draftSnapshots).values(many)
  const full = { refusal: { code: 'conflict', what: 'too-many-snapshots' } }
  expect(await keepNamedSnapshot({ ...at(asha), name: 'Satu lagi' }, office.ports)).toMatchObject(full)
  await write(asha, 'Lain')
  expect(await restoreText({ ...at(asha), text: { snapshot: id } }, office.ports)).toMatchObject(full)
  expect(await draftTitle()).toBe('Lain')
  must(await discardSnapshot({ ...at(asha), snapshot: many[0]?.id ?? '' }, office.ports))
  expect(code(await restoreText({ ...at(asha), text: { snapshot: id } }, office.ports))).toBe('ok')
  expect(await discardSnapshot({ ...at(asha), snapshot: many[0]?.id ?? '' }, office.ports)).toMatchObject({
    refusal: { code: 'conflict', what: 'copy-gone' },
  })
})

it("P8: another agency's kept texts are not there", async () => {
  const { id } = must(await keepNamedSnapshot({ ...at(asha), name: 'Awal' }, office.ports))
  const other = await anOffice(opened, ['clerk'])
  const stranger = await other.hire('Eko', [], ['author'])
  must(await createStandard({ ...at(stranger), agencyId: other.agencyId, title: 'Ruang', kind: 'service' }, other.ports))
  expect(code(await restoreText({ ...at(stranger), text: { snapshot: id } }, office.ports))).toBe('not-found')
  const own = { visitor: stranger, agencyId: other.agencyId, slug: 'ruang' }
  expect(code(await restoreText({ ...own, text: { snapshot: id } }, other.ports))).toBe('not-found')
  expect(code(await discardSnapshot({ ...own, snapshot: id }, other.ports))).toBe('conflict')
  expect(await kept()).toHaveLength(1)
})
