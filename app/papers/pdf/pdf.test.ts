import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { Definition } from '#engine'
import { unprintableIn } from '#engine/definition/printable.ts'
import { componentTable, decreePaper, servicePledge, serviceSheet, sopPaper, standingOf } from '#engine/papers/index.ts'
import {
  aBranchedSop,
  aFullSop,
  aFullStandard,
  anAgencyProfile,
  anUnsetPublication,
  aPublication,
  aReplacedPublication,
} from '#test/builders/papers.ts'
import { componentParts, decreeParts, type PdfPart, pledgeParts, sheetParts, sopParts } from './parts.ts'
import { pdfOf } from './pdf.server.ts'

const agency = anAgencyProfile()
const layout = agency.papers
const code = 'ABCDEF-GHJKLM-NPQRST'
const address = `https://baku.example.go.id/cek/${code}`
const set = async (parts: readonly PdfPart[], publication = aPublication()) =>
  pdfOf({
    title: 'Peminjaman Ruang Baca',
    author: agency.name,
    standing: standingOf(publication),
    emblem: null,
    code,
    address,
    parts,
  })

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  return text.map((page) => page.replaceAll(/\s+/g, ' '))
}

const words = async (parts: readonly PdfPart[], publication = aPublication()) =>
  (await pagesOf(await set(parts, publication))).join(' ')
const sheetOf = (definition: Definition, publication = aPublication()) =>
  sheetParts(serviceSheet(definition, publication, agency), layout)

