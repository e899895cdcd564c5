import { widthOf } from '../matrix/letter-widths.ts'
import { wrap } from '../matrix/wrap.ts'
import type { SymbolWords } from './drawing.ts'
import { symbol, what, who } from './sizes.ts'

type Spoken = { who: string; what: string }
export type Sized = { words: SymbolWords; height: number }

/** A box or capsule of a given width around its words. */
export function boxAround(spoken: Spoken, width: number): Sized {
  const words = broken(spoken, width - 2 * symbol.inside)
  return { words, height: heightOf(words) + 2 * symbol.above }
}

/** A diamond of a given width around its words, as flat as breaking them allows. */
export function diamondAround(spoken: Spoken, width: number): Sized {
  const tried = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65].map((part) => {
    const words = broken(spoken, width * part)
    return { words, height: Math.max(symbol.leastDiamond, heightOf(words) / (1 - (widest(words) + 4) / width) + 4) }
  })
  return tried.reduce((best, own) => (own.height < best.height ? own : best))
}

function broken(spoken: Spoken, width: number): SymbolWords {
  return { who: wrap(spoken.who, width, who.size, true), what: wrap(spoken.what, width, what.size) }
}

export const heightOf = (words: SymbolWords): number => words.who.length * who.line + words.what.length * what.line

const widest = (words: SymbolWords): number =>
  Math.max(0, ...words.who.map((line) => widthOf(line, who.size, true)), ...words.what.map((line) => widthOf(line, what.size)))
