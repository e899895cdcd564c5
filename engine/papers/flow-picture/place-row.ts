import type { Box } from '../matrix/drawing.ts'
import type { Chain, Link } from './chain.ts'
import type { PictureLabel, PictureSymbol } from './drawing.ts'
import { labelSize } from './label-size.ts'
import { arrow, label, terminal, turn } from './sizes.ts'
import { boxAround, diamondAround, type Sized } from './symbol-size.ts'
import type { Side, Wire } from './wires.ts'

/** The column of symbols. */
export type Column = { x: number; width: number; centre: number }

export type Step = { row: number; chain: Chain; who: string; what: string; wires: readonly Wire[]; entered: boolean }

/** A row in its place: where lines enter it, its symbols from the top, its ends by the target that names them. */
export type PlacedRow = {
  entry: number
  symbols: readonly PictureSymbol[]
  ends: ReadonlyMap<string, PictureSymbol>
  labels: readonly PictureLabel[]
  /** Where a line from below the last symbol turns aside. */
  turn: number
  bottom: number
}

type Placing = { symbols: PictureSymbol[]; ends: Map<string, PictureSymbol>; labels: PictureLabel[]; free: number }

/** Puts the symbols of a step below each other, with room for the words and lines between them. */
export function placeRow(step: Step, column: Column, top: number): PlacedRow {
  const placing: Placing = { symbols: [], ends: new Map(), labels: [], free: top + (step.entered ? turn : 0) }
  step.chain.links.forEach((link, place) => {
    placeLink(link, place, step, column, placing)
  })
  placeEndBelow(step, column, placing)
  const turns = placing.free + turn
  const aside = step.wires.some(({ port, side }) => port === 'below' && side !== null)
  const { symbols, ends, labels } = placing
  return { entry: top + turn / 2, symbols, ends, labels, turn: turns, bottom: aside ? turns + turn / 2 : placing.free }
}

function placeLink(link: Link, place: number, step: Step, column: Column, placing: Placing): void {
  const { words, height } = sizeOf(link, step, column)
  const width = link.says.kind === 'start' ? terminal.width : column.width
  const y = placing.free + (step.row === 0 && place === 0 && !step.entered ? 0 : arrow)
  const own = { x: column.centre - width / 2, y, width, height, shape: link.shape, row: step.row, words }
  placing.symbols.push(own)
  placing.labels.push(...labelsOf(own, place, step, column))
  placing.free = Math.max(y + height, ...placing.labels.map((words) => words.y + words.height))
  const end = step.wires.find((wire) => wire.to === null && wire.port === 'beside' && wire.link === place)
  if (end) placeEndBeside(end, step, column, placing)
}

function sizeOf({ shape, says }: Link, { who, what }: Step, { width }: Column): Sized {
  if (says.kind === 'start') return { words: { who: [], what: ['Mulai'] }, height: terminal.height }
  const spoken = says.kind === 'question' ? { who: '', what: `${says.about}?` } : { who, what }
  return shape === 'diamond' ? diamondAround(spoken, width) : boxAround(spoken, width)
}

function placeEndBelow(step: Step, column: Column, placing: Placing): void {
  const below = step.wires.filter(({ port }) => port === 'below')
  const end = below.find(({ to }) => to === null)
  if (!end) return
  if (below.length > 1) placeEndBeside(end, step, column, placing)
  else {
    placing.free += arrow
    placeEnd(end, column.centre - terminal.width / 2, step, placing)
  }
}

/** An end stands right of the line that goes on down. */
function placeEndBeside(end: Wire, step: Step, { centre }: Column, placing: Placing): void {
  placing.free += terminal.above
  placeEnd(end, centre + terminal.besideSpine, step, placing)
}

function placeEnd({ target }: Wire, x: number, { row }: Step, placing: Placing): void {
  const { width, height } = terminal
  const words = { who: [], what: ['Selesai'] }
  placing.ends.set(target, { x, y: placing.free, width, height, shape: 'capsule', row, words })
  placing.free += height
}

/** The names of the exits at one symbol: below the line that leaves beside it, and next to the one that runs down. */
function labelsOf(own: PictureSymbol, place: number, { chain, wires }: Step, column: Column): PictureLabel[] {
  const aside = wires.find(({ port, link }) => port === 'beside' && link === place)
  const side = aside ? (aside.side ?? 'right') : null
  const besideWords = aside ? chain.besideLabels[place] : null
  const belowWords = chain.belowLabels[place]
  return [
    ...(side && besideWords ? [cornerLabel(besideWords, side, own, column)] : []),
    ...(belowWords ? [spineLabel(belowWords, side === 'right' ? 'left' : 'right', own, column)] : []),
  ]
}

/** In the free corner under a side of a diamond. */
function cornerLabel(words: string, side: Side, own: Box, { x, width }: Column): PictureLabel {
  const size = labelSize(words, width)
  const slope = (size.width / (own.width / 2)) * (own.height / 2)
  const left = side === 'left' ? x : x + width - size.width
  return { ...size, x: left, y: own.y + own.height / 2 + slope + label.below, anchor: side === 'left' ? 'start' : 'end' }
}

function spineLabel(words: string, side: Side, own: Box, { centre, width }: Column): PictureLabel {
  const size = labelSize(words, width)
  const x = side === 'right' ? centre + label.beside : centre - label.beside - size.width
  return { ...size, x, y: own.y + own.height + label.below, anchor: side === 'right' ? 'start' : 'end' }
}
