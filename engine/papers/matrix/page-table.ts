import type { At, MarkedRow, MatrixPage, TextLine } from './drawing.ts'
import { type Frame, type Span, standardSpan } from './frame.ts'
import type { MatrixColumn, MatrixOptions, TextColumn } from './options.ts'
import type { PlacedPage } from './place-page.ts'
import { heading, text } from './sizes.ts'
import { wrap } from './wrap.ts'

type Rule = MatrixPage['rules'][number]

const groupHeight = heading.line + 2 * heading.padding
const centred: readonly MatrixColumn[] = ['number', 'time']

/** Height of what is repeated above the rows of each page. */
export function headHeight(frame: Frame, { columnNumbers }: MatrixOptions): number {
  return groupHeight + frame.nameHeight + (columnNumbers ? groupHeight : 0)
}

/** The headings of a page, its borders and the words of its rows. */
export function tableOf(placed: PlacedPage, options: MatrixOptions): Pick<MatrixPage, 'rules' | 'texts'> {
  const head = headOf(placed.frame, options)
  const { rules, texts } = bodyOf(placed)
  return { rules: [...head.rules, ...rules], texts: [...head.texts, ...texts] }
}

function headOf(frame: Frame, options: MatrixOptions): { rules: Rule[]; texts: TextLine[] } {
  const [top, middle] = [frame.margin, frame.margin + groupHeight]
  const bottom = middle + frame.nameHeight
  const standard = standardSpan(frame.columns)
  const inStandard = (span: Span) => standard !== null && span.left >= standard.left && span.right <= standard.right
  const texts: TextLine[] = []
  const rules: Rule[] = [level(top, left(frame), right(frame)), level(bottom, left(frame), right(frame))]
  for (const { column, span } of frame.columns) {
    const grouped = column === 'lanes' || inStandard(span)
    const above = grouped ? middle : top
    rules.push(upright(span.left, grouped && !startsGroup(span, frame, standard) ? middle : top, bottom))
    if (column !== 'lanes') texts.push(...centredIn(options.headings[column], span, above, bottom))
  }
  for (const [group, name] of [
    [frame.block, options.headings.lanes],
    [standard, options.headings.standard],
  ] as const) {
    if (!group || group.right <= group.left) continue
    rules.push(level(middle, group.left, group.right))
    texts.push(...centredIn(name, group, top, middle))
  }
  rules.push(upright(right(frame), top, bottom), ...frame.borders.slice(1, -1).map((x) => upright(x, middle, bottom)))
  texts.push(...laneNames(frame, middle, bottom))
  return options.columnNumbers ? withNumbers(frame, bottom, { rules, texts }) : { rules, texts }
}

const startsGroup = (span: Span, { block }: Frame, standard: Span | null): boolean =>
  span.left === block.left || span.left === standard?.left

function laneNames(frame: Frame, top: number, bottom: number): TextLine[] {
  return frame.laneNames.flatMap((lines, lane) => {
    const span = { left: frame.borders[lane] ?? 0, right: frame.borders[lane + 1] ?? 0 }
    return frame.upright ? turned(lines, span, bottom) : stacked(lines, span, top, bottom, heading, true)
  })
}

function turned(lines: readonly string[], { left, right }: Span, bottom: number): TextLine[] {
  const first = (left + right) / 2 - ((lines.length - 1) * heading.line) / 2 + heading.size * 0.35
  return lines.map((line, index) => ({
    text: line,
    x: first + index * heading.line,
    y: bottom - heading.padding,
    size: heading.size,
    bold: true,
    anchor: 'start',
    turned: true,
  }))
}

function withNumbers(frame: Frame, top: number, head: { rules: Rule[]; texts: TextLine[] }) {
  const bottom = top + groupHeight
  const cells = frame.columns.flatMap(({ column, span }) =>
    column === 'lanes' ? frame.borders.slice(1).map((end, lane) => ({ left: frame.borders[lane] ?? 0, right: end })) : [span],
  )
  return {
    rules: [
      ...head.rules,
      level(bottom, left(frame), right(frame)),
      ...cells.map((cell) => upright(cell.left, top, bottom)),
      upright(right(frame), top, bottom),
    ],
    texts: [...head.texts, ...cells.flatMap((cell, index) => centredIn(`(${index + 1})`, cell, top, bottom))],
  }
}

