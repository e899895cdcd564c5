import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { checkDraft } from '#app/use-cases/definitions/check-draft.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { keepDraftCopy } from '#app/use-cases/definitions/keep-copy.server.ts'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { startDraft } from '#app/use-cases/definitions/start-draft.server.ts'
import { aDefinition } from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office
let asha: Visitor
let dewi: Visitor

const slug = 'liputan'
const titled = (title: string) => aDefinition({ title })
const at = (visitor: Visitor) => ({ visitor, agencyId: office.agencyId, slug })
const save = (visitor: Visitor, revision: number, definition: unknown) =>
  saveDraft({ ...at(visitor), revision, definition }, office.ports)
const opening = async (visitor: Visitor) => must(await openDraft(at(visitor), office.ports))
function must<T, R extends { code: string }>(result: Result<T, R>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

beforeAll(async () => {
  opened = await freshDatabase()
})
beforeEach(async () => {
  office = await anOffice(opened, ['officer'])
  asha = await office.hire('Asha', ['officer'], ['author'])
  dewi = await office.hire('Dewi', [], ['author'])
  must(await createStandard({ ...at(asha), title: 'Liputan', kind: 'service', from: titled('Liputan') }, office.ports))
})

it('opens the draft with the positions of the agency', async () => {
  const draft = await opening(asha)
  expect(draft).toMatchObject({ number: 1, status: 'draft', revision: 1, readOnly: false, mayStart: false, copies: [] })
  expect(draft.positions.map(({ id }) => id)).toEqual(['officer'])
})

it('saves over the revision that was read, and takes the same text twice as once', async () => {
  expect(must(await save(asha, 1, titled('Dua'))).revision).toBe(2)
  expect(must(await save(asha, 1, titled('Dua'))).revision).toBe(2)
  expect((await opening(asha)).definition.identity.title).toBe('Dua')
})

it('P14: a colleague who was first is named, and both texts are kept', async () => {
  must(await save(asha, 1, titled('Dari Asha')))
  const late = await save(dewi, 1, titled('Dari Dewi'))
  expect(late).toMatchObject({ ok: false, refusal: { code: 'draft-conflict', revision: 2, name: 'Asha' } })
  const { copy } = must(await keepDraftCopy({ ...at(dewi), revision: 1, definition: titled('Dari Dewi') }, office.ports))
  must(await keepDraftCopy({ ...at(dewi), revision: 1, definition: titled('Dari Dewi, lanjut'), copy }, office.ports))
  const draft = await opening(asha)
  expect(draft.definition.identity.title).toBe('Dari Asha')
  expect(draft.copies.map(({ name, definition }) => [name, definition.identity.title])).toEqual([['Dewi', 'Dari Dewi, lanjut']])
  const foreign = await keepDraftCopy({ ...at(asha), revision: 1, definition: titled('Bukan milik Asha'), copy }, office.ports)
  expect(foreign).toMatchObject({ ok: false })
})

it('P14: of two saves at once one wins, and the other is a conflict', async () => {
  const results = await Promise.all([save(asha, 1, titled('Satu')), save(dewi, 1, titled('Dua'))])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'draft-conflict' } })
})

it('P13: names the place of what it cannot read, and stores nothing of it', async () => {
  const refused = await save(asha, 1, { ...titled('Dua'), script: 'alert(1)' })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid', errors: [{ path: 'script', code: 'unknown-key' }] } })
  expect(await opening(asha)).toMatchObject({ revision: 1 })
})

it('P8: hides the draft from other agencies, and lets only authors write', async () => {
  const other = await anOffice(opened, ['officer'])
  const stranger = await other.hire('Eka', ['officer'], ['author'])
  const clerk = await office.hire('Fajar', ['officer'])
  expect(await openDraft(at(stranger), office.ports)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await save(stranger, 1, titled('Dua'))).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await save(clerk, 1, titled('Dua'))).toMatchObject({ refusal: { code: 'not-allowed' } })
  expect(await opening(clerk)).toMatchObject({ readOnly: true, mayStart: false })
})

it('begins a draft from the version in force, once', async () => {
  await office.publish('berlaku', titled('Berlaku'))
  const place = { ...at(asha), slug: 'berlaku' }
  expect(must(await openDraft(place, office.ports))).toMatchObject({ status: 'published', readOnly: true, mayStart: true })
  const [first, second] = [must(await startDraft(place, office.ports)), must(await startDraft(place, office.ports))]
  expect(second).toEqual(first)
  expect(must(await openDraft(place, office.ports))).toMatchObject({ number: first.number, status: 'draft', readOnly: false })
})

it('checks the stored draft against the positions of now', async () => {
  expect(must(await checkDraft(at(asha), office.ports))).toMatchObject({ runnable: true, publishable: false })
  must(await save(asha, 1, aDefinition({ nodes: [], edges: [] })))
  expect(must(await checkDraft(at(asha), office.ports)).runnable).toBe(false)
})
