import { expect } from 'vitest'
import type { At, Box, MatrixDrawing, MatrixPage } from '#engine/papers/matrix/drawing.ts'
import { layoutMatrix, matrixSvg, officialMatrix } from '#engine/papers/matrix/index.ts'
import type { MatrixPaper } from './any-matrix.ts'
import { close, crossed, meet, overlap, pairs, pieces, runsThrough, same } from './drawn.ts'

type Claim = (drawing: MatrixDrawing, paper: MatrixPaper) => void
const claims = new Map<string, Claim>()
const holds = (name: string, claim: Claim) => claims.set(name, claim)

/** Fails, and says which, where a drawing breaks a promise of the matrix. */
export function keepsItsPromises(drawing: MatrixDrawing, paper: MatrixPaper): void {
  for (const [name, claim] of claims) promise(name, () => claim(drawing, paper))
}

/** Names the promise that a drawing breaks. */
function promise(name: string, kept: () => void): void {
  try {
    kept()
  } catch (cause) {
    throw new Error(`The matrix no longer ${name}.`, { cause })
  }
}

holds('draws every arrow once, or as two halves with the same letter', (drawing, { steps }) => {
  const wanted = steps.flatMap(({ number, exits }) => exits.flatMap(({ edge, to }) => to.map((row) => ({ number, edge, row }))))
  const ends = (number: number) => drawnEnds(drawing, number)
  for (const { number, edge, row } of wanted) {
    const drawn = drawing.pages.flatMap((page) => page.arrows.filter(({ id }) => id === `${edge} ${targetOf(number, row)}`))
    if (row === null && ends(number).ownBelow.includes(edge)) expect(drawn).toHaveLength(0)
    else if (row === null || samePage(drawing, number, row)) expect(drawn, `${edge} to ${row}`).toHaveLength(1)
    else expect(drawn, `${edge} to ${row}`).toHaveLength(2)
  }
  const letters = drawing.pages.flatMap((page) => page.connectors.map(({ letter }) => letter))
  const each = new Set(letters)
  expect(letters).toHaveLength(each.size * 2)
  expect(each.has('')).toBe(false)
})

holds('leads every arrow from the edge of a symbol or connector to another, in right angles', (drawing) => {
  for (const page of drawing.pages) {
    for (const { points, id } of page.arrows) {
      expect(
        pieces(points).every(([a, b]) => same(a.x, b.x) !== same(a.y, b.y)),
        id,
      ).toBe(true)
      for (const end of [points[0], points.at(-1)]) expect(touches(page, end), id).toBe(true)
    }
  }
})

holds('runs no line through a symbol, a connector, a label or out of the lanes', (drawing) => {
  for (const page of drawing.pages) {
    const solid = [...page.symbols, ...page.connectors, ...page.labels]
    for (const { points, id } of page.arrows) {
      for (const piece of pieces(points)) {
        const hit = solid.find((box) => runsThrough(piece, box))
        expect(hit, `${id} on page ${page.number}`).toBeUndefined()
      }
    }
    expect(page.arrows.flatMap(({ points }) => points).every(inside(lanesOf(page)))).toBe(true)
  }
})

holds('lets lines run together only to one target or out of one exit', (drawing) => {
  for (const page of drawing.pages) {
    for (const [one, other] of pairs(page.arrows)) {
      if (one.target === other.target || one.exit === other.exit) continue
      const shared = crossed(one, other).find(([a, b]) => meet(a, b))
      expect(shared, `${one.id} and ${other.id} on page ${page.number}`).toBeUndefined()
    }
  }
})

holds('keeps symbols, labels and connectors apart from each other', (drawing) => {
  for (const page of drawing.pages) {
    const all: Box[] = [...page.symbols, ...page.connectors, ...page.labels]
    const hit = pairs(all).find(([a, b]) => overlap(a, b))
    expect(hit, `page ${page.number}`).toBeUndefined()
  }
})

holds('numbers the rows without a gap, under headings on every page, within the page', (drawing, { steps }) => {
  const rows = drawing.pages.flatMap((page) => Array.from({ length: page.count }, (_, index) => page.first + index))
  expect(rows).toEqual(steps.map(({ number }) => number))
  for (const page of drawing.pages) {
    expect(page.texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['No', 'Kegiatan', 'Pelaksana', 'Kelengkapan']))
    const lowest = Math.max(...page.rules.flat().map(({ y }) => y))
    expect(lowest).toBeLessThanOrEqual(drawing.height - officialMatrix.margin)
    expect(Math.max(...page.rules.flat().map(({ x }) => x))).toBeLessThanOrEqual(drawing.width - officialMatrix.margin + close)
  }
})

holds('prints one time for rows that share it, and again on each page', (drawing, { steps }) => {
  for (const page of drawing.pages) {
    const rows = steps.slice(page.first - 1, page.first - 1 + page.count)
    const times = rows.filter(({ time, sharesTime }, index) => time !== '' && (index === 0 || !sharesTime))
    expect(page.texts.filter(({ text }) => /^\d hari/.test(text))).toHaveLength(times.length)
  }
})

holds('gives the same bytes each time', (drawing, paper) => {
  const again = layoutMatrix(structuredClone(paper), officialMatrix)
  const svg = (own: MatrixDrawing) => own.pages.map((page) => matrixSvg(own, page, { title: 'SOP', description: 'Langkah' }))
  expect(svg(again)).toEqual(svg(drawing))
})

const targetOf = (number: number, row: number | null): string => (row === null ? `end of ${number - 1}` : `${row - 1}`)

function samePage({ pages }: MatrixDrawing, a: number, b: number): boolean {
  return pages.some(({ first, count }) => [a, b].every((row) => row >= first && row < first + count))
}

/** The exits of a row that end the procedure in the row's own symbols, without an arrow between rows. */
function drawnEnds(drawing: MatrixDrawing, number: number): { ownBelow: string[] } {
  const arrows = drawing.pages.flatMap((page) => page.arrows.filter(({ target }) => target === `end of ${number - 1}`))
  const drawn = new Set(arrows.map(({ exit }) => exit))
  const links = drawing.pages.flatMap((page) => page.symbols.filter(({ row, shape }) => row === number && shape === 'capsule'))
  return { ownBelow: links.length > 0 ? endsOf(number, drawn) : [] }
}

const endsOf = (number: number, drawn: ReadonlySet<string>): string[] =>
  ['on', '0', '1', '2']
    .map((name) => `${number - 1}-${name}`)
    .filter((edge) => !drawn.has(edge))
    .slice(0, 4)

function touches(page: MatrixPage, point: At | undefined): boolean {
  if (!point) return false
  return [...page.symbols, ...page.connectors].some(({ x, y, width, height }) => {
    const onSide = (same(point.x, x) || same(point.x, x + width)) && point.y > y && point.y < y + height
    const onEnd = (same(point.y, y) || same(point.y, y + height)) && point.x > x && point.x < x + width
    return onSide || onEnd
  })
}

function lanesOf(page: MatrixPage): Box {
  const heading = page.texts.find(({ text }) => text === 'Pelaksana')
  const top = page.rules
    .map(([from, to]) => [from, to] as const)
    .find(([from, to]) => same(from.y, to.y) && heading && from.x < heading.x && to.x > heading.x && from.y > heading.y)
  const [from, to] = top ?? [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ]
  return { x: from.x, y: 0, width: to.x - from.x, height: 1000 }
}

const inside =
  ({ x, width }: Box) =>
  (point: At): boolean =>
    point.x > x + close && point.x < x + width - close
