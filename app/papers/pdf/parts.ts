import { landscape, type PaperMeasures, portrait } from '#app/papers/measures.ts'
import { bannerLine, factsOf } from '#app/papers/standing-words.ts'
import {
  type ComponentTable,
  type DecreePaper,
  type IdentityRow,
  type Lampiran,
  layoutMatrix,
  type MatrixDrawing,
  type PaperLayout,
  pageWords,
  printNip,
  romanNumeral,
  type ServicePledge,
  type ServiceSheet,
  type Signatory,
  type SopPaper,
} from '#engine/papers/index.ts'

/** A stretch of pages of one size, in mm, with what stands on them. `kind` names the function of the template. */
export type PdfPart = { kind: string; paper: PaperMeasures; content: unknown }

export function sheetParts(sheet: ServiceSheet, { standard }: PaperLayout): PdfPart[] {
  const content = { ...sheet, banner: bannerLine(sheet.standing), facts: factsOf(sheet.standing) }
  return [{ kind: 'sheet', paper: portrait(standard), content }]
}

export function componentParts(table: ComponentTable, { standard }: PaperLayout): PdfPart[] {
  return [{ kind: 'components', paper: portrait(standard), content: tableContent(table) }]
}

function tableContent(table: ComponentTable) {
  const kind = table.ordinal ? `${table.ordinal}. Standar Pelayanan` : 'Standar Pelayanan'
  return { ...table, kind, banner: bannerLine(table.standing), facts: factsOf(table.standing) }
}

/** The SOP: its first page, then the matrix. `attachment` is the decree of which it is a lampiran, with its numeral. */
export function sopParts(sop: SopPaper, attachment: object | null = null): PdfPart[] {
  const paper = landscape(sop.matrix)
  const content = { ...sop, banner: bannerLine(sop.standing), attachment }
  const first = sop.identity
    ? { kind: 'sop-identity', paper, content: { ...content, identity: sop.identity.map(identityRow) } }
    : { kind: 'sop-steps', paper, content: { ...content, facts: factsOf(sop.standing), rows: stepWords(sop) } }
  return [first, ...matrixParts(sop)]
}

function identityRow({ key, name, value }: IdentityRow) {
  const text = typeof value === 'string' ? value || '–' : '–'
  return { name, strong: key === 'name', value: text, signatory: typeof value === 'string' ? null : signatoryOf(value) }
}

/** The steps of a procedure without an identity page, in words: who does what, in which time, and where it leads. */
function stepWords({ lanes, steps }: SopPaper) {
  const names = new Map(lanes.map(({ id, name }) => [id, name]))
  return steps.map(({ number, activity, lane, joint, time, leadsTo }) => ({
    number,
    activity,
    who: [lane, ...joint].flatMap((id) => names.get(id) ?? []).join(', '),
    time,
    leadsTo,
  }))
}

function matrixParts(sop: SopPaper): PdfPart[] {
  if (sop.steps.length === 0 || sop.lanes.length === 0) return []
  const drawing = layoutMatrix(sop, sop.matrix)
  return [{ kind: 'matrix', paper: landscape(sop.matrix), content: { drawing: withWords(sop, drawing) } }]
}

/** Each page bears its steps in words, for whoever cannot see the drawing. */
function withWords(sop: SopPaper, drawing: MatrixDrawing) {
  const pages = drawing.pages.map((page) => {
    const { title, description } = pageWords(sop, drawing, page)
    return { ...page, words: `${title}\n${description}` }
  })
  return { ...drawing, pages, paper: { ...drawing.paper, margin: sop.matrix.margin } }
}

/** The decree with what it sets as its lampiran. */
export function decreeParts(decree: DecreePaper, lampiran: readonly Lampiran[], layout: PaperLayout): PdfPart[] {
  const paper = portrait(layout.decree)
  const blank = '………………………'
  const content = {
    ...decree,
    office: decree.office ?? blank,
    number: decree.number ?? blank,
    banner: bannerLine(decree.standing),
    signatory: signatoryOf(decree.signatory),
  }
  return [
    { kind: 'decree', paper, content },
    ...lampiran.flatMap(({ table, sop }, index): PdfPart[] => {
      const attachment = { decree: content, numeral: romanNumeral(index + 1) }
      if (table) return [{ kind: 'component-attachment', paper, content: { ...attachment, table: tableContent(table) } }]
      return sop ? sopParts(sop, attachment) : []
    }),
  ]
}

/** The maklumat, on one page to be hung where people are served. */
export function pledgeParts(pledge: ServicePledge, { standard }: PaperLayout): PdfPart[] {
  const content = { ...pledge, banner: bannerLine(pledge.standing), signatory: signatoryOf(pledge.signatory) }
  return [{ kind: 'pledge', paper: portrait(standard), content }]
}

function signatoryOf(signatory: Signatory | null) {
  return signatory && { ...signatory, nip: signatory.nip && printNip(signatory.nip) }
}
