import { centreOf } from './grid.ts'
import type { FlowRow, Line } from './lines.ts'
import type { PageSpan } from './pages.ts'

/** A pentagon on a page, the half of a pair that bears the same letter. */
export type Connector = {
  line: Line
  strip: 'above' | 'below'
  /** Its lane and its place among the connectors of that lane in this strip. */
  lane: number
  place: number
  of: number
  x: number
  /** The line enters it here; at the twin it comes out. */
  entered: boolean
}

/** Distance of two connectors of one lane on the grid. */
export const connectorStep = 3

type Located = Omit<Connector, 'place' | 'of' | 'x'> & { otherLane: number }

/** The connectors of a page: one for each arrow with only one end on it, in the lane of that end. */
export function connectorsOn({ first, count }: PageSpan, rows: readonly FlowRow[], lines: readonly Line[]): Connector[] {
  const here = (row: number) => row >= first && row < first + count
  const laneOf = (row: number) => rows[row]?.step.columns[0] ?? 0
  const located = lines.flatMap((line): Located[] => {
    if (here(line.from) === here(line.to)) return []
    const [own, other] = here(line.from) ? [line.from, line.to] : [line.to, line.from]
    const strip = other < first ? 'above' : 'below'
    return [{ line, strip, lane: laneOf(own), otherLane: laneOf(other), entered: own === line.from }]
  })
  return located.map((connector) => placed(connector, located))
}

function placed({ otherLane, ...connector }: Located, all: readonly Located[]): Connector {
  const beside = all
    .filter(({ lane, strip }) => lane === connector.lane && strip === connector.strip)
    .toSorted((a, b) => a.otherLane - b.otherLane || all.indexOf(a) - all.indexOf(b))
  const place = beside.findIndex(({ line }) => line.id === connector.line.id)
  const x = centreOf(connector.lane) + (place - (beside.length - 1) / 2) * connectorStep
  return { ...connector, place, of: beside.length, x }
}

/** A, B, … Z, AA, AB, … */
export function connectorLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : connectorLetter(Math.floor(index / 26) - 1) + letter
}
