import type { SopPaper } from '../sop-paper.ts'
import type { MatrixDrawing, MatrixPage } from './drawing.ts'
import { type Choice, choicesFor, type Frame, frameOf, type Needs, neededWidth, type TextWidths, textWidthsOf } from './frame.ts'
import { gutterAt } from './grid.ts'
import { type FlowRow, flowOf, type Line } from './lines.ts'
import type { MatrixOptions, RowMarks, TextColumn } from './options.ts'
import { type Connector, connectorLetter, connectorsOn } from './page-connectors.ts'
import { pageHeights, usualHeight } from './page-heights.ts'
import { headHeight, marksOf, tableOf } from './page-table.ts'
import { breakPages, type PageSpan } from './pages.ts'
import type { PageFlow } from './pins.ts'
import { arrowsOf, connectorsOf, halfOf, jointsOf, labelsOf, linksOf, type PlacedPage, symbolsOf } from './place-page.ts'
import { type KnownWays, type RoutedPage, routePage } from './route-page.ts'
import { rowShape } from './row-shape.ts'
import { footer, papers, connector as pentagon, textColumns } from './sizes.ts'
import type { MatrixStep } from './steps.ts'
import { gutterChannel } from './trace.ts'

/**
 * Draws the SOP matrix of a paper: rows in flow order, lanes as columns, arrows in tracks, pages broken between rows
 * (domain 2.5). The same paper and options always give the same drawing. Where even F4 is too narrow, or a row is higher than
 * a page, all is drawn smaller.
 */
export function layoutMatrix(sop: Pick<SopPaper, 'lanes' | 'steps'>, options: MatrixOptions): MatrixDrawing {
  const names = sop.lanes.map(({ name }) => name)
  const { rows, lines } = flowOf(stepsOf(sop, options.marks))
  const halves = names.map((_, lane) => halfOf(lane, rows))
  const flow = { names, halves, rows, lines, sheetOf: sheetsOf(rows, lines, names.length) }
  const choices = choicesFor(silentColumns(flow.rows), options)
  for (const choice of choices) {
    if (neededWidth(needsOf(flow, []), choice, options) > choice.paper.width) continue
    const plan = planPages(flow, choice, choice.texts, options)
    if (neededWidth(plan.needs, choice, options) <= choice.paper.width) {
      return drawingOf(highEnough(brokenAgain(plan, options), options), choice.paper, options)
    }
  }
  return drawnSmaller(flow, choices.at(-1), options)
}

/** Once more with the text columns as wide as they became, so that no page ends before it is full. */
function brokenAgain(plan: Plan, options: MatrixOptions): Plan {
  const widths = textWidthsOf(frameOf(plan.needs, plan.choice, options), plan.choice.texts)
  const again = planPages(plan.flow, plan.choice, widths, options)
  const now = textWidthsOf(frameOf(again.needs, again.choice, options), again.choice.texts)
  const narrower = spoken.some((column) => now[column] < widths[column]) || now.activity < widths.activity
  return narrower || neededWidth(again.needs, again.choice, options) > again.choice.paper.width ? plan : again
}

/** On a larger sheet that is printed smaller: larger until the lanes that its pages need have room. */
function drawnSmaller(flow: Flow, choice: Choice | undefined, options: MatrixOptions): MatrixDrawing {
  const paper = choice?.paper ?? papers.F4
  const texts = choice?.texts ?? textColumns[2]
  const enlarged = (needs: Needs): Choice => {
    const scale = Math.max(1, neededWidth(needs, { paper, texts }, options) / paper.width)
    return { paper: { width: paper.width * scale, height: paper.height * scale }, texts }
  }
  const bare = needsOf(flow, [])
  const likely = { ...bare, tracks: bare.tracks.map(() => usualTracks) }
  const first = planPages(flow, enlarged(likely), texts, options, true)
  const second = planPages(flow, enlarged(first.needs), texts, options)
  const needed = enlarged(second.needs)
  const wider = needed.paper.width > second.choice.paper.width ? needed : second.choice
  return drawingOf(highEnough({ ...second, choice: wider }, options), paper, options)
}

const larger = 1.15
const rounding = 1e-6
const enlargements = 16

/** On larger sheets as long as a row is higher than one, which is then printed smaller. */
function highEnough(plan: Plan, options: MatrixOptions): Plan {
  let fitting = plan
  for (let times = 0; times < enlargements && !fitsIts(fitting, options); times += 1) {
    const { paper, texts } = fitting.choice
    const choice = { paper: { width: paper.width * larger, height: paper.height * larger }, texts }
    const widths = textWidthsOf(frameOf(fitting.needs, choice, options), texts)
    fitting = planPages(fitting.flow, choice, widths, options)
  }
  return fitting
}

function fitsIts({ flow, sheets, needs, choice }: Plan, options: MatrixOptions): boolean {
  if (neededWidth(needs, choice, options) > choice.paper.width + rounding) return false
  const frame = frameOf(needs, choice, options)
  const widths = textWidthsOf(frame, choice.texts)
  const available = availableHeight(frame, choice, options)
  return sheets.every(({ span, routed, connectors }) => {
    const shapes = within(span, flow.rows).map((row) => rowShape(row, widths))
    return span.count > 1 || pageHeights(shapes, routed.tracks, connectors).total <= available
  })
}

function availableHeight(frame: Frame, { paper }: Choice, options: MatrixOptions): number {
  return paper.height - 2 * options.margin - headHeight(frame, options) - footer
}

/** Tracks of a gutter on the fullest page of a large flow. */
const usualTracks = 2

