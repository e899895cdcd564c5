import { widthOf } from './letter-widths.ts'
import { type MatrixColumn, type MatrixOptions, standardColumns, type TextColumn } from './options.ts'
import { gutter as gutters, heading, lane as lanes, markedNumber, papers, textColumns, track } from './sizes.ts'
import { longestWord, wrap } from './wrap.ts'

export type Span = { left: number; right: number }

/** Where everything stands across the page, the same on each page of a document. */
export type Frame = {
  width: number
  height: number
  margin: number
  columns: readonly { column: MatrixColumn; span: Span }[]
  block: Span
  /** Borders of the lanes, one more than there are lanes. */
  borders: readonly number[]
  centres: readonly number[]
  gutterX: (gutter: number, track: number) => number
  laneNames: readonly (readonly string[])[]
  /** Lane names stand upright where the lanes are too narrow for their longest word. */
  upright: boolean
  nameHeight: number
}

export type Needs = {
  names: readonly string[]
  /** What each lane needs on either side of its middle, in mm. */
  halves: readonly number[]
  /** Tracks of each gutter; one more gutter than lanes. */
  tracks: readonly number[]
}

export type TextWidths = Readonly<Record<TextColumn, number>>

/** Paper and text columns to try, the best first. */
export type Choice = { paper: { width: number; height: number }; texts: TextWidths }

const longestName = 24
const turnedFrom = 9

/** Comfortable columns on the agency's paper, then narrower ones, then F4 (domain 2.5 rule 4). */
export function choicesFor(silent: ReadonlySet<TextColumn>, { paper, marks }: MatrixOptions): Choice[] {
  const sizes = paper === 'F4' ? [papers.F4] : [papers[paper], papers.F4]
  return sizes.flatMap((size) =>
    textColumns.map((texts) => ({ paper: size, texts: { ...texts, ...leastOf(silent), ...forMarks(marks) } })),
  )
}

/** The column of numbers is wide enough for the words of marks. */
function forMarks(marks: MatrixOptions['marks']): Partial<TextWidths> {
  return marks && marks.size > 0 ? { number: markedNumber } : {}
}

function leastOf(silent: ReadonlySet<TextColumn>): Partial<TextWidths> {
  return Object.fromEntries([...silent].map((column) => [column, textColumns[2][column]]))
}

/** How wide the paper must be for these lanes beside these text columns, in mm. */
export function neededWidth(needs: Needs, { texts }: Choice, options: MatrixOptions): number {
  const widths = laneWidths(needs)
  return sum(widths.lanes) + sum(widths.gutters) + textWidth(texts, options) + 2 * options.margin
}

/** Lays the columns out: lanes take what they need, words the rest. */
export function frameOf(needs: Needs, { paper, texts }: Choice, options: MatrixOptions): Frame {
  const widths = laneWidths(needs)
  const spare = Math.max(0, paper.width - neededWidth(needs, { paper, texts }, options))
  const columns = spread(options, texts, sum(widths.lanes) + sum(widths.gutters), spare)
  const block = columns.find(({ column }) => column === 'lanes')?.span ?? { left: options.margin, right: options.margin }
  const placed = placeLanes(needs, widths, block.left)
  return { ...paper, margin: options.margin, columns, block, ...placed, ...laneNames(needs.names, placed.borders) }
}

/** The text columns of a frame, with what was left over. */
export function textWidthsOf({ columns }: Frame, texts: TextWidths): TextWidths {
  const own = columns.flatMap(({ column, span }) => (column === 'lanes' ? [] : [[column, span.right - span.left]]))
  return { ...texts, ...Object.fromEntries(own) }
}

function textWidth(texts: TextWidths, { columns }: MatrixOptions): number {
  return sum(columns.map((column) => (column === 'lanes' ? 0 : texts[column])))
}

type Widths = { lanes: readonly number[]; gutters: readonly number[] }

function laneWidths({ names, halves, tracks }: Needs): Widths {
  const wide = tracks.map(gutterWidth)
  const own = halves.map((half, lane) => {
    const beside = ((wide[lane] ?? 0) + (wide[lane + 1] ?? 0)) / 2
    return Math.max(2 * half, lanes.least - beside, nameWidth(names, lane) - beside)
  })
  return { lanes: own, gutters: wide }
}

/** As much as the longest word of a lane's name needs, or the whole of a very long one, where names lie flat. */
function nameWidth(names: readonly string[], lane: number): number {
  if (names.length >= turnedFrom) return 0
  const name = names[lane] ?? ''
  const even = Math.min(lanes.longestName, widthOf(name, heading.size, true) / lanes.lines)
  return Math.max(even, longestWord(name, heading.size, lanes.widestName, true)) + 2 * heading.padding + track.apart
}

function gutterWidth(tracks: number): number {
  return tracks === 0 ? gutters.least : 2 * gutters.beside + (tracks - 0.5) * track.apart
}

/** What is left over goes to the columns of words, by their width. */
function spread({ columns, margin }: MatrixOptions, texts: TextWidths, lanesWidth: number, spare: number): Frame['columns'] {
  const growing = sum(columns.map((column) => (growsWith(column) ? texts[column as TextColumn] : 0)))
  let left = margin
  return columns.map((column) => {
    const own = column === 'lanes' ? lanesWidth : texts[column]
    const width = own + (growsWith(column) && growing > 0 ? (spare * own) / growing : 0)
    const span = { left, right: left + width }
    left += width
    return { column, span }
  })
}

const growsWith = (column: MatrixColumn): boolean => column !== 'lanes' && column !== 'number'

function placeLanes({ tracks }: Needs, { lanes: own, gutters: wide }: Widths, left: number) {
  const starts: number[] = []
  const centres: number[] = []
  let at = left
  wide.forEach((width, gutter) => {
    starts.push(at)
    at += width
    const lane = own[gutter]
    if (lane === undefined) return
    centres.push(at + lane / 2)
    at += lane
  })
  const gutterX = (gutter: number, place: number) => (starts[gutter] ?? 0) + gutters.beside + place * track.apart
  const borders = wide.map((width, gutter) => {
    if (gutter === 0) return left
    if (gutter === wide.length - 1) return at
    const count = tracks[gutter] ?? 0
    return count === 0 ? (starts[gutter] ?? 0) + width / 2 : gutterX(gutter, Math.ceil(count / 2) - 0.5)
  })
  return { centres, borders, gutterX }
}

function laneNames(names: readonly string[], borders: readonly number[]) {
  const width = (lane: number) => (borders[lane + 1] ?? 0) - (borders[lane] ?? 0) - 2 * heading.padding
  const tooNarrow = names.some((name, lane) => longestWord(name, heading.size, 100, true) > width(lane))
  const upright = names.length >= turnedFrom || tooNarrow
  const lines = names.map((name, lane) => wrap(name, upright ? longestName : width(lane), heading.size, true))
  const most = Math.max(1, ...lines.map((own) => own.length))
  const nameHeight = upright ? longestName + 2 * heading.padding : most * heading.line + 2 * heading.padding
  return { laneNames: lines, upright, nameHeight }
}

/** The run of columns that the heading "Mutu Baku" spans; none where they do not stand together. */
export function standardSpan(columns: Frame['columns']): Span | null {
  const places = columns.flatMap(({ column }, place) => (standardColumns.includes(column) ? [place] : []))
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined || last - first !== places.length - 1) return null
  return { left: columns[first]?.span.left ?? 0, right: columns[last]?.span.right ?? 0 }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
