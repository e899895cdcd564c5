import { centreOf, levelAt, type Point, stripAbove, stripBelow } from './grid.ts'
import type { FlowRow, Line } from './lines.ts'
import type { Connector } from './page-connectors.ts'
import { entryLevel } from './stack.ts'

/** Where a line begins or ends, and the way it goes there. */
export type Pin = Point & { towards: 'down' | 'up' | 'left' | 'right' }

/** An arrow as one page shows it: between two symbols, or a symbol and a page connector. */
export type Net = {
  line: Line
  /** Lines with the same target on this page may run together. */
  target: string
  back: boolean
  /** The side that is better to leave at: the one nearer the target, else left for what leads back. */
  side: 'left' | 'right'
  from: readonly Pin[]
  to: readonly Pin[]
}

export type PageFlow = { first: number; rows: readonly FlowRow[]; lanes: number }

export const anchorOf = ({ step }: FlowRow): number => step.columns[0] ?? 0
const joint = ({ step }: FlowRow): boolean => step.columns.length > 1

export function netOf(line: Line, page: PageFlow, connector: Connector | undefined): Net {
  const source = page.rows[line.from - page.first]
  const target = page.rows[line.to - page.first]
  const back = line.to <= line.from && !line.target.startsWith('end')
  return {
    line,
    target: target ? line.target : `off ${line.id}`,
    back,
    side: sideTowards(line, source, target),
    from: source ? sourcePins(line, source, page) : connectorPins(connector, page),
    to: target ? targetPins(line, target, page) : connectorPins(connector, page),
  }
}

function sideTowards(line: Line, source: FlowRow | undefined, target: FlowRow | undefined): 'left' | 'right' {
  const away = source && target ? anchorOf(target) - anchorOf(source) : 0
  return away < 0 || (away === 0 && line.to <= line.from) ? 'left' : 'right'
}

function sourcePins(line: Line, row: FlowRow, page: PageFlow): Pin[] {
  const at = { x: centreOf(anchorOf(row)), y: levelAt(line.from - page.first, line.level) }
  const down = { ...at, towards: 'down' as const }
  const sides = sidesOf(row, line.level).map((towards) => ({ ...at, towards }))
  if (line.side === 'beside') return sides
  const goesBack = line.to <= line.from
  return goesBack && row.step.mark !== 'diamond' ? [...sides, down] : [down]
}

/** The sides at which a line may meet a symbol; right of the first of several boxes runs the line that joins them. */
function sidesOf(row: FlowRow, level: number): readonly ('left' | 'right')[] {
  return joint(row) && level === row.stack.own ? ['left'] : ['left', 'right']
}

function targetPins(line: Line, row: FlowRow, page: PageFlow): Pin[] {
  const at = { x: centreOf(anchorOf(row)), y: levelAt(line.to - page.first, line.toLevel) }
  const sides = sidesOf(row, line.toLevel).map((side): Pin => ({ ...at, towards: side === 'left' ? 'right' : 'left' }))
  if (line.toLevel !== entryLevel) return sides
  const top = { ...at, towards: 'down' as const }
  return line.to <= line.from ? [...sides, top] : [top]
}

/** A connector may stand in any lane. */
function connectorPins(connector: Connector | undefined, page: PageFlow): Pin[] {
  if (!connector) return []
  const above = connector.strip === 'above'
  const y = above ? stripAbove : stripBelow(page.rows.length)
  const towards = above === connector.entered ? 'up' : 'down'
  return Array.from({ length: page.lanes }, (_, lane) => ({ x: centreOf(lane), y, towards }))
}