function bodyOf({ page, frame, heights, shapes, top }: PlacedPage): { rules: Rule[]; texts: TextLine[] } {
  const bottom = top + heights.total
  const topOf = (row: number) => top + (heights.tops[row] ?? 0)
  const joined = (row: number) => row > 0 && page.rows[row]?.step.sharesTime === true
  const rowAfter = (row: number, column: MatrixColumn): number =>
    column === 'time' && joined(row + 1) ? rowAfter(row + 1, column) : row + 1
  const uprights = [...frame.columns.map(({ span }) => span.left), right(frame), ...frame.borders.slice(1, -1)]
  const texts = shapes.flatMap((shape, row) =>
    frame.columns.flatMap(({ column, span }) => {
      if (column === 'lanes' || (column === 'time' && joined(row))) return []
      return cellTexts(shape.texts[column], column, span, topOf(row), topOf(rowAfter(row, column)))
    }),
  )
  const ends = heights.total > (heights.tops.at(-1) ?? 0) ? [level(bottom, left(frame), right(frame))] : []
  const levels = heights.tops.flatMap((_, row) => levelsAbove(topOf(row), joined(row), frame))
  return { rules: [...levels, ...ends, ...uprights.map((x) => upright(x, top, bottom))], texts }
}

/** The line above a row; where the row has one time with the row above, it leaves their cell open. */
function levelsAbove(y: number, joined: boolean, frame: Frame): Rule[] {
  const time = joined ? frame.columns.find(({ column }) => column === 'time')?.span : undefined
  if (!time) return [level(y, left(frame), right(frame))]
  const parts: [number, number][] = [
    [left(frame), time.left],
    [time.right, right(frame)],
  ]
  return parts.filter(([from, to]) => to > from).map(([from, to]) => level(y, from, to))
}

/** The rows of a page that differ from another version. */
export function marksOf({ page, frame, heights, top }: PlacedPage): MarkedRow[] {
  return page.rows.flatMap(({ step }, index) => {
    const [start, end] = [heights.tops[index] ?? 0, heights.tops[index + 1] ?? 0]
    if (!step.change) return []
    const box = { x: left(frame), y: top + start, width: right(frame) - left(frame), height: end - start }
    return [{ ...box, row: step.number, mark: step.change }]
  })
}

function cellTexts(lines: readonly string[], column: TextColumn, span: Span, top: number, bottom: number): TextLine[] {
  return centred.includes(column) ? stacked(lines, span, top, bottom, text, false) : fromLeft(lines, span, top, bottom)
}

function fromLeft(lines: readonly string[], { left }: Span, top: number, bottom: number): TextLine[] {
  return baselines(lines.length, top, bottom, text).map((y, index) => ({
    text: lines[index] ?? '',
    x: left + text.padding,
    y,
    size: text.size,
    bold: false,
    anchor: 'start',
  }))
}

function centredIn(words: string, span: Span, top: number, bottom: number): TextLine[] {
  const lines = wrap(words, span.right - span.left - 1, heading.size, true)
  return stacked(lines, span, top, bottom, heading, true)
}

type Letters = { size: number; line: number }

function stacked(lines: readonly string[], span: Span, top: number, bottom: number, letters: Letters, bold: boolean): TextLine[] {
  const x = (span.left + span.right) / 2
  return baselines(lines.length, top, bottom, letters).map((y, index) => ({
    text: lines[index] ?? '',
    x,
    y,
    size: letters.size,
    bold,
    anchor: 'middle',
  }))
}

/** Baselines of lines that stand in the middle between top and bottom. */
function baselines(count: number, top: number, bottom: number, { size, line }: Letters): number[] {
  const first = (top + bottom) / 2 - ((count - 1) * line) / 2 + size * 0.35
  return Array.from({ length: count }, (_, index) => first + index * line)
}

const left = ({ columns }: Frame): number => columns[0]?.span.left ?? 0
const right = ({ columns }: Frame): number => columns.at(-1)?.span.right ?? 0
const level = (y: number, from: number, to: number): Rule => [point(from, y), point(to, y)]
const upright = (x: number, from: number, to: number): Rule => [point(x, from), point(x, to)]
const point = (x: number, y: number): At => ({ x, y })
