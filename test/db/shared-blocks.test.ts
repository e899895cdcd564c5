import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { offerBlock } from '#app/use-cases/definitions/offer-block.server.ts'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { readBlocksPage, saveBlock } from '#app/use-cases/definitions/shared-blocks.server.ts'
import { constraintOf } from '#db/rows.ts'
import { type BlockText, blockEdit, blockOf } from '#engine'
import { applyEdits } from '#engine/definition/edit/index.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { storeStandard } from '#test/builders/stored.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite } from '#test/support/site.ts'

let opened: FreshDatabase
let office: Office
let asha: Visitor

function must<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const here = () => ({ visitor: asha, agencyId: office.agencyId })
const at = (slug: string) => ({ ...here(), slug })
const save = (revision: number, ...text: string[]) =>
  saveBlock({ ...here(), key: 'serviceGuarantee', revision, text }, office.ports)
const said = async (slug: string) => blockOf(must(await openDraft(at(slug), office.ports)).definition, 'serviceGuarantee')
const saying = (title: string, text: BlockText) => {
  const definition = aFullStandard(title)
  const edited = applyEdits(definition, [blockEdit(definition, 'serviceGuarantee', text)])
  if (!edited.ok) throw new Error(edited.refusal.code)
  return edited.definition
}
const standings = async () =>
  Object.fromEntries(
    must(await readBlocksPage(here(), office.ports))
      .blocks.find(({ key }) => key === 'serviceGuarantee')
      ?.standards.map(({ slug, standing }) => [slug, standing]) ?? [],
  )

beforeAll(async () => {
  opened = await freshDatabase()
})
beforeEach(async () => {
  office = await anOffice(opened, ['clerk'])
  asha = await office.hire('Asha', [], ['author'])
})

it('offers a shared part to standards in force as drafts, each with its own result', async () => {
  const { agencyId } = office
  await storeStandard(opened.db, { agencyId, slug: 'lama' }, [
    { status: 'published', definition: saying('Lama', ['Janji lama']), decree: `1 /${agencyId}` },
  ])
  await storeStandard(opened.db, { agencyId, slug: 'sendiri' }, [
    { status: 'published', definition: saying('Sendiri', ['Janji sendiri']), decree: `2 /${agencyId}` },
  ])
  await storeStandard(opened.db, { agencyId, slug: 'ditinjau' }, [
    { status: 'in-review', definition: saying('Ditinjau', ['Janji lama']) },
  ])
  must(await save(0, 'Janji lama'))
  must(await save(1, 'Janji baru'))
  expect(await standings()).toEqual({ lama: 'older', sendiri: 'own', ditinjau: 'older' })
  const slugs = ['lama', 'sendiri', 'ditinjau', 'tidak-ada']
  const offered = must(await offerBlock({ ...here(), key: 'serviceGuarantee', slugs }, office.ports))
  expect(offered.map(({ slug, outcome }) => [slug, outcome])).toEqual([
    ['lama', 'begun'],
    ['sendiri', 'begun'],
    ['ditinjau', 'in-review'],
    ['tidak-ada', 'gone'],
  ])
  expect(await said('lama')).toEqual(['Janji baru'])
  expect(await standings()).toEqual({ lama: 'same', sendiri: 'same', ditinjau: 'older' })
})

it('P14: leaves a part alone that somebody changed in an open draft, and adds to a draft where nobody did', async () => {
  const { agencyId } = office
  for (const slug of ['diubah', 'utuh'])
    await storeStandard(opened.db, { agencyId, slug }, [
      { status: 'published', definition: saying(slug, ['Janji lama']), decree: `${slug} /${agencyId}` },
    ])
  must(await save(0, 'Janji tengah'))
  must(await offerBlock({ ...here(), key: 'serviceGuarantee', slugs: ['diubah', 'utuh'] }, office.ports))
  const { number, revision, definition } = must(await openDraft(at('diubah'), office.ports))
  const edited = applyEdits(definition, [blockEdit(definition, 'serviceGuarantee', ['Sedang ditulis'])])
  if (!edited.ok) throw new Error(edited.refusal.code)
  must(await saveDraft({ ...at('diubah'), number, revision, definition: edited.definition }, office.ports))
  must(await save(1, 'Janji baru'))
  const offered = must(await offerBlock({ ...here(), key: 'serviceGuarantee', slugs: ['diubah', 'utuh'] }, office.ports))
  expect(offered.map(({ outcome }) => outcome)).toEqual(['worked-on', 'added'])
  expect(await said('diubah')).toEqual(['Sedang ditulis'])
  expect(await said('utuh')).toEqual(['Janji baru'])
})

it('fills a new standard with the shared parts where it says nothing, and keeps one author from writing over another', async () => {
  must(await save(0, 'Janji <b>kami</b>'))
  expect(await save(0, 'Lain')).toMatchObject({ refusal: { code: 'conflict', what: 'changed' } })
  must(await createStandard({ ...at('baru-saja'), title: 'Baru', kind: 'service', blocks: true }, office.ports))
  must(await createStandard({ ...at('kosong'), title: 'Kosong', kind: 'service' }, office.ports))
  expect(await said('baru-saja')).toEqual(['Janji <b>kami</b>'])
  expect(await said('kosong')).toEqual([])
  expect(await createStandard({ ...at('blok'), title: 'Blok', kind: 'service' }, office.ports)).toMatchObject({
    refusal: { errors: [{ path: 'slug', code: 'taken' }] },
  })
})

it('shows the paper of what is saved beside the form of words', async () => {
  must(await createStandard({ ...at('ruang'), title: 'Ruang', kind: 'service', from: saying('Ruang', ['Janji']) }, office.ports))
  const site = await aSite(office.ports)
  const as = await site.signIn(asha.kind === 'person' ? asha.person.id : '')
  const page = await site.ask(`/susun/${office.agencyId}/ruang/komponen`, { as })
  expect([page.status, (await page.text()).includes('component-table')]).toEqual([200, true])
})

it('P8: shared parts of an agency are its own', async () => {
  must(await save(0, 'Janji'))
  const stranger = await (await anOffice(opened, ['clerk'])).hire('Budi', [], ['author'])
  const asked = { ...here(), visitor: stranger }
  const none = { ok: false, refusal: { code: 'not-found' } }
  expect(await readBlocksPage(asked, office.ports)).toMatchObject(none)
  expect(await saveBlock({ ...asked, key: 'evaluation', revision: 0, text: ['x'] }, office.ports)).toMatchObject(none)
  expect(await offerBlock({ ...asked, key: 'serviceGuarantee', slugs: ['ruang'] }, office.ports)).toMatchObject(none)
})

it('keeps every text that a shared part had', async () => {
  must(await save(0, 'Janji'))
  const refusedBy = (text: string) =>
    opened.execute(text).then(
      () => 'nothing',
      (error: unknown) => constraintOf(error),
    )
  expect(await refusedBy(`update agency_blocks set body = '[]'`)).toBe('agency_blocks_append_only')
  expect(await refusedBy('delete from agency_blocks')).toBe('agency_blocks_append_only')
})
