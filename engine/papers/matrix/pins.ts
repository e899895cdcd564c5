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
  from: readonly Pin[]
  to: readonly Pin[]
}

export type PageFlow = { first: number; rows: readonly FlowRow[]; lanes: number }

export const anchorOf = ({ step }: FlowRow): number => step.columns[0] ?? 0
const joint = ({ step }: FlowRow): boolean => step.columns.length > 1

export function netOf(line: Line, page: PageFlow, connectors: readonly Connector[]): Net {
  const source = page.rows[line.from - page.first]
  const target = page.rows[line.to - page.first]
  const connector = connectors.find(({ line: own }) => own.id === line.id)
  const back = line.to <= line.from && !line.target.startsWith('end')
  return {
    line,
    target: target ? line.target : `off ${line.id}`,
    back,
    from: source ? sourcePins(line, source, page) : connectorPins(connector, page, false),
    to: target ? targetPins(line, target, page) : connectorPins(connector, page, true),
  }
}

function sourcePins(line: Line, row: FlowRow, page: PageFlow): Pin[] {
  const at = { x: centreOf(anchorOf(row)), y: levelAt(line.from - page.first, line.level) }
  const down = { ...at, towards: 'down' as const }
  const sides = besides(line, row, page).map((towards) => ({ ...at, towards }))
  if (line.side === 'beside') return sides
  const goesBack = line.to <= line.from
  return goesBack && row.step.mark !== 'diamond' ? [...sides, down] : [down]
}

type Side = 'left' | 'right'

type Leaving = Pick<Line, 'from' | 'level' | 'side' | 'to'>

/** The sides on which a line may leave: of the symbol that others enter one alone, so that they keep the other. */
function besides(line: Leaving, row: FlowRow, page: PageFlow): Side[] {
  if (joint(row) && line.level === row.stack.own) return ['left']
  return line.level === entryLevel && line.side === 'beside' ? [sideTowards(line, row, page)] : ['left', 'right']
}

function sideTowards(line: Leaving, row: FlowRow, page: PageFlow): Side {
  const own = anchorOf(row)
  const target = page.rows[line.to - page.first]
  const lane = target ? anchorOf(target) : own
  if (lane !== own) return lane < own ? 'left' : 'right'
  return line.to <= line.from ? 'left' : 'right'
}

function targetPins(line: Line, row: FlowRow, page: PageFlow): Pin[] {
  const at = { x: centreOf(anchorOf(row)), y: levelAt(line.to - page.first, line.toLevel) }
  const ownEnd = line.toLevel !== entryLevel
  const sides = (ownEnd ? (['left', 'right'] as const) : freeSides(line.to, row, page)).map((side) => ({
    ...at,
    towards: side === 'left' ? ('right' as const) : ('left' as const),
  }))
  const top = { ...at, towards: 'down' as const }
  if (ownEnd) return sides
  return line.to <= line.from ? [...sides, top] : [top]
}

/** The sides of the entered symbol at which no line leaves. */
function freeSides(number: number, row: FlowRow, page: PageFlow): Side[] {
  const leaving = row.stack.ports.filter(({ level, side }) => level === entryLevel && side === 'beside')
  const taken = leaving.flatMap((port) =>
    besides({ from: number, level: port.level, side: port.side, to: (port.to ?? number + 1) - 1 }, row, page),
  )
  const sides: readonly Side[] = joint(row) ? ['left'] : ['left', 'right']
  return sides.filter((side) => !taken.includes(side))
}

function connectorPins(connector: Connector | undefined, page: PageFlow, entered: boolean): Pin[] {
  if (!connector) return []
  const above = connector.strip === 'above'
  const y = above ? stripAbove : stripBelow(page.rows.length)
  return [{ x: connector.x, y, towards: above === entered ? 'up' : 'down' }]
}