const spoken: readonly TextColumn[] = ['requirements', 'time', 'output', 'remarks']

function silentColumns(rows: readonly FlowRow[]): Set<TextColumn> {
  return new Set(spoken.filter((column) => rows.every(({ step }) => column !== 'number' && step[column].length === 0)))
}

type Flow = {
  names: readonly string[]
  /** What the symbols and labels of each lane need on either side of its middle. */
  halves: readonly number[]
  rows: readonly FlowRow[]
  lines: readonly Line[]
  sheetOf: (span: PageSpan) => Sheet
}
type Sheet = { span: PageSpan; page: PageFlow; routed: RoutedPage; connectors: readonly Connector[] }
type Plan = { flow: Flow; sheets: readonly Sheet[]; needs: Needs; choice: Choice }

/** Lanes by their column, so that a step knows where it stands. */
function stepsOf({ lanes, steps }: Pick<SopPaper, 'lanes' | 'steps'>, marks: RowMarks = new Map()): MatrixStep[] {
  const column = new Map(lanes.map(({ id }, index) => [id, index]))
  return steps.map(({ lane, joint, ...step }) => {
    const columns = [lane, ...joint].flatMap((id) => column.get(id) ?? [])
    return { ...step, columns: [...new Set(columns)].toSorted((a, b) => a - b), change: marks.get(step.number) ?? null }
  })
}

/** Breaks the rows into pages and draws the arrows of each; `roughly` by the heights that are usual, which asks for less. */
function planPages(flow: Flow, choice: Choice, texts: TextWidths, options: MatrixOptions, roughly = false): Plan {
  const shapes = flow.rows.map((row) => rowShape(row, texts))
  const bare = needsOf(flow, [])
  const available = availableHeight(frameOf(bare, choice, options), choice, options)
  const usual = (span: PageSpan) => usualHeight(within(span, shapes))
  const drawn = (span: PageSpan) => {
    const { routed, connectors } = flow.sheetOf(span)
    return pageHeights(within(span, shapes), routed.tracks, connectors).total
  }
  const pages = breakPages(flow.rows.length, flow.lines, { available, usual, drawn: roughly ? usual : drawn }).map(flow.sheetOf)
  return { flow, sheets: pages, choice, needs: needsOf(flow, pages) }
}

const within = <T>({ first, count }: PageSpan, rows: readonly T[]): T[] => rows.slice(first, first + count)

/** The arrows of a page depend on its rows alone; each page is routed once, whatever widths are tried. */
function sheetsOf(rows: readonly FlowRow[], lines: readonly Line[], lanes: number): Flow['sheetOf'] {
  const known = new Map<string, Sheet>()
  const ways: KnownWays = new Map()
  return (span) => {
    const key = `${span.first} ${span.count}`
    const own = known.get(key) ?? sheet(span, rows, lines, lanes, ways)
    known.set(key, own)
    return own
  }
}

function sheet(span: PageSpan, rows: readonly FlowRow[], lines: readonly Line[], lanes: number, ways: KnownWays): Sheet {
  const page = { first: span.first, rows: within(span, rows), lanes }
  const connectors = connectorsOn(span, lines)
  return { span, page, routed: routePage(page, lines, connectors, ways), connectors }
}

/** What lanes and gutters need for what these pages show; for none of them, before any arrow is drawn. */
function needsOf({ names, halves }: Flow, sheets: readonly Sheet[]): Needs {
  const connectors = (lane: number) => Math.max(0, ...sheets.map(({ routed }) => routed.tracks.besideOf(lane)))
  const tracks = (gutter: number) =>
    Math.max(0, ...sheets.map(({ routed }) => routed.tracks.countOf(gutterChannel(gutterAt(gutter)))))
  return {
    names,
    halves: halves.map((half, lane) => Math.max(half, connectors(lane) * pentagon.apart)),
    tracks: Array.from({ length: names.length + 1 }, (_, gutter) => tracks(gutter)),
  }
}

function drawingOf({ flow, sheets, needs, choice }: Plan, paper: Choice['paper'], options: MatrixOptions): MatrixDrawing {
  const frame = frameOf(needs, choice, options)
  const widths = textWidthsOf(frame, choice.texts)
  const shapes = flow.rows.map((row) => rowShape(row, widths))
  const pageOf = (row: number) => sheets.findIndex(({ span }) => row < span.first + span.count) + 1
  const passing = flow.lines.filter(({ from, to }) => pageOf(from) !== pageOf(to))
  const letters = new Map(passing.map(({ id }, index) => [id, connectorLetter(index)]))
  const letterOf = (line: string) => letters.get(line) ?? ''
  const top = frame.margin + headHeight(frame, options)
  const pages = sheets.map(({ span, page, routed, connectors }, index): MatrixPage => {
    const own = within(span, shapes)
    const heights = pageHeights(own, routed.tracks, connectors)
    const placed = { page, routed, connectors, shapes: own, heights, frame, top, letterOf, pageOf }
    return { number: index + 1, first: span.first + 1, count: span.count, ...shapesOf(placed, options) }
  })
  return { width: frame.width, height: frame.height, paper, pages }
}

function shapesOf(placed: PlacedPage, options: MatrixOptions): Omit<MatrixPage, 'number' | 'first' | 'count'> {
  return {
    ...tableOf(placed, options),
    symbols: symbolsOf(placed),
    links: linksOf(placed),
    joints: jointsOf(placed),
    arrows: arrowsOf(placed),
    labels: labelsOf(placed),
    connectors: connectorsOf(placed),
    marks: marksOf(placed),
  }
}
