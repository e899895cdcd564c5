import type { Box, DrawnConnector, DrawnLabel, MarkedRow, MatrixDrawing, MatrixPage, TextLine } from './drawing.ts'
import { element, type SvgElement, svgText } from './element.ts'
import { label as labels } from './sizes.ts'
import { arrowHead, at, closed, hundredths, lastPiece, outline, path } from './strokes.ts'

/** What a page says of itself to a reader who does not see it. */
export type PageWords = { title: string; description: string /** Tells pictures of one page apart. */; id?: string }

export const typeface = "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif"

/** One page as an SVG file; the same page always gives the same bytes. */
export function matrixSvg(drawing: MatrixDrawing, page: MatrixPage, words: PageWords): string {
  const { width, height } = drawing.paper
  const file = { xmlns: 'http://www.w3.org/2000/svg', width: `${width}mm`, height: `${height}mm` }
  return svgText(picture({ x: 0, y: 0, width: drawing.width, height: drawing.height }, page, words, file))
}

/** The table of a page without the margins of the paper, in one colour: that of the text around it. */
export function matrixElement(page: MatrixPage, words: PageWords): SvgElement {
  return picture(tableBox(page), page, words)
}

function tableBox({ rules }: MatrixPage): Box {
  const [across, down] = [rules.flat().map(({ x }) => x), rules.flat().map(({ y }) => y)]
  const [x, y] = [Math.min(...across) - 0.2, Math.min(...down) - 0.2]
  return { x, y, width: Math.max(...across) + 0.2 - x, height: Math.max(...down) + 0.2 - y }
}

function picture(
  { x, y, width, height }: Box,
  page: MatrixPage,
  words: PageWords,
  more: SvgElement['attributes'] = {},
): SvgElement {
  const id = idOf(page, words)
  const attributes = {
    ...more,
    className: 'matrix',
    viewBox: [x, y, width, height].map(hundredths).join(' '),
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
  }
  return element('svg', attributes, shapesOf(page, words))
}

const idOf = ({ number }: MatrixPage, { id = 'matrix' }: PageWords): string => `${id}-${number}`

const tip = { length: 1.7, half: 0.65 }

function shapesOf(page: MatrixPage, words: PageWords): SvgElement[] {
  const { title, description } = words
  const id = idOf(page, words)
  const drawn = { fill: 'none', stroke: 'currentColor' }
  const heads = [...page.links, ...page.arrows.map(lastPiece)].map((piece) => arrowHead(piece, tip))
  return [
    element('title', { id: `${id}-title` }, [title]),
    element('desc', { id: `${id}-desc` }, [description]),
    ...(page.marks.length > 0 ? [element('g', { fill: 'currentColor' }, page.marks.flatMap(markedRow))] : []),
    element('g', { ...drawn, strokeWidth: 0.2 }, page.rules.map(path)),
    element('g', { ...drawn, strokeWidth: 0.3, strokeLinejoin: 'round' }, [
      ...page.joints.map(path),
      ...page.links.map(path),
      ...page.arrows.map(({ points }) => path(points)),
      ...page.symbols.map((symbol) => outline(symbol)),
      ...page.connectors.map(pentagon),
    ]),
    element('g', { fill: 'currentColor' }, heads),
    element('g', { fill: 'currentColor', fontFamily: typeface }, [
      ...page.texts.map(textLine),
      ...page.labels.map(label),
      ...page.connectors.flatMap(connectorWords),
    ]),
  ]
}

/** A shade, and a bar at the edge: broad for a new row, thin for a changed one. The word stands below the number. */
function markedRow({ x, y, width, height, mark }: MarkedRow): SvgElement[] {
  const box = { x: hundredths(x), y: hundredths(y), height: hundredths(height) }
  return [
    element('rect', { ...box, width: hundredths(width), opacity: mark === 'added' ? 0.1 : 0.05 }),
    element('rect', { ...box, width: mark === 'added' ? 1.4 : 0.7 }),
  ]
}

/** A home plate: its tip points the way the flow goes on. */
function pentagon({ x, y, width, height, pointing }: DrawnConnector): SvgElement {
  const [flat, tip] = pointing === 'down' ? [y, y + height] : [y + height, y]
  const shoulder = flat + (tip - flat) * 0.6
  return closed([at(x, flat), at(x + width, flat), at(x + width, shoulder), at(x + width / 2, tip), at(x, shoulder)])
}

function connectorWords({ x, y, width, height, pointing, strip, letter, hint }: DrawnConnector): SvgElement[] {
  const middle = hundredths(x + width / 2)
  const inside = y + height / 2 + (pointing === 'down' ? 0.2 : 1.4)
  const outside = strip === 'above' ? y - 0.7 : y + height + 2.3
  return [
    element('text', { x: middle, y: hundredths(inside), fontSize: 2.4, fontWeight: 'bold', textAnchor: 'middle' }, [letter]),
    element('text', { x: middle, y: hundredths(outside), fontSize: 1.9, textAnchor: 'middle' }, [hint]),
  ]
}

function textLine({ text, size, bold, anchor, turned, ...place }: TextLine): SvgElement {
  const [x, y] = [hundredths(place.x), hundredths(place.y)]
  return element(
    'text',
    {
      x,
      y,
      fontSize: size,
      ...(bold ? { fontWeight: 'bold' } : {}),
      ...(anchor === 'middle' ? { textAnchor: 'middle' } : {}),
      ...(turned ? { transform: `rotate(-90 ${x} ${y})` } : {}),
    },
    [text],
  )
}

function label({ x, y, lines }: DrawnLabel): SvgElement {
  const rows = lines.map((words, index) =>
    element('tspan', { x: hundredths(x), y: hundredths(y + (index + 0.8) * labels.line) }, [words]),
  )
  return element('text', { fontSize: labels.size }, rows)
}
