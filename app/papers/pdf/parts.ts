import { bannerLine, factsOf } from '#app/papers/standing-words.ts'
import {
  type ComponentTable,
  type DecreePaper,
  layoutMatrix,
  type MatrixDrawing,
  type MatrixOptions,
  officialMatrix,
  pageWords,
  printNip,
  romanNumeral,
  type ServicePledge,
  type ServiceSheet,
  type Signatory,
  type SopPaper,
} from '#engine/papers/index.ts'

/** A stretch of pages of one size, with what stands on them. `kind` names the function of the template. */
export type PdfPart = { kind: string; paper: { width: number; height: number; margin: number }; content: unknown }

const portrait = { width: 210, height: 297, margin: 20 }
const landscape = { width: 297, height: 210, margin: 14 }

export function sheetParts(sheet: ServiceSheet): PdfPart[] {
  return [
    { kind: 'sheet', paper: portrait, content: { ...sheet, banner: bannerLine(sheet.standing), facts: factsOf(sheet.standing) } },
  ]
}

export function componentParts(table: ComponentTable): PdfPart[] {
  return [{ kind: 'components', paper: portrait, content: tableContent(table) }]
}

function tableContent(table: ComponentTable) {
  const kind = table.ordinal ? `${table.ordinal}. Standar Pelayanan` : 'Standar Pelayanan'
  return { ...table, kind, banner: bannerLine(table.standing), facts: factsOf(table.standing) }
}

/** The SOP: its identity page, then the matrix. */
export function sopParts(sop: SopPaper, options: MatrixOptions = officialMatrix): PdfPart[] {
  const { identity } = sop
  const rows = identity
    ? [
        { name: 'Nomor SOP', value: identity.number },
        { name: 'Tanggal Pembuatan', value: identity.madeOn },
        { name: 'Tanggal Revisi', value: identity.revisedOn },
        { name: 'Tanggal Efektif', value: identity.effectiveOn },
        { name: 'Nama SOP', value: identity.name },
      ]
    : factsOf(sop.standing)
  const content = {
    ...sop,
    banner: bannerLine(sop.standing),
    identity: rows.map(({ name, value }) => ({ name, value: value || '–' })),
    signatory: signatoryOf(identity?.signatory ?? null),
  }
  return [{ kind: 'sop-identity', paper: landscape, content }, ...matrixParts(sop, options)]
}

function matrixParts(sop: SopPaper, options: MatrixOptions): PdfPart[] {
  if (sop.steps.length === 0 || sop.lanes.length === 0) return []
  const drawing = layoutMatrix(sop, options)
  return [{ kind: 'matrix', paper: landscape, content: { drawing: withWords(sop, drawing, options) } }]
}

/** Each page bears its steps in words, for whoever cannot see the drawing. */
function withWords(sop: SopPaper, drawing: MatrixDrawing, { margin }: MatrixOptions) {
  const pages = drawing.pages.map((page) => {
    const { title, description } = pageWords(sop, drawing, page)
    return { ...page, words: `${title}\n${description}` }
  })
  return { ...drawing, pages, paper: { ...drawing.paper, margin } }
}

/** The decree with what it sets as its lampiran. */
export function decreeParts(decree: DecreePaper, set: { table: ComponentTable | null; sop: SopPaper | null }): PdfPart[] {
  const blank = '………………………'
  const content = {
    ...decree,
    office: decree.office ?? blank,
    number: decree.number ?? blank,
    banner: bannerLine(decree.standing),
    signatory: signatoryOf(decree.signatory),
  }
  const attachment = { decree: content, numeral: romanNumeral(1) }
  return [
    { kind: 'decree', paper: portrait, content },
    ...(set.table
      ? [{ kind: 'component-attachment', paper: portrait, content: { ...attachment, table: tableContent(set.table) } }]
      : []),
    ...(set.sop ? sopParts(set.sop) : []),
  ]
}

/** The maklumat, on one page to be hung where people are served. */
export function pledgeParts(pledge: ServicePledge): PdfPart[] {
  const content = { ...pledge, banner: bannerLine(pledge.standing), signatory: signatoryOf(pledge.signatory) }
  return [{ kind: 'pledge', paper: portrait, content }]
}

function signatoryOf(signatory: Signatory | null) {
  return signatory && { ...signatory, nip: signatory.nip && printNip(signatory.nip) }
}
