import { AlignmentType, Paragraph, Table, TableRow, TextRun, WidthType } from 'docx'
import type { EmblemFile } from '#app/papers/emblem-file.ts'
import { landscape, type PaperMeasures, portrait } from '#app/papers/measures.ts'
import { bannerLine, factsOf } from '#app/papers/standing-words.ts'
import {
  type ComponentTable,
  type DecreePaper,
  type Lampiran,
  type PaperLayout,
  printNip,
  romanNumeral,
  type ServicePledge,
  type ServiceSheet,
  type Signatory,
  type SopPaper,
} from '#engine/papers/index.ts'
import type { ListCount } from './lists.ts'
import { cell, componentRows, legend, overviewRow, stepRows, wholeTable } from './tables.ts'
import {
  asItems,
  banner,
  blank,
  blocks,
  bold,
  centred,
  emblemAlone,
  facts,
  heading,
  letterhead,
  lines,
  noBorders,
  office,
  paragraph,
  sizes,
} from './words.ts'

/** A stretch of pages of one size. */
export type DocxSection = { paper: PaperMeasures; children: readonly (Paragraph | Table)[] }

/** What all parts of a document share: how the agency prints, its emblem, and the count of lists. */
export type DocxSetting = { layout: PaperLayout; emblem: EmblemFile | null; count: ListCount }

export function sheetSections(sheet: ServiceSheet, { layout, emblem, count }: DocxSetting): DocxSection[] {
  const paper = portrait(layout.standard)
  return [
    {
      paper,
      children: [
        ...letterhead(sheet.letterhead, emblem),
        ...banner(bannerLine(sheet.standing)),
        paragraph('STANDAR PELAYANAN'),
        heading(1, sheet.title),
        facts(factsOf(sheet.standing)),
        ...[sheet.summary, sheet.unit].flatMap((words) => (words ? [paragraph(words)] : [])),
        ...(sheet.overview ? [overviewRow(sheet.overview, paper)] : []),
        ...sheet.sections.flatMap((section) => [
          heading(2, `${section.number}. ${section.heading}`),
          ...blocks(section.blocks, count),
        ]),
      ],
    },
  ]
}

export function componentSections(table: ComponentTable, { layout, emblem, count }: DocxSetting): DocxSection[] {
  const paper = portrait(layout.standard)
  const kind = table.ordinal ? `${table.ordinal}. Standar Pelayanan` : 'Standar Pelayanan'
  return [
    {
      paper,
      children: [
        ...letterhead(table.letterhead, emblem),
        ...banner(bannerLine(table.standing)),
        centred(kind.toUpperCase()),
        heading(1, table.title, { alignment: AlignmentType.CENTER }),
        facts(factsOf(table.standing), { alignment: AlignmentType.CENTER }),
        paragraph(`Standar ${table.title}`),
        componentRows(table, paper, count),
      ],
    },
  ]
}

/** The SOP: identity page, then the steps on pages of their own. */
export function sopSections(sop: SopPaper, { emblem, count }: DocxSetting): DocxSection[] {
  const paper = landscape(sop.matrix)
  const identity = sop.identity
    ? sop.identity.flatMap((row) => (row.key === 'approvedBy' ? approver(row) : [named(row.name, row.value || '–')]))
    : factsOf(sop.standing).map(({ name, value }) => named(name, value))
  const cover = [
    ...banner(bannerLine(sop.standing)),
    heading(1, `Standar Operasional Prosedur ${sop.title}`, {}, sizes.government),
    wholeTable(
      [
        {
          cells: [
            cell({ width: 50, middle: true, children: [...emblemAlone(emblem), ...office(sop.letterhead)] }),
            cell({ width: 50, children: identity }),
          ],
        },
        ...pairs(sop.boxes).map((pair) => ({
          cells: pair.map((box) =>
            cell({ width: 50, children: box ? [bold(box.heading.toUpperCase()), ...blocks(box.blocks, count)] : [] }),
          ),
        })),
      ],
      paper,
      [50, 50],
    ),
  ]
  const steps = sop.steps.length > 0 ? [{ paper, children: [stepRows(sop, paper, count), paragraph(legend)] }] : []
  return [{ paper, children: cover }, ...steps]
}

function named(name: string, value: string): Paragraph {
  return new Paragraph({
    spacing: { after: 60 },
    children: [new TextRun({ text: `${name}: ` }), new TextRun({ text: value, bold: true })],
  })
}

function approver({ name, value }: { name: string; value: Signatory | null }): Paragraph[] {
  return value ? [paragraph(name), ...signatureLines(value, null)] : [paragraph(`${name}: –`)]
}

const pairs = <T>(list: readonly T[]): (readonly [T | undefined, T | undefined])[] =>
  list.flatMap((one, index) => (index % 2 === 0 ? [[one, list[index + 1]] as const] : []))

