import { toBuffer } from 'qrcode'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, it } from 'vitest'
import { AgencySettings } from '#app/use-cases/agencies/inputs.ts'
import { layoutAsTyped } from '#app/use-cases/agencies/layout-input.ts'
import { updateAgencySettings } from '#app/use-cases/agencies/update-agency.server.ts'
import { rows } from '#db/rows.ts'
import { AgencyProfile, PaperLayout } from '#engine'
import { anOffice, type Office } from '#test/builders/office.ts'
import { aFullSop, aFullStandard } from '#test/builders/papers.ts'
import { storeStandard } from '#test/builders/stored.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
const address = '/kelola/dispus/naskah'
let office: Office
let site: Site
let admin: string
let clerk: string
let picture: Buffer

beforeAll(async () => {
  office = await anOffice(opened, ['clerk'], 'dispus')
  site = await aSite(office.ports)
  const sessionOf = async (...hired: Parameters<Office['hire']>) => {
    const visitor = await office.hire(...hired)
    return site.signIn(visitor.kind === 'person' ? visitor.person.id : '')
  }
  admin = await sessionOf('Ayu', [], ['administrator'])
  clerk = await sessionOf('Rina', ['clerk'])
  picture = await toBuffer('lambang', { type: 'png', width: 300 })
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'ruang' }, [
    { status: 'published', definition: aFullStandard('Ruang Baca'), decree: '2 /TAHUN 2026' },
  ])
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'alur' }, [
    { status: 'published', definition: aFullSop(), decree: '3 /TAHUN 2026' },
  ])
})

async function profile(): Promise<{ revision: number; profile: AgencyProfile }> {
  const [row] = await rows<{ revision: number; profile: unknown }>(
    opened.db,
    `select revision, profile from agencies where id = 'dispus'`,
  )
  return { revision: row?.revision ?? 0, profile: AgencyProfile.parse(row?.profile) }
}

async function formOf(over: Record<string, string>): Promise<Record<string, string>> {
  const plain = Object.entries(layoutAsTyped(PaperLayout.parse({}))).flatMap(([name, typed]) =>
    typeof typed === 'string' ? [[name, typed]] : [],
  )
  return { form: 'layout', revision: String((await profile()).revision), ...Object.fromEntries(plain), ...over }
}

const sent = (bytes: Uint8Array, name = 'lambang.png') => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  return form
}

async function pdf(path: string) {
  const answer = await site.ask(path)
  expect(answer.status, path).toBe(200)
  const file = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
  const page = await file.getPage(1)
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const mm = (points: number) => Math.round((points / 72) * 25.4)
  const { text } = await extractText(file, { mergePages: true })
  return { text: text.replaceAll(/\s+/g, ' '), paper: [mm(right - left), mm(top - bottom)] }
}

it('prints on the paper and under the headings that the agency chose, on pages and in files', async () => {
  expect((await pdf('/standar/dispus/ruang/sk.pdf')).paper).toEqual([210, 297])
  const form = await formOf({
    'paper-decree': 'F4',
    'matrix-paper': 'F4',
    'heading-standard': 'Pendukung',
    'component-products': 'Hasil',
  })
  expect((await site.post(address, form, { as: admin })).status).toBe(302)
  expect((await pdf('/standar/dispus/ruang/sk.pdf')).paper).toEqual([215, 330])
  expect((await pdf('/standar/dispus/ruang/lembar.pdf')).text).toContain('5. Hasil')
  const sop = await pdf('/standar/dispus/alur/sop.pdf')
  expect(sop.paper).toEqual([330, 215])
  expect(sop.text).toContain('Pendukung')
  const page = await (await site.ask('/standar/dispus/alur/sop')).text()
  expect(page).toContain('matrix-pages--f4')
  expect(page.match(/Pendukung/g)?.length).toBeGreaterThanOrEqual(2)
})

it('shows a layout before it is saved, and saves nothing then', async () => {
  const before = await profile()
  const answer = await site.post(address, await formOf({ act: 'preview', 'heading-lanes': 'Para Pelaksana' }), { as: admin })
  expect(await answer.text()).toContain('Para Pelaksana')
  expect(await profile()).toEqual(before)
})

it('names the field that is wrong and keeps what was typed', async () => {
  const answer = await site.post(address, await formOf({ 'decree-left': '99', 'heading-time': 'Lama' }), { as: admin })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('“Kiri (mm)” terlalu besar. Isi paling banyak 40.')
  expect(page).toContain('value="Lama"')
})

it('tells who was slower that a colleague has changed the agency', async () => {
  const stale = await formOf({ revision: '1' })
  expect((await site.post(address, stale, { as: admin })).status).toBe(409)
})

it('puts the emblem on pages and in files, and takes it away', async () => {
  const without = (await (await site.ask('/standar/dispus/ruang/lembar.pdf')).arrayBuffer()).byteLength
  expect((await site.post(address, sent(picture), { as: admin })).status).toBe(302)
  const { emblem } = (await profile()).profile.papers
  expect(emblem).toMatchObject({ mediaType: 'image/png', width: 300, height: 300 })
  const shown = await site.ask(`/lambang/${emblem?.sha256}`)
  expect(shown.headers.get('Content-Type')).toBe('image/png')
  expect(Buffer.from(await shown.arrayBuffer()).equals(picture)).toBe(true)
  expect(await (await site.ask('/standar/dispus/ruang')).text()).toContain(`/lambang/${emblem?.sha256}`)
  expect((await (await site.ask('/standar/dispus/ruang/lembar.pdf')).arrayBuffer()).byteLength).toBeGreaterThan(without + 300)
  expect((await site.ask('/standar/dispus/ruang/lembar.docx')).status).toBe(200)
  expect((await site.post(address, { form: 'no-emblem' }, { as: admin })).status).toBe(302)
  expect((await profile()).profile.papers.emblem).toBeNull()
  expect((await site.ask(`/lambang/${emblem?.sha256}`)).status, 'pages that were kept still show it').toBe(200)
})

it.each([
  ['an empty file', () => new Uint8Array(), 'kosong'],
  ['a file that is no picture', () => Buffer.from('<svg onload="alert(1)"/>'), 'bukan gambar PNG atau JPEG'],
  ['a picture that breaks off', () => picture.subarray(0, 80), 'tidak dapat dibaca'],
  ['a picture that is too large', () => Buffer.concat([picture, Buffer.alloc(600_000)]), 'terlalu besar'],
])('refuses %s as emblem', async (_, bytes, why) => {
  const answer = await site.post(address, sent(bytes()), { as: admin })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(why)
  expect((await profile()).profile.papers.emblem).toBeNull()
})

it('is the administrator’s to change', async () => {
  const before = await profile()
  for (const body of [await formOf({}), { form: 'no-emblem' }, sent(picture)])
    expect((await site.post(address, body, { as: clerk })).status).toBe(403)
  expect(await profile()).toEqual(before)
})

it('stays when the profile is saved', async () => {
  const { revision, profile: kept } = await profile()
  const { government, name, shortName, place } = kept
  const input = AgencySettings.parse({ revision, zone: 'Asia/Jakarta', government, name, shortName, place })
  const visitor = await office.hire('Nur', [], ['administrator'])
  expect((await updateAgencySettings({ ...input, visitor, agencyId: 'dispus' }, office.ports)).ok).toBe(true)
  expect((await profile()).profile.papers).toEqual(kept.papers)
})
