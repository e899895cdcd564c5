import { beforeAll, beforeEach, expect, it } from 'vitest'
import * as schema from '#db/schema.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

let opened: FreshDatabase
let office: Office
let site: Site
let admin: string
let clerk: string
let book: string

beforeAll(async () => {
  opened = await freshDatabase()
})

beforeEach(async () => {
  office = await anOffice(opened, ['clerk'])
  const { agencyId } = office
  site = await aSite(office.ports)
  await opened.db
    .insert(schema.series)
    .values({ agencyId, id: 'sk', name: 'Keputusan', kind: 'decree', pattern: '{seq} /TAHUN {yyyy}' })
  const signIn = async (name: string, rights: ('administrator' | 'author')[]) => {
    const hired = await office.hire(name, ['clerk'], rights)
    return site.signIn(hired.kind === 'person' ? hired.person.id : '')
  }
  admin = await signIn('Asha', ['administrator'])
  clerk = await signIn('Budi', [])
  book = `/kelola/${agencyId}/buku`
})

const words = async (answer: Response) =>
  (await answer.text())
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
function sent(bytes: Uint8Array<ArrayBuffer>, series = 'sk') {
  const form = new FormData()
  form.append('series', series)
  form.append('file', new File([bytes], 'buku.csv'))
  return form
}
const head = 'Nomor;Tanggal;Tentang;Pejabat\n'

it('shows what a file of an older program would enter, and enters it when it was looked at', async () => {
  const list = `${head}1 /TAHUN 2021;4/1/2021;Standar kaf\u00e9;ASHA\n`
  const shown = await words(await site.post(`${book}/catat`, sent(latin(list)), { as: admin }))
  expect(shown).toContain('Standar kafé')
  expect(shown).toContain('Tahun 2021: terakhir 0, sesudah ini nomor berikutnya 2.')
  expect(await words(await site.ask(`${book}?tahun=2021`, { as: admin }))).toContain('Tidak ada nomor yang cocok')
  const taken = await site.post(`${book}/catat`, { form: 'take', series: 'sk', list }, { as: admin })
  expect(taken.headers.get('Location')).toBe(`${book}?tahun=2021&tersimpan=1`)
  expect(await words(await site.ask(`${book}?tahun=2021`, { as: clerk }))).toMatch(
    /1 \/TAHUN 2021 Impor 4 Januari 2021 .*Berlaku/,
  )
})

it('P13: names the row and column of each wrong cell, and keeps the list to be mended', async () => {
  const list = `${head}1 /TAHUN 2021;kemarin;Standar;ASHA\n2 /SOP;4/1/2021;;ASHA`
  const answer = await site.post(`${book}/catat`, { form: 'list', series: 'sk', list }, { as: admin })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const fault of ['Baris 2, kolom Tanggal: tulis tanggal', 'Baris 3, kolom Tentang: belum diisi'])
    expect(page).toContain(fault)
  expect(page).toContain('1 /TAHUN 2021;kemarin;Standar;ASHA')
})

it.each([
  ['a spreadsheet in its own format', latin('PK\u0003\u0004xl'), 'bukan CSV'],
  ['something that is no text', latin('\u0000\u0001\u0002'), 'bukan CSV'],
  ['nothing', latin(''), 'kosong'],
  ['far too much', latin('x'.repeat(130_000)), 'terlalu besar'],
])('refuses %s with a message', async (_, bytes, message) => {
  const answer = await site.post(`${book}/catat`, sent(bytes), { as: admin })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(message)
})

it('cancels a number with a reason, and asks for one', async () => {
  await site.post(
    `${book}/catat`,
    { form: 'take', series: 'sk', list: `${head}1 /TAHUN 2021;4/1/2021;Standar;ASHA` },
    { as: admin },
  )
  const [entry] = await opened.execute<{ id: string }>('select id from decrees where agency_id = $1', [office.agencyId])
  const cancel = (reason: string, as = admin) =>
    site.post(`${book}?tahun=2021`, { form: 'cancel', id: entry?.id ?? '', reason }, { as })
  expect((await cancel('salah', clerk)).status).toBe(403)
  expect((await cancel(' ')).status).toBe(422)
  expect((await cancel('salah ambil nomor')).headers.get('Location')).toBe(`${book}?tahun=2021&tersimpan=1`)
  expect(await words(await site.ask(`${book}?tahun=2021`, { as: clerk }))).toMatch(
    /1 \/TAHUN 2021 .*Batal Alasan: salah ambil nomor/,
  )
})

it('gives the list as files, and pages for entering only to who keeps the book', async () => {
  const files = await Promise.all(['xlsx', 'pdf'].map((kind) => site.ask(`${book}.${kind}`, { as: clerk })))
  expect(files.map(({ status }) => status)).toEqual([200, 200])
  expect(files.map(({ headers }) => headers.get('Content-Disposition'))).toEqual(
    ['xlsx', 'pdf'].map((kind) => `attachment; filename="buku-register-${office.agencyId}-2026.${kind}"`),
  )
  expect((await site.ask(`${book}/catat`, { as: clerk })).status).toBe(403)
})
