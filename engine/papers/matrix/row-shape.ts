import { widthOf } from './letter-widths.ts'
import type { FlowRow } from './lines.ts'
import { markWords, type TextColumn } from './options.ts'
import { below, label as labelSizes, link, symbols, text, track } from './sizes.ts'
import { longestWord, wrap } from './wrap.ts'

export type Texts = Readonly<Record<TextColumn, readonly string[]>>

/** What stands at an exit or a link: below the symbol or beside it, broken into lines. */
export type ShapeLabel = { level: number; at: 'below' | 'beside'; lines: readonly string[]; edge: string | null }

/** What a row needs, whatever page it stands on. Heights in mm. */
export type RowShape = {
  texts: Texts
  labels: readonly ShapeLabel[]
  /** Middle of each symbol below the top of the first. */
  levels: readonly number[]
  stackHeight: number
  /** Free space below the last symbol. */
  below: number
  textHeight: number
}

export function rowShape(row: FlowRow, widths: Readonly<Record<TextColumn, number>>): RowShape {
  const texts = textsOf(row, widths)
  const labels = labelsOfRow(row)
  const { levels, height } = levelsOf(row, labels)
  const most = Math.max(1, ...Object.values(texts).map((lines) => lines.length))
  const last = row.stack.symbols.length - 1
  return {
    texts,
    labels,
    levels,
    stackHeight: height,
    below: Math.max(below.plain, spaceBelow(labels, last)),
    textHeight: most * text.line + 2 * text.padding,
  }
}

function textsOf({ step }: FlowRow, widths: Readonly<Record<TextColumn, number>>): Texts {
  const cell = (column: TextColumn, lines: readonly string[]) => {
    const numbered = lines.length > 1 ? lines.map((line, index) => `${index + 1}. ${line}`) : lines
    return numbered.flatMap((line) => wrap(line, widths[column] - 2 * text.padding, text.size))
  }
  return {
    number: [String(step.number), ...(step.change ? [markWords[step.change]] : [])],
    activity: cell('activity', [step.activity]),
    requirements: cell('requirements', step.requirements),
    time: cell('time', step.time === '' ? [] : [step.time]),
    output: cell('output', step.output),
    remarks: cell('remarks', step.remarks),
  }
}

/** One label for each exit and link; an exit that splits is named once. */
export function labelsOfRow({ stack }: FlowRow): ShapeLabel[] {
  const linked = new Set(stack.links.map(({ exit }) => exit))
  const first = stack.ports.filter(({ exit }, index) => stack.ports.findIndex((other) => other.exit === exit) === index)
  const named = first.filter(({ exit }) => !linked.has(exit))
  const ports = named.map(({ exit, level, side }) => ({ level, at: side, words: exit.label, edge: exit.edge }))
  const links = stack.links.map(({ from, label }) => ({ level: from, at: 'below' as const, words: label, edge: null }))
  return [...ports, ...links].flatMap(({ words, ...place }) => (words ? [{ ...place, lines: labelLines(words) }] : []))
}

/** A label as narrow as its longest word lets it be; a very long one as wide as makes it no higher than it must be. */
export function labelLines(label: string): string[] {
  const { size, wide, widest, lines, longest } = labelSizes
  const even = Math.min(longest, widthOf(label, size) / lines)
  return wrap(label, Math.max(wide, even, longestWord(label, size, widest)), size)
}

function levelsOf({ stack }: FlowRow, labels: readonly ShapeLabel[]): { levels: number[]; height: number } {
  const levels: number[] = []
  let bottom = 0
  stack.symbols.forEach((shape, level) => {
    const half = symbols[shape].height / 2
    const beside = labels.filter((own) => own.level === level && own.at === 'beside')
    const above = Math.max(0, ...beside.map((own) => labelHeight(own) + 2 * labelSizes.gap))
    const labelled = level === 0 ? 0 : spaceBelow(labels, level - 1)
    const gap = level === 0 ? 0 : Math.max(link.height, labelled)
    const middle = Math.max(bottom + gap + half, bottom + labelled + above)
    levels.push(middle)
    bottom = middle + half
  })
  return { levels, height: bottom }
}

function spaceBelow(labels: readonly ShapeLabel[], level: number): number {
  const own = labels.filter((label) => label.at === 'below' && label.level === level)
  return Math.max(0, ...own.map((label) => labelHeight(label) + below.labelled))
}

export const labelHeight = ({ lines }: Pick<ShapeLabel, 'lines'>): number => lines.length * labelSizes.line
export const labelWidth = ({ lines }: Pick<ShapeLabel, 'lines'>): number =>
  Math.max(...lines.map((line) => widthOf(line, labelSizes.size)))

/** The height of a row above which `tracks` lines run. */
export function rowHeight(shape: RowShape, tracks: number): number {
  return Math.max(shape.textHeight, trackZone(tracks) + shape.stackHeight + shape.below)
}

/** The space above the first symbol: tracks, and room for the arrow's head. */
export function trackZone(tracks: number): number {
  return tracks === 0 ? track.arrow : track.beforeFirst + (tracks - 1) * track.apart + track.arrow
}
