import { beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { readFollowedPage } from '#app/use-cases/definitions/read-followed.server.ts'
import { readSource } from '#app/use-cases/definitions/read-sources.server.ts'
import { readVersionsPage } from '#app/use-cases/definitions/read-versions.server.ts'
import { saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { settleSource } from '#app/use-cases/definitions/settle-source.server.ts'
import { fillLanes, takeFromSource } from '#app/use-cases/definitions/take-from-source.server.ts'
import { readVersionBody } from '#db/stores/authoring-read.ts'
import { putSource } from '#db/stores/standard-sources.ts'
import type { ComplaintChannel, Definition } from '#engine'
import { anOffice, type Office } from '#test/builders/office.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { storeStandard } from '#test/builders/stored.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

let opened: FreshDatabase
let office: Office
let author: Visitor
let site: Site
let made = 0

function must<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const personId = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : '')

const first = (): Definition => {
  const definition = aFullStandard('Peminjaman Ruang')
  const channel: ComplaintChannel = { kind: 'phone', value: '(0281) 891001' }
  definition.components.complaints.channels.push(channel)
  definition.flow.lanes = definition.flow.lanes.map((lane) =>
    lane.kind === 'positions' ? { ...lane, positions: ['clerk' as never] } : lane,
  )
  return definition
}
const second = (): Definition => {
  const definition = first()
  definition.components.products.items.push('Kartu akses')
  definition.components.requirements.items.push('Surat pengantar')
  return definition
}

beforeAll(async () => {
  opened = await freshDatabase()
  await anOffice(opened, ['clerk'], 'dispus')
  office = await anOffice(opened, ['clerk', 'head'], 'dinsos')
  author = await office.hire('Asha', [], ['author'])
  site = await aSite(office.ports)
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'ruang' }, [
    { status: 'superseded', definition: first(), decree: '1 /TAHUN 2026', supersededBy: 2 },
    { status: 'published', definition: second(), decree: '2 /TAHUN 2026' },
  ])
})

/** A standard of dinsos made from the second version, as it was when the first one was in force. */
async function aDerived(): Promise<{ visitor: Visitor; agencyId: string; slug: string }> {
  const at = { visitor: author, agencyId: 'dinsos', slug: `ruang-${++made}` }
  const source = must(await readSource({ visitor: author, agencyId: 'dispus', slug: 'ruang', number: 2 }, office.ports))
  const link = source.link && { ...source.link, number: 1, digest: await digestOfFirst() }
  must(
    await createStandard(
      { ...at, title: 'Ruang Dinsos', kind: 'service', from: first(), source: { agencyId: 'dispus', link } },
      office.ports,
    ),
  )
  return at
}
const digestOfFirst = async () => (await readVersionBody(opened.db, { agencyId: 'dispus', slug: 'ruang' }, 1))?.digest ?? ''
const offersOf = async (at: Awaited<ReturnType<typeof aDerived>>) => must(await readFollowedPage(at, office.ports)).offers

it('keeps the link to the version it began from, and leaves behind what is the other agency’s own', async () => {
  const at = await aDerived()
  const { definition } = must(await openDraft(at, office.ports))
  expect(definition.components.complaints.channels).toEqual([])
  expect(definition.flow.lanes.flatMap(({ positions }) => positions)).toEqual([])
  const page = must(await readFollowedPage(at, office.ports))
  expect(page.source).toMatchObject({ agencyId: 'dispus', slug: 'ruang', number: 1, newest: 2 })
  expect(page.emptyLanes.length).toBeGreaterThan(0)
})

it('asks who does the work here, and takes only positions of the agency', async () => {
  const at = await aDerived()
  const [lane] = must(await readFollowedPage(at, office.ports)).emptyLanes
  if (!lane) throw new Error('no lane')
  must(await fillLanes({ ...at, lanes: { [lane.id]: 'nobody' } }, office.ports))
  expect(must(await readFollowedPage(at, office.ports)).emptyLanes).toContainEqual(lane)
  must(await fillLanes({ ...at, lanes: { [lane.id]: 'head' } }, office.ports))
  expect(must(await readFollowedPage(at, office.ports)).emptyLanes).not.toContainEqual(lane)
})

