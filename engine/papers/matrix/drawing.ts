import type { RowMark } from './options.ts'

/** A matrix as shapes on pages; every renderer draws papers from these. All lengths are mm from the top left corner. */
export type At = { x: number; y: number }

/** `down` stands upright, read from below. */
export type TextLine = At & { text: string; size: number; bold: boolean; anchor: 'start' | 'middle'; turned?: true }

export type Box = { x: number; y: number; width: number; height: number }

export type DrawnSymbol = Box & { shape: 'capsule' | 'box' | 'diamond'; row: number; level: number; lane: number }

/** One arrow: from the edge of a symbol or connector to the edge of another. */
export type DrawnArrow = { id: string; target: string; exit: string; points: readonly At[] }

export type DrawnLabel = Box & { lines: readonly string[]; row: number }

/** A pentagon that stands for an arrow going on elsewhere; the hint names the page, away from the line. */
export type DrawnConnector = Box & { letter: string; strip: 'above' | 'below'; pointing: 'down' | 'up'; hint: string }

/** A row that differs from another version, over its whole width. */
export type MarkedRow = Box & { row: number; mark: RowMark }

export type MatrixPage = {
  number: number
  /** Rows from `first` (1 for the first of the document). */
  first: number
  count: number
  /** Borders of the table. */
  rules: readonly (readonly [At, At])[]
  texts: readonly TextLine[]
  symbols: readonly DrawnSymbol[]
  /** Short arrows between the symbols of a row. */
  links: readonly (readonly [At, At])[]
  /** Plain lines between the symbols of a step that several lanes do together. */
  joints: readonly (readonly [At, At])[]
  arrows: readonly DrawnArrow[]
  labels: readonly DrawnLabel[]
  connectors: readonly DrawnConnector[]
  marks: readonly MarkedRow[]
}

export type MatrixDrawing = {
  /** Size of the drawn page; `paper` is what it is printed on, smaller where much had to fit. */
  width: number
  height: number
  paper: { width: number; height: number }
  pages: readonly MatrixPage[]
}