describe('papers as PDF', () => {
  it('say on the sheet what the sheet says on the screen, numbered by themselves', async () => {
    const text = await words(sheetOf(aFullStandard()))
    expect(text).toContain('DINAS PERPUSTAKAAN')
    expect(text).toMatch(/Mengajukan permohonan .*2 persyaratan .*Izin pemakaian ruang/)
    expect(text).toContain('1. Persyaratan')
    expect(text).toContain('Ruang besar: Rp1.250.000 per hari')
    expect(text).toMatch(/Halaman 1 dari [12]/)
    expect(text).toContain('Versi 2 · Nomor 7 /TAHUN 2026')
  })

  it('hold all fourteen components in their table', async () => {
    const text = await words(componentParts(componentTable(aFullStandard(), aPublication(), agency), layout))
    for (const heading of ['Penyampaian Pelayanan', 'Pengelolaan Pelayanan', 'Evaluasi Kinerja Pelaksana'])
      expect(text).toContain(heading)
  })

  it('set the decree part by part, and what it sets as its lampiran, each part on pages of its own', async () => {
    const decree = decreePaper(aFullStandard(), aPublication(), agency)
    if (!decree) throw new Error('the definition holds no decree text')
    const table = componentTable(aFullStandard(), aPublication(), agency)
    const pages = await pagesOf(
      await set(
        decreeParts(
          decree,
          [
            { table, sop: null },
            { table, sop: null },
          ],
          layout,
        ),
      ),
    )
    expect(pages[0]).toMatch(/Menimbang : a\. bahwa perlu acuan; .* Mengingat : 1\. Undang-Undang/)
    expect(pages[0]).toMatch(/KESATU : Menetapkan standar/)
    expect(pages[0]).toContain('NIP. 19700101 200003 1 001')
    expect(pages[1]).toContain('LAMPIRAN I')
    expect(pages.some((page) => page.includes('LAMPIRAN II'))).toBe(true)
  })

  it('promise on one page, over the name of who signed', async () => {
    const pledge = servicePledge(aFullStandard(), aPublication(), agency)
    if (!pledge) throw new Error('the standard is not set')
    const pages = await pagesOf(await set(pledgeParts(pledge, layout)))
    expect(pages).toHaveLength(1)
    expect(pages[0]).toMatch(/MAKLUMAT PELAYANAN .* 1\. sanggup .* 2\. memberikan .* 3\. bersedia/)
    expect(pages[0]).toMatch(/Kota Contoh, 17 Maret 2026 .* ASHA WIDYA, S\.Sos/)
  })

  it('draw the matrix with its words, on landscape pages after the identity page', async () => {
    const pages = await pagesOf(await set(sopParts(sopPaper(aFullSop(), aPublication(), agency))))
    expect(pages[0]).toContain('010 / SOP / 2026')
    expect(pages[0]).toContain('PERALATAN / PERLENGKAPAN')
    expect(pages[1]).toMatch(/No Kegiatan .*Kelengkapan Waktu Output/)
    expect(pages[1]).toContain('Tidak lengkap')
    expect(pages.at(-1)).toContain(`Halaman ${pages.length} dari ${pages.length}`)
  })

  it('say plainly what is not set, and what took the place of what is superseded', async () => {
    expect(await words(sheetOf(aFullStandard(), anUnsetPublication()), anUnsetPublication())).toContain('Belum ditetapkan.')
    const text = await words(sheetOf(aFullStandard(), aReplacedPublication()), aReplacedPublication())
    expect(text).toContain('diganti dengan SK Nomor 12 /TAHUN 2027')
  })

  it('take words for words, whatever the typesetter could read in them', async () => {
    const title = 'Izin #let x = 1; $ \\ *tebal* _miring_ <label> @acuan "kutip" // catatan'
    expect(await words(sheetOf(aFullStandard(title)))).toContain(title)
  })

  it('print every letter that a standard may be set with', async () => {
    const letters = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code))
    const all = letters.filter((letter) => /\P{C}/u.test(letter) && unprintableIn(letter) === null)
    expect(all.length).toBeGreaterThan(900)
    const title = all.filter((letter) => !/\s/u.test(letter)).join(' ')
    const sheet = { ...serviceSheet(aFullStandard(), aPublication(), agency), title }
    expect(Buffer.from(await set(sheetParts(sheet, layout))).toString('latin1')).toContain('pdfuaid')
  })

  it('print a letter that the typeface lacks as a box, and the paper all the same', async () => {
    expect(await words(sheetOf(aFullStandard('Izin 🎉 Keramaian')))).toMatch(/Izin .* Keramaian/)
  })

  it('bear their code in the foot of every page, and in plain letters twice in the file', async () => {
    const pdf = await set(sopParts(sopPaper(aFullSop(), aPublication(), agency)))
    for (const page of await pagesOf(pdf)) expect(page).toContain(`Kode cek ${code}`)
    expect(Buffer.from(pdf).toString('latin1').split(code).length - 1).toBeGreaterThanOrEqual(2)
  })

  it('embed their typeface', async () => {
    const pdf = Buffer.from(await set(sopParts(sopPaper(aBranchedSop(), aPublication(), agency)))).toString('latin1')
    expect(pdf).toMatch(/Arimo/)
    expect(pdf).toMatch(/FontFile[23]/)
  })

  it('say their structure to a screen reader, and the matrix in words', async () => {
    const sop = sopPaper(aFullSop(), aPublication(), agency)
    const file = await getDocumentProxy(new Uint8Array(await set(sopParts(sop))))
    expect(await file.getMarkInfo()).toMatchObject({ Marked: true })
    const trees = await Promise.all([1, 2].map(async (number) => (await file.getPage(number)).getStructTree()))
    const [identity, matrix] = trees.map((tree) => JSON.stringify(tree))
    expect(identity).toContain('"role":"H1"')
    expect(identity).toContain('"role":"Table"')
    expect(matrix).toContain('"role":"Figure"')
    expect(matrix).toContain(sop.steps[0]?.activity)
  })

  it('are the same bytes for the same content', async () => {
    const once = () => set(sheetOf(aFullStandard()))
    const first = Buffer.from(await once())
    expect(first.equals(Buffer.from(await once()))).toBe(true)
    expect(first.toString('latin1'), 'the moment it was made').not.toMatch(/CreationDate|ModDate|xmp:CreateDate/)
  })
})
