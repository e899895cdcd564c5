import { element, type SvgElement, svgText } from '../matrix/element.ts'
import { arrowHead, hundredths, lastPiece, outline, path } from '../matrix/strokes.ts'
import { type PageWords, typeface } from '../matrix/svg.ts'
import { stepsInWords } from '../matrix/words.ts'
import type { SopFlow } from '../sop-paper.ts'
import type { FlowPicture, PictureLabel, PictureSymbol } from './drawing.ts'
import { label, symbol, what, who } from './sizes.ts'
import { heightOf } from './symbol-size.ts'

/** What the picture says to a reader who does not see it. */
export function flowPictureWords({ title, lanes, steps }: SopFlow): PageWords {
  return { title: `Alur SOP ${title}`, description: stepsInWords(lanes, steps) }
}

/** The picture as an SVG file; the same picture always gives the same bytes. */
export function flowPictureSvg(picture: FlowPicture, words: PageWords): string {
  const { width, height } = picture
  const file = { xmlns: 'http://www.w3.org/2000/svg', width: hundredths(width), height: hundredths(height) }
  return svgText(flowPictureElement(picture, words, file))
}

/** The picture in the colour of the text around it; classes name what a page may colour otherwise. */
export function flowPictureElement(
  picture: FlowPicture,
  { title, description, id = 'flow' }: PageWords,
  more: SvgElement['attributes'] = {},
): SvgElement {
  const attributes = {
    ...more,
    className: 'flow-picture',
    viewBox: `0 0 ${hundredths(picture.width)} ${hundredths(picture.height)}`,
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
  }
  return element('svg', attributes, [
    element('title', { id: `${id}-title` }, [title]),
    element('desc', { id: `${id}-desc` }, [description]),
    ...shapesOf(picture),
  ])
}

const tip = { length: 7, half: 3 }

function shapesOf({ symbols, links, arrows, labels }: FlowPicture): SvgElement[] {
  const drawn = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.2, strokeLinejoin: 'round' }
  const heads = [...links, ...arrows.map(lastPiece)].map((piece) => arrowHead(piece, tip))
  return [
    element('g', { ...drawn, className: 'flow-picture__lines' }, [
      ...links.map(path),
      ...arrows.map(({ points }) => path(points)),
    ]),
    element('g', { fill: 'currentColor', className: 'flow-picture__tips' }, heads),
    element(
      'g',
      { ...drawn, className: 'flow-picture__symbols' },
      symbols.map((own) => outline(own, symbol.round)),
    ),
    element('g', { fill: 'currentColor', fontFamily: typeface }, [...symbols.flatMap(symbolWords), ...labels.map(labelWords)]),
  ]
}

function symbolWords(own: PictureSymbol): SvgElement[] {
  const { x, y, width, height, words } = own
  const middle = x + width / 2
  const top = y + (height - heightOf(words)) / 2
  const below = top + words.who.length * who.line
  return [
    ...lines(words.who, middle, top, who, { className: 'flow-picture__who', fontWeight: 'bold' }),
    ...lines(words.what, middle, below, what, {}),
  ]
}

type Set = { size: number; line: number }

function lines(
  words: readonly string[],
  x: number,
  top: number,
  { size, line }: Set,
  more: SvgElement['attributes'],
): SvgElement[] {
  if (words.length === 0) return []
  const rows = words.map((text, index) =>
    element('tspan', { x: hundredths(x), y: hundredths(top + (index + 0.77) * line) }, [text]),
  )
  return [element('text', { ...more, fontSize: size, textAnchor: 'middle' }, rows)]
}

function labelWords({ x, y, width, lines: words, anchor }: PictureLabel): SvgElement {
  const edge = anchor === 'end' ? x + width : x
  const rows = words.map((text, index) =>
    element('tspan', { x: hundredths(edge), y: hundredths(y + (index + 0.77) * label.line) }, [text]),
  )
  return element(
    'text',
    { className: 'flow-picture__label', fontSize: label.size, fontStyle: 'italic', textAnchor: anchor },
    rows,
  )
}
