import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, it } from 'vitest'
import { anOffice } from '#test/builders/office.ts'
import { aFullSop, aFullStandard } from '#test/builders/papers.ts'
import { storeStandard } from '#test/builders/stored.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
const home = '/standar/dispus/ruang'
let site: Site

beforeAll(async () => {
  const { ports } = await anOffice(opened, ['clerk'], 'dispus')
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'ruang' }, [
    { status: 'superseded', definition: aFullStandard('Ruang Baca Lama'), decree: '1 /TAHUN 2026', supersededBy: 2 },
    { status: 'published', definition: aFullStandard('Ruang Baca'), decree: '2 /TAHUN 2026' },
    { status: 'draft', definition: aFullStandard('Rancangan Rahasia') },
  ])
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'alur' }, [
    { status: 'published', definition: aFullSop(), decree: '3 /TAHUN 2026' },
  ])
  site = await aSite(ports)
})

async function wordsOf(path: string): Promise<string> {
  const answer = await site.ask(path)
  expect(answer.headers.get('Content-Type')).toBe('application/pdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())), { mergePages: true })
  return text.replaceAll(/\s+/g, ' ')
}

it.each(['lembar', 'komponen', 'sop', 'sk'])(
  'gives the paper %s of the standard in force as PDF and as a document',
  async (paper) => {
    expect(await wordsOf(`${home}/${paper}.pdf`)).toMatch(/Ruang Baca/i)
    const document = await site.ask(`${home}/${paper}.docx`)
    expect(document.status).toBe(200)
    expect(document.headers.get('Content-Disposition')).toBe(`attachment; filename="ruang-${paper}-v2.docx"`)
  },
)

it('P4: gives a version its own paper, which says what took its place', async () => {
  const text = await wordsOf(`${home}/v/1/lembar.pdf`)
  expect(text).toContain('Ruang Baca Lama')
  expect(text).toContain('Tidak berlaku lagi.')
  expect(text).toContain('2 /TAHUN 2026')
})

it('V18: gives nothing of a draft, and no paper that the standard does not have', async () => {
  const missing = [
    `${home}/v/3/lembar.pdf`,
    `${home}/v/3/sop.docx`,
    '/standar/dispus/alur/lembar.pdf',
    '/standar/dispus/tiada/sop.pdf',
  ]
  for (const path of missing) expect((await site.ask(path)).status, path).toBe(404)
})

it('offers only files that are there: no decree where its text is not kept here', async () => {
  const page = await (await site.ask(`${home}/sk`)).text()
  expect(page).toContain(`href="${home}/sk.pdf"`)
  const without = aFullStandard('Tanpa Naskah')
  without.decree = null
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'tanpa' }, [
    { status: 'published', definition: without, decree: '4 /TAHUN 2026' },
  ])
  expect(await (await site.ask('/standar/dispus/tanpa/sk')).text()).not.toContain('sk.pdf')
  expect((await site.ask('/standar/dispus/tanpa/sk.pdf')).status).toBe(404)
})

it('serves a kept paper as it was made', async () => {
  const bytes = async () => Buffer.from(await (await site.ask(`${home}/komponen.pdf`)).arrayBuffer())
  const first = await bytes()
  expect(first.equals(await bytes())).toBe(true)
  expect((await site.ask(`${home}/komponen.pdf`)).headers.get('X-Cache')).toBe('hit')
})
