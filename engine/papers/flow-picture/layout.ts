import type { At, Box, DrawnArrow } from '../matrix/drawing.ts'
import type { SopPaper } from '../sop-paper.ts'
import { chainOf } from './chain.ts'
import type { FlowPicture } from './drawing.ts'
import { type Column, type PlacedRow, placeRow, type Step } from './place-row.ts'
import { gutter, picture, symbol } from './sizes.ts'
import { type Gutters, guttersOf, type Side, type Wire, wiresOf } from './wires.ts'

/**
 * Draws the flow of an SOP as one picture for a narrow screen: steps below each other with their words inside, the main way
 * down between them, what leads back in the gutter at the left, what passes over steps in the one at the right. The same
 * paper always gives the same picture.
 */
export function layoutFlowPicture({ lanes, steps }: Pick<SopPaper, 'lanes' | 'steps'>): FlowPicture {
  const names = new Map(lanes.map(({ id, name }) => [id, name]))
  const chains = steps.map(chainOf)
  const wires = wiresOf(chains)
  const gutters = guttersOf(wires)
  const frame = frameOf(gutters)
  const rows: PlacedRow[] = []
  chains.forEach((chain, row) => {
    const own = wires.filter(({ from }) => from === row)
    const entered = wires.some(({ side, to }) => side !== null && to === row + 1)
    const step = { row, chain, ...spoken(steps[row], names), wires: own, entered }
    rows.push(placeRow(step, frame.column, rows.at(-1)?.bottom ?? picture.edge))
  })
  return {
    width: frame.width,
    height: (rows.at(-1)?.bottom ?? picture.edge) + picture.edge,
    symbols: rows.flatMap(({ symbols, ends }) => [...symbols, ...ends.values()]),
    links: rows.flatMap((row) => linksOf(row, frame.column)),
    arrows: wires.map((wire) => arrowOf(wire, rows, frame, gutters)),
    labels: rows.flatMap(({ labels }) => labels),
  }
}

function spoken(step: SopPaper['steps'][number] | undefined, names: ReadonlyMap<string, string>): Pick<Step, 'who' | 'what'> {
  if (!step) return { who: '', what: '' }
  const who = [step.lane, ...step.joint].flatMap((id) => names.get(id) ?? []).join(' dan ')
  return { who: `${step.number}. ${who}`, what: step.activity }
}

type Frame = { width: number; column: Column }

/** As wide as a phone; wider only where the lines beside the symbols would leave too little room for words. */
function frameOf({ countOf }: Gutters): Frame {
  const room = (side: Side) =>
    countOf(side) > 0 ? gutter.first + gutter.apart * (countOf(side) - 1) + gutter.edge : picture.edge
  const [left, right] = [room('left'), room('right')]
  const width = Math.max(symbol.least, picture.width - left - right)
  return { width: left + width + right, column: { x: left, width, centre: left + width / 2 } }
}

function linksOf({ symbols }: PlacedRow, { centre }: Column): [At, At][] {
  return symbols.slice(1).map((own, index) => {
    const above = symbols[index]
    return [at(centre, above ? above.y + above.height : own.y), at(centre, own.y)]
  })
}

const at = (x: number, y: number): At => ({ x, y })

function arrowOf(wire: Wire, rows: readonly PlacedRow[], { column }: Frame, gutters: Gutters): DrawnArrow {
  const row = rows[wire.from]
  const own = row?.symbols[wire.link]
  const points = row && own ? pointsOf(wire, { row, own, rows, column, gutters }) : []
  return { id: wire.id, target: wire.target, exit: wire.exit.edge, points }
}

type Place = { row: PlacedRow; own: Box; rows: readonly PlacedRow[]; column: Column; gutters: Gutters }

function pointsOf(wire: Wire, { row, own, rows, column, gutters }: Place): At[] {
  const { centre } = column
  const lane = laneOf(wire, column, gutters)
  const leaves = wire.port === 'below' ? row.turn : own.y + own.height / 2
  const beside = wire.side === 'left' ? own.x : own.x + own.width
  const out = wire.port === 'below' ? [at(centre, own.y + own.height), at(centre, leaves)] : [at(beside, leaves)]
  const end = row.ends.get(wire.target)
  if (end) return wire.side ? [...out, at(lane, leaves), ...intoSide(end, lane)] : intoEnd(end, own, centre)
  const next = wire.to === null ? undefined : rows[wire.to - 1]
  const top = next?.symbols[0]?.y ?? 0
  if (!wire.side || !next) return [at(centre, own.y + own.height), at(centre, top)]
  return [...out, at(lane, leaves), at(lane, next.entry), at(centre, next.entry), at(centre, top)]
}

function laneOf(wire: Wire, { x, width }: Column, { trackOf }: Gutters): number {
  const away = gutter.first + gutter.apart * trackOf(wire)
  return wire.side === 'left' ? x - away : x + width + away
}

const intoSide = ({ x, y, width, height }: Box, lane: number): At[] => [at(lane, y + height / 2), at(x + width, y + height / 2)]

/** An end below its step, or right of the line that goes on from there. */
function intoEnd(end: Box, own: Box, centre: number): At[] {
  const from = at(centre, own.y + own.height)
  if (end.x < centre) return [from, at(centre, end.y)]
  const middle = end.y + end.height / 2
  return [from, at(centre, middle), at(end.x, middle)]
}
