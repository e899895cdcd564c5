import { landscape, type PaperMeasures, portrait } from '#app/papers/measures.ts'
import { bannerLine, factsOf } from '#app/papers/standing-words.ts'
import {
  type ComponentTable,
  type DecreePaper,
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

/** The SOP: its identity page, then the matrix. `attachment` is the decree of which it is a lampiran, with its numeral. */
export function sopParts(sop: SopPaper, attachment: object | null = null): PdfPart[] {
  const rows = sop.identity ?? factsOf(sop.standing).map((fact) => ({ ...fact, key: null }))
  const identity = rows.map(({ key, name, value }) => ({
    name,
    strong: key === 'name',
    value: typeof value === 'string' ? value || '–' : '–',
    signatory: typeof value === 'string' ? null : signatoryOf(value),
  }))
  const content = { ...sop, banner: bannerLine(sop.standing), identity, attachment }
  return [{ kind: 'sop-identity', paper: landscape(sop.matrix), content }, ...matrixParts(sop)]
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