/** The maklumat: what the head of the unit promises. */
export function pledgeSections(pledge: ServicePledge, { layout, emblem, count }: DocxSetting): DocxSection[] {
  const { standard, signatory } = pledge
  const promised = `Standar Pelayanan ${standard.title}, Keputusan ${standard.office} Nomor ${standard.number} tanggal ${standard.signedOn}`
  return [
    {
      paper: portrait(layout.standard),
      children: [
        ...letterhead(pledge.letterhead, emblem),
        ...banner(bannerLine(pledge.standing)),
        heading(1, pledge.title.toUpperCase(), { alignment: AlignmentType.CENTER }),
        centred(promised),
        paragraph(pledge.opening, { spacing: { before: 300, after: 120 } }),
        ...lines('number', asItems(pledge.promises), count),
        ...signature({ place: pledge.place, signedOn: pledge.signedOn, signatory, office: signatory.title }, true),
      ],
    },
  ]
}

/** The decree with what it sets as its lampiran. */
export function decreeSections(decree: DecreePaper, lampiran: readonly Lampiran[], setting: DocxSetting): DocxSection[] {
  const { layout, emblem, count } = setting
  const paper = portrait(layout.decree)
  const by = decree.office ?? blank
  const number = decree.number ?? blank
  const text = [
    ...letterhead(decree.letterhead, emblem),
    ...banner(bannerLine(decree.standing)),
    heading(1, `Keputusan ${by}`.toUpperCase(), { alignment: AlignmentType.CENTER }, sizes.heading),
    centred(`NOMOR : ${number}`),
    centred('TENTANG'),
    centred(decree.about.toUpperCase()),
    centred(`${by.toUpperCase()},`),
    parts([
      ['Menimbang', lines('letter', asItems(decree.considering), count)],
      ...(decree.recalling.length > 0
        ? [['Mengingat', lines('number', asItems(decree.recalling), count)] as [string, Paragraph[]]]
        : []),
    ]),
    centred('M E M U T U S K A N :', { bold: true }),
    parts([
      ['Menetapkan', [paragraph(decree.decides)]],
      ...decree.dictums.map(({ ordinal, text: words }): [string, Paragraph[]] => [ordinal, [paragraph(words)]]),
    ]),
    ...signature(decree, true),
    ...(decree.copies.length > 0 ? [paragraph('Tembusan, Yth. :'), ...lines('number', asItems(decree.copies), count)] : []),
  ]
  const attachments = lampiran.flatMap(({ table, sop }, index) => {
    if (table) return [attachmentOf(decree, table, index + 1, paper, count)]
    return sop ? sopSections(sop, setting) : []
  })
  return [{ paper, children: text }, ...attachments]
}

function attachmentOf(
  decree: DecreePaper,
  table: ComponentTable,
  number: number,
  paper: PaperMeasures,
  count: ListCount,
): DocxSection {
  const left = { indent: { left: 4800 } }
  return {
    paper,
    children: [
      heading(1, `LAMPIRAN ${romanNumeral(number)}`, left, sizes.heading),
      paragraph(`KEPUTUSAN ${(decree.office ?? blank).toUpperCase()}`, left),
      paragraph(`NOMOR : ${decree.number ?? blank}`, left),
      paragraph(`TENTANG : ${decree.about.toUpperCase()}`, left),
      centred(`Standar Pelayanan ${table.title}`.toUpperCase(), { bold: true }),
      componentRows(table, paper, count),
      ...signature(decree, false),
    ],
  }
}

/** Names on the left, their words on the right, without lines. */
function parts(rows: readonly [string, readonly Paragraph[]][]): Table {
  const plain = wholeRows(rows)
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: noBorders, rows: plain })
}

function wholeRows(rows: readonly [string, readonly Paragraph[]][]) {
  return rows.map(
    ([name, children]) =>
      new TableRow({
        children: [
          cell({ width: 20, children: [paragraph(name)] }),
          cell({ width: 3, children: [paragraph(':')] }),
          cell({ width: 77, children }),
        ],
      }),
  )
}

type Signed = Pick<DecreePaper, 'place' | 'signedOn' | 'signatory' | 'office'>

function signature({ place, signedOn, signatory, office }: Signed, dated: boolean): Paragraph[] {
  const left = { indent: { left: 4800 } }
  return [
    ...(dated
      ? [
          paragraph(`Ditetapkan di ${place}`, { ...left, spacing: { before: 200 } }),
          paragraph(`pada tanggal ${signedOn ?? blank}`, left),
        ]
      : []),
    ...signatureLines(signatory, office),
  ]
}

function signatureLines(signatory: Signatory | null, office: string | null): Paragraph[] {
  const left = { indent: { left: office === null ? 0 : 4800 }, keepNext: true }
  return [
    paragraph((signatory?.title ?? office ?? blank).toUpperCase(), { ...left, spacing: { before: 120, after: 900 } }),
    new Paragraph({ ...left, children: [new TextRun({ text: signatory?.name ?? blank, bold: true })] }),
    ...(signatory?.rank ? [paragraph(signatory.rank, left)] : []),
    ...(signatory?.nip ? [paragraph(`NIP. ${printNip(signatory.nip)}`, { ...left, keepNext: false })] : []),
  ]
}
