import type { At, Box, DrawnArrow } from '../matrix/drawing.ts'
import type { SymbolShape } from '../matrix/stack.ts'

/** The words of one symbol, line by line from the top: who acts, then what is done. */
export type SymbolWords = { who: readonly string[]; what: readonly string[] }

export type PictureSymbol = Box & { shape: SymbolShape; row: number; words: SymbolWords }

export type PictureLabel = Box & { lines: readonly string[]; anchor: 'start' | 'end' }

/** A flow as one picture to scroll through; all lengths are pixels of a phone, from the top left corner. */
export type FlowPicture = {
  width: number
  height: number
  symbols: readonly PictureSymbol[]
  /** Short arrows between the symbols of one step. */
  links: readonly (readonly [At, At])[]
  /** One for each row that an exit leads to, and for each end of the procedure. */
  arrows: readonly DrawnArrow[]
  labels: readonly PictureLabel[]
}
