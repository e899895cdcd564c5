import type { At, Box, DrawnArrow, DrawnConnector, DrawnLabel, DrawnSymbol } from './drawing.ts'
import type { Frame } from './frame.ts'
import { boundaryAt, boundaryOf, gutterOf, isBoundary, isGutter, isStrip, laneAt, levelAt, type Point, rowAt } from './grid.ts'
import type { FlowRow } from './lines.ts'
import type { Connector } from './page-connectors.ts'
import type { PageHeights } from './page-heights.ts'
import { anchorOf, type PageFlow } from './pins.ts'
import type { RoutedPage } from './route-page.ts'
import { labelHeight, labelsOfRow, labelWidth, type RowShape, type ShapeLabel, trackZone } from './row-shape.ts'
import { label as labels, lane as lanes, connector as pentagon, symbols, track } from './sizes.ts'
import { boundaryChannel, connectorOf, gutterChannel, stripPiece } from './trace.ts'

export type PlacedPage = {
  page: PageFlow
  frame: Frame
  heights: PageHeights
  shapes: readonly RowShape[]
  routed: RoutedPage
  connectors: readonly Connector[]
  /** Letter of an arrow that goes on elsewhere, and the page on which it does, from 1. */
  letterOf: (line: string) => string
  pageOf: (row: number) => number
  /** Top of the first row or strip on the paper. */
  top: number
}

type Pair = readonly [At, At]

export function symbolsOf(placed: PlacedPage): DrawnSymbol[] {
  return placed.page.rows.flatMap((row, index) =>
    row.stack.symbols.flatMap((shape, level) => {
      const columns = level === row.stack.own ? row.step.columns : [anchorOf(row)]
      return columns.map((lane) => ({
        ...boxAround(centre(placed, index, level, lane), symbols[shape]),
        shape,
        row: row.step.number,
        level,
        lane,
      }))
    }),
  )
}

export function linksOf(placed: PlacedPage): Pair[] {
  return placed.page.rows.flatMap((row, index) =>
    row.stack.links.map(({ from }): Pair => {
      const [start, end] = [centre(placed, index, from, anchorOf(row)), centre(placed, index, from + 1, anchorOf(row))]
      return [
        { x: start.x, y: start.y + halfHeight(row, from) },
        { x: end.x, y: end.y - halfHeight(row, from + 1) },
      ]
    }),
  )
}

export function jointsOf(placed: PlacedPage): Pair[] {
  return placed.page.rows.flatMap((row, index) =>
    row.step.columns.slice(1).map((lane, place): Pair => {
      const half = halfWidth(row, row.stack.own)
      const [start, end] = [row.step.columns[place] ?? lane, lane].map((own) => centre(placed, index, row.stack.own, own))
      return [
        { x: (start?.x ?? 0) + half, y: start?.y ?? 0 },
        { x: (end?.x ?? 0) - half, y: end?.y ?? 0 },
      ]
    }),
  )
}

export function arrowsOf(placed: PlacedPage): DrawnArrow[] {
  const { nets, arrows } = placed.routed
  return nets.flatMap((net, index) => {
    const points = arrows[index]?.points ?? []
    if (points.length < 2) return []
    const slotted = stripPiece(points)
    const inner = points.map((point, place) => onPaper(point, index, slotted.includes(place), placed))
    inner[0] = edgeOf(points[0], points[1], inner[0], index, placed)
    inner[inner.length - 1] = edgeOf(points.at(-1), points.at(-2), inner.at(-1), index, placed)
    return [{ id: net.line.id, target: net.target, exit: net.line.exit.edge, points: inner }]
  })
}

function onPaper({ x, y }: Point, arrow: number, slotted: boolean, placed: PlacedPage): At {
  const { frame, heights, routed, top } = placed
  const across = isGutter(x)
    ? frame.gutterX(gutterOf(x), routed.tracks.trackOf(gutterChannel(x), arrow))
    : (frame.centres[laneAt(x)] ?? 0) + (slotted ? routed.tracks.slotOf(arrow) * pentagon.apart : 0)
  const down = isBoundary(y)
    ? (heights.tops[boundaryOf(y)] ?? 0) + track.beforeFirst + routed.tracks.trackOf(boundaryChannel(y), arrow) * track.apart
    : levelY(placed, rowAt(y), (y - levelAt(rowAt(y), 0)) / 2)
  return { x: across, y: top + down }
}