it('takes the later changes of the source part by part, and keeps what the draft said before', async () => {
  const at = await aDerived()
  expect((await offersOf(at)).map(({ key, clashes }) => [key, clashes])).toEqual([
    ['component/requirements', false],
    ['component/products', false],
  ])
  expect(must(await takeFromSource({ ...at, units: ['component/products'] }, office.ports)).left).toEqual([])
  expect((await offersOf(at)).map(({ key }) => key)).toEqual(['component/requirements'])
  const { definition } = must(await openDraft(at, office.ports))
  expect(definition.components.products.items).toContain('Kartu akses')
  expect(definition.identity.title).toBe('Ruang Dinsos')
  expect(must(await readVersionsPage(at, office.ports)).snapshots.map(({ why }) => why)).toEqual(['taken'])
})

it('begins no draft for what changes nothing, and one for what does', async () => {
  const at = { visitor: author, agencyId: 'dinsos', slug: `ruang-${++made}` }
  const text = { sourceNumber: 1, sourceDigest: await digestOfFirst() }
  const by = { personId: personId(author), at: new Date(office.ports.now()) }
  const { agencyId, slug } = at
  const decree = `${made} /SK/2026`
  await storeStandard(opened.db, { agencyId, slug }, [{ status: 'published', definition: first(), decree }])
  await putSource(opened.db, { agencyId, slug, sourceAgency: 'dispus', sourceSlug: 'ruang', ...text, ...by })
  const stands = async () => {
    const { number, status } = must(await openDraft(at, office.ports))
    return [number, status]
  }
  must(await takeFromSource({ ...at, units: ['component/gone-by-now'] }, office.ports))
  must(await fillLanes({ ...at, lanes: {} }, office.ports))
  expect(await stands()).toEqual([1, 'published'])
  expect(must(await takeFromSource({ ...at, units: ['component/products'] }, office.ports))).toEqual({ number: 2, left: [] })
  expect(await stands()).toEqual([2, 'draft'])
})

it('shows both texts where both changed the same, and offers nothing again once it is looked through', async () => {
  const at = await aDerived()
  const { number, revision, definition } = must(await openDraft(at, office.ports))
  const own = structuredClone(definition)
  own.components.products.items.push('Kunci')
  must(await saveDraft({ ...at, number, revision, definition: own }, office.ports))
  const clash = (await offersOf(at)).find(({ key }) => key === 'component/products')
  expect(clash?.clashes).toBe(true)
  const page = await (await site.ask(`/susun/dinsos/${at.slug}/turunan`, { as: await site.signIn(personId(author)) })).text()
  expect(page).toContain('Berubah di kedua tempat')
  expect(page).toMatch(/Kunci/)
  expect(await settleSource({ ...at, number: 1 }, office.ports)).toMatchObject({ refusal: { code: 'conflict', what: 'changed' } })
  must(await settleSource({ ...at, number: 2 }, office.ports))
  expect(await offersOf(at)).toEqual([])
})

it('says in the list and on the public sheet what a standard was made from', async () => {
  const at = await aDerived()
  const list = await (await site.ask('/susun', { as: await site.signIn(personId(author)) })).text()
  expect(list).toContain('Turunan dari Peminjaman Ruang, dispus')
  expect(list).toContain(`/susun/dinsos/${at.slug}/turunan`)
  const key = { agencyId: 'dinsos', slug: 'ruang-berlaku' }
  await storeStandard(opened.db, key, [{ status: 'published', definition: first(), decree: '7 /TAHUN 2026' }])
  const text = { sourceNumber: 1, sourceDigest: await digestOfFirst() }
  const by = { personId: personId(author), at: new Date(office.ports.now()) }
  await putSource(opened.db, { ...key, sourceAgency: 'dispus', sourceSlug: 'ruang', ...text, ...by })
  const sheet = await (await site.ask('/standar/dinsos/ruang-berlaku')).text()
  expect(sheet).toContain('Turunan dari')
  expect(sheet).toContain('href="/standar/dispus/ruang"')
})

it('P8: nobody of another agency reads or takes anything here', async () => {
  const at = await aDerived()
  const elsewhere = await (await anOffice(opened, ['clerk'])).hire('Budi', [], ['author'])
  const asked = { ...at, visitor: elsewhere }
  for (const result of [
    await readFollowedPage(asked, office.ports),
    await takeFromSource({ ...asked, units: ['component/products'] }, office.ports),
    await fillLanes({ ...asked, lanes: {} }, office.ports),
    await settleSource({ ...asked, number: 2 }, office.ports),
  ])
    expect(result).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
})
