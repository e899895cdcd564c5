import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aMatrixPaper, type MatrixPaper } from '#test/engine/any-matrix.ts'
import { crossed, meet, overlap, pairs, pieces, runsThrough, same } from '#test/engine/drawn.ts'
import { tries } from '#test/support/tries.ts'
import type { At } from '../matrix/drawing.ts'
import { widthOf } from '../matrix/letter-widths.ts'
import type { FlowPicture, PictureSymbol } from './drawing.ts'
import { flowPictureSvg, layoutFlowPicture } from './index.ts'
import { what, who } from './sizes.ts'
import { heightOf } from './symbol-size.ts'

// A flow of forty rows takes minutes to shrink, so the first counterexample is shown as it was found.
const runs = { numRuns: tries(100), endOnFailure: true }

type Claim = (picture: FlowPicture, paper: MatrixPaper) => void
const claims = new Map<string, Claim>()
const holds = (name: string, claim: Claim) => claims.set(name, claim)

it('keeps all its promises for random flows of up to 40 rows and 6 loops', () => {
  fc.assert(
    fc.property(aMatrixPaper(), (paper) => {
      const picture = layoutFlowPicture(paper)
      for (const [name, claim] of claims) promise(name, () => claim(picture, paper))
    }),
    runs,
  )
})

/** Names the promise that a picture breaks. */
function promise(name: string, kept: () => void): void {
  try {
    kept()
  } catch (cause) {
    throw new Error(`The picture no longer ${name}.`, { cause })
  }
}

holds('draws every exit once to each row that it leads to, and to an end where it ends', (picture, { steps }) => {
  const wanted = steps.flatMap(({ mark, number, exits }) => {
    const itself = mark === 'capsule' && exits.every(({ to }) => to.every((row) => row === null))
    return itself
      ? []
      : exits.flatMap(({ edge, to }) => to.map((row) => `${edge} ${row === null ? `end of ${number - 1}` : row - 1}`))
  })
  const drawn = picture.arrows.map(({ id }) => id.replace(/ at \d+ \w+$/, ''))
  expect(drawn.toSorted()).toEqual(wanted.toSorted())
  const ends = picture.symbols.filter(({ words }) => words.what[0] === 'Selesai')
  expect(ends).toHaveLength(new Set(picture.arrows.filter(({ id }) => id.includes('end of')).map(({ target }) => target)).size)
})

holds('leads every arrow from a symbol to the symbol of its target, in right angles', (picture, { steps }) => {
  const rowOf = new Map(steps.flatMap(({ exits }, row) => exits.map(({ edge }): [string, number] => [edge, row])))
  const wrong = picture.arrows.filter(({ points, target, exit }) => {
    const leaving = rowOf.get(exit) ?? -1
    const right = pieces(points).every(([a, b]) => same(a.x, b.x) !== same(a.y, b.y))
    const aims = rowsAt(picture, points.at(-1)).includes(target.startsWith('end') ? leaving : Number(target))
    return !(right && aims && rowsAt(picture, points[0]).includes(leaving))
  })
  expect(wrong).toEqual([])
})

holds('runs no line through a symbol or a label', ({ arrows, links, symbols, labels }) => {
  const solid = [...symbols, ...labels]
  const lines = [...links, ...arrows.flatMap(({ points }) => pieces(points))]
  expect(lines.filter((piece) => solid.some((box) => runsThrough(piece, box)))).toEqual([])
})

holds('lets lines run together only to one target or out of one exit', ({ arrows }) => {
  const apart = pairs(arrows).filter(([one, other]) => one.target !== other.target && one.exit !== other.exit)
  const shared = apart.filter(([one, other]) => crossed(one, other).some(([a, b]) => meet(a, b)))
  expect(shared.map(([one, other]) => [one.id, other.id])).toEqual([])
})

holds('keeps symbols and labels apart from each other', ({ symbols, labels }) => {
  expect(pairs([...symbols, ...labels]).filter(([a, b]) => overlap(a, b))).toEqual([])
})

holds('keeps words inside their symbols', ({ symbols }) => {
  const cramped = symbols.filter((own) => {
    const [wide, high] = [widest(own), heightOf(own.words)]
    return own.shape === 'diamond' ? wide / own.width + high / own.height > 1 : wide >= own.width || high >= own.height
  })
  expect(cramped).toEqual([])
})

holds('says of every step who acts and what is done', ({ symbols }, { lanes, steps }) => {
  const said = symbols.map(({ words }) => `${words.who.join(' ')}: ${words.what.join('')}`.replaceAll(' ', ''))
  for (const { number, lane, joint, activity } of steps) {
    const names = [lane, ...joint].map((id) => lanes.find((own) => own.id === id)?.name)
    expect(said).toContain(`${number}. ${names.join(' dan ')}: ${activity}`.replaceAll(' ', ''))
  }
})

holds('draws nothing outside of its frame', ({ width, height, arrows, symbols, labels }) => {
  const corners = [...symbols, ...labels].flatMap((box) => [box, { x: box.x + box.width, y: box.y + box.height }])
  const points = [...corners, ...arrows.flatMap((arrow) => arrow.points)]
  expect(points.filter(({ x, y }) => !(x >= 0 && x <= width && y >= 0 && y <= height))).toEqual([])
})

holds('gives the same bytes each time', (picture, paper) => {
  const words = { title: 'SOP', description: 'Langkah' }
  expect(flowPictureSvg(layoutFlowPicture(structuredClone(paper)), words)).toBe(flowPictureSvg(picture, words))
})

/** Rows of the symbols on whose edge a point lies. */
function rowsAt({ symbols }: FlowPicture, point: At | undefined): number[] {
  if (!point) return []
  const touching = symbols.filter(({ x, y, width, height }) => {
    const onSide = (same(point.x, x) || same(point.x, x + width)) && point.y > y && point.y < y + height
    const onEnd = (same(point.y, y) || same(point.y, y + height)) && point.x > x && point.x < x + width
    return onSide || onEnd
  })
  return touching.map(({ row }) => row)
}

const widest = ({ words }: PictureSymbol): number =>
  Math.max(...words.who.map((line) => widthOf(line, who.size, true)), ...words.what.map((line) => widthOf(line, what.size)))
