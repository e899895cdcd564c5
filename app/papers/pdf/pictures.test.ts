import { describe, expect, it } from 'vitest'
import { componentTable, type Definition, decreePaper, servicePledge, serviceSheet, sopPaper, standingOf } from '#engine'
import type { Publication } from '#engine/papers/index.ts'
import { aDefinition } from '#test/builders/definition.ts'
import {
  aBranchedSop,
  aFullSop,
  aFullStandard,
  anAgencyProfile,
  anUnsetPublication,
  aPublication,
  aReplacedPublication,
} from '#test/builders/papers.ts'
import { awkward } from '#test/engine/awkward-matrices.ts'
import { differencesFrom } from '#test/support/pdf-pictures.ts'
import { componentParts, decreeParts, type PdfPart, pledgeParts, sheetParts, sopParts } from './parts.ts'
import { pdfOf } from './pdf.server.ts'

const agency = anAgencyProfile()
const layout = agency.papers
const inForce = aPublication()
const empty = aDefinition({ title: 'Standar kosong', kind: 'sop', nodes: [], edges: [], lanes: [], sop: {} })
const longTitle = `Izin ${'Penyelenggaraan Keramaian Umum di Jalan dan Lapangan '.repeat(4)}`.trim().slice(0, 200)

const aDecreeWith = (decree: object): Definition => {
  const full = aFullStandard()
  return { ...full, decree: { ...full.decree, ...decree } } as Definition
}

function decree(definition = aFullStandard(), publication: Publication = inForce, printedAs = layout): PdfPart[] {
  const content = decreePaper(definition, publication, agency)
  if (!content) throw new Error('the definition holds no decree text')
  return decreeParts(content, [{ table: componentTable(definition, publication, agency), sop: null }], printedAs)
}

function decreeOfThree(): PdfPart[] {
  const content = decreePaper(aFullStandard(), inForce, agency)
  if (!content) throw new Error('the definition holds no decree text')
  const tables = [aFullStandard(), aFullStandard('Peminjaman Alat')].map((one) => componentTable(one, inForce, agency))
  return decreeParts(
    content,
    [...tables.map((table) => ({ table, sop: null })), { table: null, sop: sopPaper(aFullSop(), inForce, agency) }],
    layout,
  )
}

function pledge(): PdfPart[] {
  const content = servicePledge(aFullStandard(), inForce, agency)
  if (!content) throw new Error('the standard is not set')
  return pledgeParts(content, layout)
}

const sheet = (definition: Definition, publication = inForce) => sheetParts(serviceSheet(definition, publication, agency), layout)
const sop = (definition: Definition, publication = inForce, profile = agency) =>
  sopParts(sopPaper(definition, publication, profile))
const drawn = (name: string) => {
  const flow = awkward[name]
  if (!flow) throw new Error(`no awkward matrix is called ${name}`)
  return sopParts({ ...sopPaper(aFullSop(), inForce, agency), ...flow }).filter(({ kind }) => kind === 'matrix')
}

const fourteen = Array.from(
  { length: 14 },
  (_, index) => `Peraturan Daerah Nomor ${index + 1} Tahun ${2010 + index} tentang Pelayanan;`,
)
const f4 = { ...layout, decree: { paper: 'F4' as const, margins: { top: 25, right: 20, bottom: 25, left: 30 } } }
const otherwise = anAgencyProfile({
  papers: {
    matrix: {
      paper: 'F4',
      columns: ['number', 'lanes', 'activity', 'requirements', 'time', 'output'],
      headings: { standard: 'Pendukung' },
      columnNumbers: true,
    },
    sop: { identity: ['name', 'number', 'madeOn', 'revisedOn', 'effectiveOn', 'approvedBy'] },
  },
})

/** Every kind of paper, and those that are awkward to set. */
const papers: Record<string, () => PdfPart[]> = {
  'sheet-in-force': () => sheet(aFullStandard()),
  'sheet-superseded': () => sheet(aFullStandard(), aReplacedPublication()),
  'sheet-without-clauses': () => sheet(aDefinition({ title: 'Standar kosong' })),
  'sheet-long-title': () => sheet(aFullStandard(longTitle)),
  'components-in-force': () => componentParts(componentTable(aFullStandard(), inForce, agency), layout),
  'components-empty': () => componentParts(componentTable(empty, anUnsetPublication(), agency), layout),
  'decree-in-force': () => decree(),
  'decree-not-set': () => decree(aFullStandard(), anUnsetPublication()),
  'decree-of-14-legal-bases-on-f4': () => decree(aDecreeWith({ recalling: fourteen }), inForce, f4),
  'decree-of-three-lampiran': decreeOfThree,
  'pledge-in-force': pledge,
  'sop-in-force': () => sop(aFullSop()),
  'sop-with-branches': () => sop(aBranchedSop()),
  'sop-of-a-service': () => sop(aFullStandard()),
  'sop-empty-boxes': () => sop(empty, anUnsetPublication()),
  'sop-as-another-agency-prints-it': () => sop(aFullSop(), inForce, otherwise),
  'matrix-ten-lanes': () => drawn('ten lanes'),
  'matrix-four-pages-six-lines': () => drawn('four pages with six lines across them'),
}

async function pdf(parts: readonly PdfPart[]): Promise<Uint8Array> {
  const code = 'ABCDEF-GHJKLM-NPQRST'
  const mark = { code, address: `https://baku.example.go.id/cek/${code}` }
  return pdfOf({ title: 'Naskah', author: agency.name, standing: standingOf(inForce), emblem: null, ...mark, parts })
}

describe('as a picture', () => {
  it.each(Object.entries(papers))('%s looks as approved', async (name, parts) => {
    const file = await pdf(parts())
    expect(await differencesFrom('test/golden/pdf', name, file)).toEqual([])
    expect(Buffer.from(file).toString('latin1'), 'it says that screen readers can read it').toContain('pdfuaid')
  })

  it('a page that says another word is told from the approved one', async () => {
    const other = aFullStandard()
    const changed = { ...other, components: { ...other.components, products: { items: ['Surat izin ruang'] } } } as Definition
    expect(await differencesFrom('test/golden/pdf', 'sheet-in-force', await pdf(sheet(changed)), false)).not.toEqual([])
  })
})
