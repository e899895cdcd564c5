import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StandardFile } from '#engine/definition/shipped.ts'
import { sopPaper } from '#engine/papers/index.ts'
import { aDefinition, aLane, anEdge, anEnd, anOutcome, aReview, aStart, aTask } from '#test/builders/definition.ts'
import { aBranchedSop, anAgencyProfile, aPublication, aSopWithOneTime } from '#test/builders/papers.ts'
import { aMatrixPaper } from '#test/engine/any-matrix.ts'
import type { MatrixDrawing, MatrixPage } from './drawing.ts'
import { layoutMatrix, type MatrixOptions, matrixSvg, officialMatrix, pageWords } from './index.ts'
import { widthOf } from './letter-widths.ts'

const agencies = fileURLToPath(new URL('../../../definitions/agencies/', import.meta.url))
const paperOf = (definition: Parameters<typeof sopPaper>[0]) => sopPaper(definition, aPublication(), anAgencyProfile())
const draw = (definition: Parameters<typeof sopPaper>[0], options: Partial<MatrixOptions> = {}): MatrixDrawing =>
  layoutMatrix(paperOf(definition), { ...officialMatrix, ...options })

/** A clerk hands in, a head decides with these outcomes, a clerk concludes. */
const decided = (edges: ReturnType<typeof anEdge>[], kinds: readonly ('accept' | 'revise' | 'reject')[]) =>
  aDefinition({
    lanes: [aLane('clerk', ['clerk'], { name: 'Petugas' }), aLane('head', ['head'], { name: 'Kepala' })],
    nodes: [
      aStart({ lane: 'clerk' }),
      aTask('hand-in', { lane: 'clerk' }),
      aReview('decide', [...kinds], {
        lane: 'head',
        outcomes: kinds.map((kind) =>
          anOutcome(kind, { label: { accept: 'Setuju', revise: 'Perbaiki', reject: 'Tolak' }[kind] }),
        ),
      }),
      aTask('conclude', { lane: 'clerk' }),
      anEnd(),
    ],
    edges: [anEdge('start', 'hand-in'), anEdge('hand-in', 'decide'), ...edges, anEdge('conclude', 'end')],
  })

const only = ({ pages }: MatrixDrawing): MatrixPage => {
  const [page] = pages
  if (!page || pages.length > 1) throw new Error(`drawn on ${pages.length} pages`)
  return page
}
const shapes = (page: MatrixPage, row: number) =>
  page.symbols
    .filter((symbol) => symbol.row === row)
    .toSorted((a, b) => a.y - b.y || a.x - b.x)
    .map(({ shape, lane }) => `${shape} ${lane}`)
const labels = (page: MatrixPage) => page.labels.map(({ lines }) => lines.join(' '))
const words = (page: MatrixPage) => page.texts.map(({ text }) => text)

describe('the symbols of a row', () => {
  it('are a capsule for the first and the last step, a box for others, and none beside them', () => {
    const page = only(draw(aBranchedSop()))
    expect(shapes(page, 1)).toEqual(['capsule 0'])
    expect(shapes(page, 3)).toEqual(['box 3'])
    expect(shapes(page, 7)).toEqual(['capsule 0'])
  })

  it('chain diamonds for three outcomes, each with two ways; the main one runs down out of the last', () => {
    const page = only(
      draw(
        decided(
          [
            anEdge('decide', 'conclude', { outcome: 'accept' }),
            anEdge('decide', 'hand-in', { outcome: 'revise' }),
            anEdge('decide', 'decide', { outcome: 'reject' }),
          ],
          ['accept', 'revise', 'reject'],
        ),
      ),
    )
    expect(shapes(page, 2)).toEqual(['diamond 1', 'diamond 1'])
    expect(labels(page)).toEqual(expect.arrayContaining(['Tolak', 'Perbaiki', 'Setuju', 'Tidak']))
    const [last] = page.symbols.filter(({ row }) => row === 2).toSorted((a, b) => b.y - a.y)
    const main = page.arrows.find(({ target }) => target === '2')
    expect(main?.points[0]).toEqual({ x: (last?.x ?? 0) + 5.5, y: (last?.y ?? 0) + 8 })
  })

  it('end the procedure in a capsule below the decision that ends it', () => {
    const page = only(
      draw(
        decided(
          [anEdge('decide', 'conclude', { outcome: 'accept' }), anEdge('decide', 'end', { outcome: 'reject' })],
          ['accept', 'reject'],
        ),
      ),
    )
    expect(shapes(page, 2)).toEqual(['diamond 1', 'capsule 1'])
    expect(labels(page)).toEqual(expect.arrayContaining(['Tolak', 'Setuju']))
  })

  it('stand in each lane of joint work, with a plain line between them', () => {
    const page = only(draw(aBranchedSop()))
    expect(shapes(page, 4)).toEqual(['box 1', 'box 2', 'box 3'])
    expect(page.joints).toHaveLength(2)
  })
})