/** The place on the edge of what stands at `point` that faces its neighbour. */
function edgeOf(point: Point | undefined, next: Point | undefined, at: At | undefined, arrow: number, placed: PlacedPage): At {
  if (!point || !next || !at) return { x: 0, y: 0 }
  if (isStrip(point.y)) {
    const box = connectorBox(arrow, placed)
    return { x: at.x, y: next.y > point.y ? box.y + box.height : box.y }
  }
  const row = placed.page.rows[rowAt(point.y)]
  const level = (point.y - levelAt(rowAt(point.y), 0)) / 2
  if (!row) return at
  if (next.x === point.x) return { x: at.x, y: at.y + Math.sign(next.y - point.y) * halfHeight(row, level) }
  return { x: at.x + Math.sign(next.x - point.x) * halfWidth(row, level), y: at.y }
}

export function connectorsOf(placed: PlacedPage): DrawnConnector[] {
  return placed.connectors.map((own) => ({
    ...connectorBox(
      placed.routed.nets.findIndex(({ line }) => line.id === own.line.id),
      placed,
    ),
    letter: placed.letterOf(own.line.id),
    strip: own.strip,
    pointing: (own.strip === 'above') === own.entered ? 'up' : 'down',
    hint: `${own.entered ? '→' : '←'} hal. ${placed.pageOf(own.entered ? own.line.to : own.line.from)}`,
  }))
}

/** The box of the connector at which an arrow ends. */
function connectorBox(arrow: number, { frame, heights, top, routed }: PlacedPage) {
  const pin = connectorOf(routed.arrows[arrow]?.points ?? [])
  const x = (frame.centres[laneAt(pin?.x ?? 0)] ?? 0) + routed.tracks.slotOf(arrow) * pentagon.apart
  const zone = trackZone(routed.tracks.countOf(boundaryChannel(boundaryAt(heights.tops.length - 1))))
  const y = (pin?.y ?? 0) < 0 ? pentagon.hint : (heights.tops.at(-1) ?? 0) + zone
  return { x: x - pentagon.width / 2, y: top + y, width: pentagon.width, height: pentagon.height }
}

export function labelsOf(placed: PlacedPage): DrawnLabel[] {
  return placed.page.rows.flatMap((row, index) =>
    (placed.shapes[index]?.labels ?? []).map((label) => ({
      ...labelBox(placed, label, row, index),
      lines: label.lines,
      row: row.step.number,
    })),
  )
}

function labelBox(placed: PlacedPage, label: ShapeLabel, row: FlowRow, index: number): Box {
  const middle = centre(placed, index, label.level, anchorOf(row))
  const size = { width: labelWidth(label), height: labelHeight(label) }
  if (label.at === 'below') return { x: middle.x + lanes.belowStart, y: middle.y + halfHeight(row, label.level) + 0.3, ...size }
  const left = label.edge !== null && leavesLeft(placed, label.edge, index)
  const x = left ? middle.x - lanes.labelStart - size.width : middle.x + lanes.labelStart
  return { x, y: middle.y - labels.gap - size.height, ...size }
}

function leavesLeft({ routed }: PlacedPage, edge: string, row: number): boolean {
  const index = routed.nets.findIndex(
    ({ line }, place) => line.exit.edge === edge && rowAt(routed.arrows[place]?.points[0]?.y ?? -1) === row,
  )
  const [start, next] = routed.arrows[index]?.points ?? []
  return start !== undefined && next !== undefined && next.x < start.x
}

function centre(placed: PlacedPage, row: number, level: number, lane: number): At {
  return { x: placed.frame.centres[lane] ?? 0, y: placed.top + levelY(placed, row, level) }
}

/** The symbols of a row stand in the middle of what tracks leave free. */
function levelY({ heights, shapes, routed }: PlacedPage, row: number, level: number): number {
  const shape = shapes[row]
  const [top, next] = [heights.tops[row] ?? 0, heights.tops[row + 1] ?? 0]
  if (!shape) return top
  const zone = trackZone(routed.tracks.countOf(boundaryChannel(boundaryAt(row))))
  const spare = next - top - zone - shape.stackHeight - shape.below
  return top + zone + Math.max(0, spare) / 2 + (shape.levels[level] ?? 0)
}

const halfHeight = ({ stack }: FlowRow, level: number): number => symbols[stack.symbols[level] ?? 'box'].height / 2
const halfWidth = ({ stack }: FlowRow, level: number): number => symbols[stack.symbols[level] ?? 'box'].width / 2

function boxAround({ x, y }: At, { width, height }: { width: number; height: number }) {
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** What a lane needs on either side of its middle: its widest symbol with its labels. */
export function halfOf(lane: number, rows: readonly FlowRow[]): number {
  const own = rows.flatMap((row) => (anchorOf(row) === lane ? labelsOfRow(row).map(reachOf) : []))
  return Math.max(symbols.box.width / 2 + lanes.beside, ...own)
}

const labelStart = { below: lanes.belowStart, beside: lanes.labelStart }
const reachOf = (label: ShapeLabel): number => labelStart[label.at] + labelWidth(label) + lanes.labelEnd
