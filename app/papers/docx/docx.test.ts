import { convertToHtml, extractRawText } from 'mammoth'
import { describe, expect, it } from 'vitest'
import { componentTable, decreePaper, serviceSheet, sopPaper, standingOf } from '#engine/papers/index.ts'
import { aFullSop, aFullStandard, anAgencyProfile, aPublication, aSopWithOneTime } from '#test/builders/papers.ts'
import { docxOf } from './docx.server.ts'
import { componentSections, type DocxSection, type DocxSetting, decreeSections, sheetSections, sopSections } from './sections.ts'

const agency = anAgencyProfile()
const standing = standingOf(aPublication())

async function written(sections: (setting: DocxSetting) => readonly DocxSection[]) {
  const address = 'https://baku.example.go.id/cek/abcd'
  const buffer = Buffer.from(
    await docxOf({
      title: 'Peminjaman Ruang Baca',
      author: agency.name,
      standing,
      address,
      layout: agency.papers,
      emblem: null,
      sections,
    }),
  )
  const [text, html] = await Promise.all([extractRawText({ buffer }), convertToHtml({ buffer })])
  return { text: text.value.replaceAll(/\s+/g, ' '), html: html.value }
}

const content = <Paper>(
  make: (
    definition: ReturnType<typeof aFullStandard>,
    publication: ReturnType<typeof aPublication>,
    profile: typeof agency,
  ) => Paper,
) => make(aFullStandard(), aPublication(), agency)

describe('papers as documents to edit', () => {
  it('say on the sheet what the sheet says on the screen, in lists that number themselves', async () => {
    const { text, html } = await written((setting) => sheetSections(content(serviceSheet), setting))
    expect(text).toContain('DINAS PERPUSTAKAAN')
    expect(text).toMatch(/Mengajukan permohonan 2 persyaratan → Bidang Layanan/)
    expect(text).toContain('Ruang besar: Rp1.250.000 per hari')
    expect(html).toContain('<h1>Peminjaman Ruang Baca</h1>')
    expect(html).toContain('<ol><li>Surat permohonan yang ditandatangani.</li><li>Kartu anggota.</li></ol>')
  })

  it('hold the fourteen components in a real table', async () => {
    const { html } = await written((setting) => componentSections(content(componentTable), setting))
    expect(html.match(/<tr>/g)).toHaveLength(1 + 2 + 14)
    expect(html).toContain('<table><thead>')
  })

  it('hold the decree part by part and its lampiran', async () => {
    const decree = content(decreePaper)
    if (!decree) throw new Error('the definition holds no decree text')
    const lampiran = { table: content(componentTable), sop: null }
    const { text } = await written((setting) => decreeSections(decree, [lampiran, lampiran], setting))
    expect(text).toMatch(/Menimbang : bahwa perlu acuan; bahwa berdasarkan/)
    expect(text).toMatch(/KESATU : Menetapkan standar/)
    expect(text).toMatch(/NIP\. 19700101 200003 1 001 Tembusan/)
    expect(text).toContain('LAMPIRAN I KEPUTUSAN')
    expect(text).toContain('LAMPIRAN II KEPUTUSAN')
  })

  it('give steps with one time one cell for it', async () => {
    const sop = sopPaper(aSopWithOneTime(), aPublication(), agency)
    const { html } = await written((setting) => sopSections(sop, setting))
    expect(html.match(/rowspan="2"><p>1 hari kerja/g)).toHaveLength(1)
    expect(html.match(/1 hari kerja/g)).toHaveLength(2)
  })

  it('hold the identity page of an SOP and its steps with who does what and where each leads', async () => {
    const { text, html } = await written((setting) => sopSections(sopPaper(aFullSop(), aPublication(), agency), setting))
    expect(text).toContain('Nomor SOP: 010 / SOP / 2026')
    expect(text).toContain('→ Tidak lengkap: kembali ke no. 1')
    expect(html).toContain('rowspan="2"')
    expect(html).toContain('◊')
  })

  it('begin the count of each list anew', async () => {
    const { html } = await written((setting) => sheetSections(content(serviceSheet), setting))
    expect(html.match(/<ol>/g)?.length).toBeGreaterThan(1)
  })
})
