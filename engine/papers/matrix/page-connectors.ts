import type { Line } from './lines.ts'
import type { PageSpan } from './pages.ts'

/** A pentagon on a page, the half of a pair that bears the same letter. In which lane it stands is found with its line's way. */
export type Connector = {
  line: Line
  strip: 'above' | 'below'
  /** The line enters it here; at the twin it comes out. */
  entered: boolean
}

/** The connectors of a page: one for each arrow with only one end on it. */
export function connectorsOn({ first, count }: PageSpan, lines: readonly Line[]): Connector[] {
  const here = (row: number) => row >= first && row < first + count
  return lines.flatMap((line): Connector[] => {
    if (here(line.from) === here(line.to)) return []
    const other = here(line.from) ? line.to : line.from
    return [{ line, strip: other < first ? 'above' : 'below', entered: here(line.from) }]
  })
}

/** A, B, … Z, AA, AB, … */
export function connectorLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : connectorLetter(Math.floor(index / 26) - 1) + letter
}
