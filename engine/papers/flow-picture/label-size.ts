import { widthOf } from '../matrix/letter-widths.ts'
import { wrap } from '../matrix/wrap.ts'
import { label } from './sizes.ts'

/** Words beside the line down the middle of a column, broken to fit into its half. */
export function labelSize(words: string, width: number): { lines: string[]; width: number; height: number } {
  const lines = wrap(words, width / 2 - 3 * label.beside, label.size)
  return {
    lines,
    width: Math.max(...lines.map((line) => widthOf(line, label.size))),
    height: lines.length * label.line,
  }
}