describe('the columns', () => {
  it('stand in the order and under the words of the agency, numbered where it numbers them', () => {
    const page = only(
      draw(aBranchedSop(), {
        columns: ['number', 'activity', 'lanes', 'time', 'requirements', 'output'],
        headings: { ...officialMatrix.headings, standard: 'Pendukung', activity: 'Uraian Prosedur' },
        columnNumbers: true,
      }),
    )
    expect(words(page)).toEqual(expect.arrayContaining(['Uraian Prosedur', 'Pendukung', '(1)', '(9)']))
    expect(words(page)).not.toContain('Keterangan')
    const x = (text: string) => page.texts.find((line) => line.text === text)?.x ?? 0
    expect(x('Waktu')).toBeLessThan(x('Kelengkapan'))
  })

  it('keep to A4 while the lanes have room, then take F4', () => {
    expect(draw(aBranchedSop()).paper.width).toBe(297)
    const many = Array.from({ length: 10 }, (_, index) => aLane(`lane-${index}`, ['clerk'], { name: `Pejabat ${index + 1}` }))
    const tasks = many.map(({ id }, index) => aTask(`step-${index}`, { lane: id }))
    const ids = ['start', ...tasks.map(({ id }) => id), 'end']
    const edges = ids.slice(1).map((to, index) => anEdge(ids[index] ?? '', to))
    const wide = draw(
      aDefinition({ lanes: many, nodes: [aStart({ lane: 'lane-0' }), ...tasks, anEnd('end', { lane: 'lane-9' })], edges }),
    )
    expect(wide.paper.width).toBe(330)
    expect(wide.width).toBe(330)
  })
})

describe('steps with one time', () => {
  const page = only(draw(aSopWithOneTime()))
  const time = page.texts.filter(({ text }) => text === '1 hari kerja')

  it('have one cell for it, in whose middle it stands', () => {
    const rowOf = (name: string) => page.texts.find(({ text }) => text === name)?.y ?? 0
    expect(time).toHaveLength(2)
    expect(time[0]?.y).toBeGreaterThan(rowOf('Memeriksa berkas'))
    expect(time[0]?.y).toBeLessThan(rowOf('Mencatat berkas'))
  })

  it('have no line between them there, and one in every other column', () => {
    const lines = page.rules.filter(([a, b]) => a.y === b.y && a.x < (time[0]?.x ?? 0) && b.x > (time[0]?.x ?? 0))
    const heights = new Set(page.rules.filter(([a, b]) => a.y === b.y).map(([a]) => a.y))
    expect(heights.size - new Set(lines.map(([a]) => a.y)).size).toBe(1)
  })
})

describe('a matrix of several pages', () => {
  const [paper] = fc.sample(
    aMatrixPaper(40, 6).filter(({ steps }) => steps.length > 25),
    { seed: 11, numRuns: 1 },
  )
  const drawing = paper ? layoutMatrix(paper, officialMatrix) : null

  it('names at each connector the page on which the line goes on', () => {
    const connectors = drawing?.pages.flatMap(({ number, connectors }) => connectors.map((own) => ({ number, ...own }))) ?? []
    expect(connectors.length).toBeGreaterThan(4)
    for (const { letter, number, hint } of connectors) {
      const twin = connectors.find((other) => other.letter === letter && other.number !== number)
      expect(hint).toMatch(new RegExp(`hal. ${twin?.number}$`))
    }
  })
})

describe('the flows of the source documents', () => {
  const files = readdirSync(agencies).flatMap((agency) =>
    readdirSync(`${agencies}${agency}/standards`).map((file) => `${agency}/standards/${file}`),
  )

  it.each(files)('%s is drawn as approved', async (file) => {
    const { definition } = StandardFile.parse(JSON.parse(readFileSync(agencies + file, 'utf8')))
    const sop = paperOf(definition)
    const drawing = layoutMatrix(sop, officialMatrix)
    const svg = drawing.pages.map((page) => matrixSvg(drawing, page, pageWords(sop, drawing, page)).replaceAll('><', '>\n<'))
    const name = file.split('/').at(-1)?.replace('.json', '')
    await expect(`${svg.join('\n')}\n`).toMatchFileSnapshot(`../../../test/golden/matrix/${name}.svg`)
  })
})

describe('rows that differ from another version', () => {
  const marks = new Map([
    [2, 'added'],
    [4, 'changed'],
  ] as const)
  const marked = draw(aBranchedSop(), { marks })

  it('bear a word below their number, inside a column wide enough for it', () => {
    const page = only(marked)
    const inNumbers = page.texts.filter(({ text }) => ['2', 'baru', '4', 'berubah'].includes(text))
    expect(inNumbers.map(({ text }) => text)).toEqual(['2', 'baru', '4', 'berubah'])
    const [left, next] = [...new Set(page.rules.filter(([a, b]) => a.x === b.x).map(([a]) => a.x))].toSorted((a, b) => a - b)
    for (const { text, x, size } of inNumbers) {
      expect(x - widthOf(text, size) / 2).toBeGreaterThan(left ?? 0)
      expect(x + widthOf(text, size) / 2).toBeLessThan(next ?? 0)
    }
  })

  it('are shaded over their own height and no other', () => {
    const page = only(marked)
    expect(page.marks.map(({ row, mark }) => [row, mark])).toEqual([...marks])
    for (const { row, y, height } of page.marks) {
      const symbols = page.symbols.filter((symbol) => symbol.y > y && symbol.y < y + height)
      expect(new Set(symbols.map((symbol) => symbol.row))).toEqual(new Set([row]))
    }
  })

  it('are told to a reader who does not see them', () => {
    const { description } = pageWords(paperOf(aBranchedSop()), marked, only(marked))
    expect(description).toMatch(/^2\. \(baru\) /m)
    expect(description).toMatch(/^4\. \(berubah\) /m)
  })

  it('leave a paper as it is where there are none', () => {
    const [plain, none] = [draw(aBranchedSop()), draw(aBranchedSop(), { marks: new Map() })]
    const said = { title: 'a', description: 'b' }
    expect(matrixSvg(none, only(none), said)).toBe(matrixSvg(plain, only(plain), said))
  })
})
