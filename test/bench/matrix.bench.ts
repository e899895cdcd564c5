import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layoutMatrix, type MatrixPage, officialMatrix } from '#engine/papers/matrix/index.ts'
import { aMatrixPaper, type MatrixPaper } from '#test/engine/any-matrix.ts'
import { bendsOf, crossingsOf } from '#test/engine/drawn.ts'
import { printTable, quantile } from '#test/support/table.ts'
import { type Graph, graphOf, layeredLines } from './support/layered.ts'

const seed = 20_261_126
const count = Number(process.env.BENCH_FLOWS ?? 600)

type Figures = { crossings: number; bends: number }
const none: Figures = { crossings: 0, bends: 0 }
const sum = (a: Figures, b: Figures): Figures => ({ crossings: a.crossings + b.crossings, bends: a.bends + b.bends })

it('crosses no more lines than a layered layout that keeps the rows in order', async () => {
  const papers = fc.sample(aMatrixPaper(), { seed, numRuns: count })
  let [ours, rows, free, wholeRows, wholeFree, pages, joints] = [none, none, none, none, none, 0, 0]
  for (const paper of papers) {
    const drawing = layoutMatrix(paper, officialMatrix)
    pages += drawing.pages.length
    for (const page of drawing.pages) {
      const own = { crossings: crossingsOf(page.arrows).length, bends: bendsOf(page.arrows) }
      ours = sum(ours, own)
      joints += crossingsOf([...page.arrows, ...page.joints.map(asLine)]).length - own.crossings
      rows = sum(rows, await layered(graphOf(paper, page), true))
      free = sum(free, await layered(graphOf(paper, page), false))
    }
    wholeRows = sum(wholeRows, await layered(graphOf(paper), true))
    wholeFree = sum(wholeFree, await layered(graphOf(paper), false))
  }
  const line = (name: string, { crossings, bends }: Figures) => [
    name,
    crossings,
    (ours.crossings / crossings).toFixed(2),
    bends,
    (ours.bends / bends).toFixed(2),
  ]
  process.stdout.write(`\n${count} flows (seed ${seed}) on ${pages} pages; lines across joint work: ${joints}\n`)
  printTable(
    ['layout', 'crossings', 'ours to it', 'bends', 'ours to it'],
    [
      line('the matrix', ours),
      line('ELK layered, our pages, rows in order', rows),
      line('ELK layered, our pages, rows anywhere', free),
      line('ELK layered, one endless page, rows in order', wholeRows),
      line('ELK layered, one endless page, rows anywhere', wholeFree),
    ],
  )
  expect(ours.crossings).toBeLessThanOrEqual(rows.crossings)
  expect(ours.crossings).toBeLessThanOrEqual(wholeFree.crossings)
})

it('draws a flow of 40 rows and 10 lanes in under 50 ms', () => {
  const large = ({ lanes, steps }: MatrixPaper) => lanes.length === 10 && steps.length === 40
  const papers = fc.sample(aMatrixPaper().filter(large), { seed, numRuns: 30 })
  const times = papers.map((paper) =>
    Math.min(...Array.from({ length: 5 }, () => timeOf(() => layoutMatrix(paper, officialMatrix)))),
  )
  const figure = (part: number) => quantile(times, part).toFixed(1)
  printTable(
    ['40 rows, 10 lanes, best of 5', 'ms of processor time'],
    [
      ['half of the flows', figure(0.5)],
      ['nine in ten', figure(0.9)],
      ['all', figure(1)],
    ],
  )
  expect(quantile(times, 1)).toBeLessThan(50)
})

async function layered(graph: Graph, inRows: boolean): Promise<Figures> {
  const lines = await layeredLines(graph, inRows)
  return { crossings: crossingsOf(lines).length, bends: bendsOf(lines) }
}

/** Processor time in ms, which neighbours on a busy machine change little. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const asLine = (points: MatrixPage['joints'][number], index: number) => ({
  target: `joint ${index}`,
  exit: `joint ${index}`,
  points,
})
