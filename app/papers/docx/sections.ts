import { AlignmentType, Paragraph, Table, TableRow, TextRun, WidthType } from 'docx'
import { bannerLine, factsOf } from '#app/papers/standing-words.ts'
import {
  type ComponentTable,
  type DecreePaper,
  printNip,
  romanNumeral,
  type ServicePledge,
  type ServiceSheet,
  type Signatory,
  type SopPaper,
} from '#engine/papers/index.ts'
import type { ListCount } from './lists.ts'
import { cell, componentRows, legend, stepRows, wholeTable } from './tables.ts'
import {
  asItems,
  banner,
  blank,
  blocks,
  bold,
  centred,
  facts,
  heading,
  letterhead,
  lines,
  office,
  paragraph,
  sizes,
} from './words.ts'

/** A stretch of pages that lie one way. */
export type DocxSection = { landscape: boolean; children: readonly (Paragraph | Table)[] }

export function sheetSections(sheet: ServiceSheet, count: ListCount): DocxSection[] {
  return [
    {
      landscape: false,
      children: [
        ...letterhead(sheet.letterhead),
        ...banner(bannerLine(sheet.standing)),
        paragraph('STANDAR PELAYANAN'),
        heading(1, sheet.title),
        facts(factsOf(sheet.standing)),
        ...[sheet.summary, sheet.unit].flatMap((words) => (words ? [paragraph(words)] : [])),
        ...sheet.sections.flatMap((section) => [
          heading(2, `${section.number}. ${section.heading}`),
          ...blocks(section.blocks, count),
        ]),
      ],
    },
  ]
}

export function componentSections(table: ComponentTable, count: ListCount): DocxSection[] {
  const kind = table.ordinal ? `${table.ordinal}. Standar Pelayanan` : 'Standar Pelayanan'
  return [
    {
      landscape: false,
      children: [
        ...letterhead(table.letterhead),
        ...banner(bannerLine(table.standing)),
        centred(kind.toUpperCase()),
        heading(1, table.title, { alignment: AlignmentType.CENTER }),
        facts(factsOf(table.standing), { alignment: AlignmentType.CENTER }),
        paragraph(`Standar ${table.title}`),
        componentRows(table, count),
      ],
    },
  ]
}

/** The SOP: identity page, then the steps on pages of their own. */
export function sopSections(sop: SopPaper, count: ListCount): DocxSection[] {
  const { identity } = sop
  const rows = identity
    ? [
        ['Nomor SOP', identity.number],
        ['Tanggal Pembuatan', identity.madeOn],
        ['Tanggal Revisi', identity.revisedOn],
        ['Tanggal Efektif', identity.effectiveOn],
        ['Nama SOP', identity.name],
      ]
    : factsOf(sop.standing).map(({ name, value }) => [name, value])
  const cover = [
    ...banner(bannerLine(sop.standing)),
    heading(1, `Standar Operasional Prosedur ${sop.title}`, {}, sizes.government),
    wholeTable(
      [
        {
          cells: [
            cell({ width: 50, middle: true, children: office(sop.letterhead) }),
            cell({
              width: 50,
              children: [
                ...rows.map(([name, value]) => named(name ?? '', value || '–')),
                ...approver(identity?.signatory ?? null),
              ],
            }),
          ],
        },
        ...pairs(sop.boxes).map((pair) => ({
          cells: pair.map((box) =>
            cell({ width: 50, children: box ? [bold(box.heading.toUpperCase()), ...blocks(box.blocks, count)] : [] }),
          ),
        })),
      ],
      'landscape',
      [50, 50],
    ),
  ]
  const steps = sop.steps.length > 0 ? [{ landscape: true, children: [stepRows(sop, count), paragraph(legend)] }] : []
  return [{ landscape: true, children: cover }, ...steps]
}

function named(name: string, value: string): Paragraph {
  return new Paragraph({
    spacing: { after: 60 },
    children: [new TextRun({ text: `${name}: ` }), new TextRun({ text: value, bold: true })],
  })
}

function approver(signatory: Signatory | null): Paragraph[] {
  return signatory ? [paragraph('Disahkan oleh'), ...signatureLines(signatory, null)] : [paragraph('Disahkan oleh: –')]
}

const pairs = <T>(list: readonly T[]): (readonly [T | undefined, T | undefined])[] =>
  list.flatMap((one, index) => (index % 2 === 0 ? [[one, list[index + 1]] as const] : []))

/** The maklumat: what the head of the unit promises. */
export function pledgeSections(pledge: ServicePledge, count: ListCount): DocxSection[] {
  const { standard, signatory } = pledge
  const promised = `Standar Pelayanan ${standard.title}, Keputusan ${standard.office} Nomor ${standard.number} tanggal ${standard.signedOn}`
  return [
    {
      landscape: false,
      children: [
        ...letterhead(pledge.letterhead),
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
export function decreeSections(
  decree: DecreePaper,
  set: { table: ComponentTable | null; sop: SopPaper | null },
  count: ListCount,
): DocxSection[] {
  const by = decree.office ?? blank
  const number = decree.number ?? blank
  const text = [
    ...letterhead(decree.letterhead),
    ...banner(bannerLine(decree.standing)),
    heading(1, `Keputusan ${by}`.toUpperCase(), { alignment: AlignmentType.CENTER }, sizes.heading),
    centred(`NOMOR : ${number}`),
    centred('TENTANG'),
    centred(decree.about.toUpperCase()),
    centred(`${by.toUpperCase()},`),
    parts([
      ['Menimbang', lines('letter', asItems(decree.considering), count)],
      ['Mengingat', lines('number', asItems(decree.recalling), count)],
    ]),
    centred('M E M U T U S K A N :', { bold: true }),
    parts([
      ['Menetapkan', [paragraph(decree.decides)]],
      ...decree.dictums.map(({ ordinal, text: words }): [string, Paragraph[]] => [ordinal, [paragraph(words)]]),
    ]),
    ...signature(decree, true),
    ...(decree.copies.length > 0 ? [paragraph('Tembusan, Yth. :'), ...lines('number', asItems(decree.copies), count)] : []),
  ]
  const attachment = set.table ? [attachmentOf(decree, set.table, count)] : []
  return [{ landscape: false, children: text }, ...attachment, ...(set.sop ? sopSections(set.sop, count) : [])]
}

function attachmentOf(decree: DecreePaper, table: ComponentTable, count: ListCount): DocxSection {
  const left = { indent: { left: 4800 } }
  return {
    landscape: false,
    children: [
      heading(1, `LAMPIRAN ${romanNumeral(1)}`, left, sizes.heading),
      paragraph(`KEPUTUSAN ${(decree.office ?? blank).toUpperCase()}`, left),
      paragraph(`NOMOR : ${decree.number ?? blank}`, left),
      paragraph(`TENTANG : ${decree.about.toUpperCase()}`, left),
      centred(`Standar Pelayanan ${table.title}`.toUpperCase(), { bold: true }),
      componentRows(table, count),
      ...signature(decree, false),
    ],
  }
}

/** Names on the left, their words on the right, without lines. */
function parts(rows: readonly [string, readonly Paragraph[]][]): Table {
  const none = { style: 'none', size: 0, color: 'auto' } as const
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
  const plain = wholeRows(rows)
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders, rows: plain })
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
