import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { type BuiltServer, startBuilt } from '#test/support/built-server.ts'
import { cloneTemplate } from '#test/support/postgres.ts'
import { printTable } from '#test/support/table.ts'
import { ensureBuilt } from '../../scripts/build.mjs'
import { processorSeconds, residentMemory } from './support/process-figures.ts'

const slowestCold = 2
const slowestPdf = 300
const papers = 2000
/** Past the first of them what has been learnt is kept, and memory should grow no more. */
const settled = 1000
const mostGrowth = 1.1
/** A visitor with a cookie gets nothing that was kept for others: each paper is made anew. */
const anew = { Cookie: 'unknown=1' }

let databaseUrl: string
let standards: string[]
let server: BuiltServer

beforeAll(async () => {
  await ensureBuilt()
  databaseUrl = await cloneTemplate()
  server = await startBuilt({ databaseUrl })
  const front = await (await fetch(server.origin)).text()
  standards = [...new Set([...front.matchAll(/href="(\/standar\/[^/"]+\/[^/"]+)"/g)].map(([, path]) => path ?? ''))]
})
afterAll(() => server?.stop())

it('makes all papers of one standard after a cold start in time', async () => {
  const lines: string[][] = []
  for (const standard of standards) {
    const paths = await papersOf(standard)
    const cold = await startBuilt({ databaseUrl })
    try {
      const first = await timed(cold, paths)
      const second = await timed(cold, paths)
      lines.push([standard, String(paths.length), first.clock.toFixed(2), second.clock.toFixed(2), first.processor.toFixed(2)])
      expect.soft(first.clock, standard).toBeLessThan(slowestCold)
    } finally {
      await cold.stop()
    }
  }
  printTable(['standard', 'papers (web, PDF, DOCX)', 'cold, s', 'reference: again, warm, s', 'cold, s of processor'], lines)
})

it('makes one PDF in time when warm', async () => {
  const lines: string[][] = []
  const [warming = '/', ...paths] = (await allPapers()).filter((paper) => paper.endsWith('.pdf'))
  const warm = await startBuilt({ databaseUrl })
  try {
    await ask(warm, warming, anew)
    for (const path of paths) {
      const first = await took(() => ask(warm, path, anew))
      const again = await median(20, () => ask(warm, path, anew))
      const kept = await median(20, () => ask(server, path, {}))
      lines.push([path, first.toFixed(0), again.toFixed(1), kept.toFixed(1), (first / kept).toFixed(0)])
      expect.soft(first, path).toBeLessThan(slowestPdf)
    }
  } finally {
    await warm.stop()
  }
  printTable(['PDF', 'first of its kind, ms', 'made again, ms', 'reference: kept, ms', 'first / kept'], lines)
})

it(`keeps its memory flat over ${papers} papers`, async () => {
  const paths = await allPapers()
  // With room to spare V8 collects seldom, and its memory says little; with this room only what is held stays.
  const held = await startBuilt({ databaseUrl, env: { NODE_OPTIONS: '--max-old-space-size=112' } })
  const lines: string[][] = []
  const seen: number[] = []
  try {
    for (let made = 1; made <= papers; made++) {
      // Another address on each letterhead, so that nothing of an earlier paper serves again.
      if (made % paths.length === 1) await moveOffices(made)
      await ask(held, paths[made % paths.length] ?? '/', anew)
      if (made % 100 > 0) continue
      const { now, peak } = residentMemory(held.pid)
      seen.push(now)
      lines.push([String(made), now.toFixed(0), peak.toFixed(0), (now / (seen[0] ?? now)).toFixed(2)])
    }
  } finally {
    await held.stop()
  }
  printTable(['papers made', 'memory, MB', 'most ever, MB', 'of that after 100'], lines)
  const early = Math.max(...seen.slice(0, settled / 100))
  expect(Math.min(...seen.slice(-3)) / early).toBeLessThan(mostGrowth)
})

async function moveOffices(number: number): Promise<void> {
  const opened = await openDatabase({ url: databaseUrl, dataDir: '' })
  await opened.execute(
    `update agencies set profile = jsonb_set(profile, '{address}', to_jsonb('Jalan ' || $1::text)), revision = revision + 1`,
    [number],
  )
  await opened.close()
}

async function allPapers(): Promise<string[]> {
  return (await Promise.all(standards.map(papersOf))).flat()
}

/** Pages and files of a standard; not each has each. */
async function papersOf(standard: string): Promise<string[]> {
  const pages = ['', '/komponen', '/sop', '/sk', '/maklumat'].map((path) => standard + path)
  const files = ['lembar', 'komponen', 'sop', 'sk', 'maklumat'].flatMap((name) => [`${name}.pdf`, `${name}.docx`])
  const all = [...pages, ...files.map((file) => `${standard}/${file}`)]
  const there = await Promise.all(all.map(async (path) => (await fetch(server.origin + path, { method: 'HEAD' })).status === 200))
  return all.filter((_, index) => there[index])
}

async function ask({ origin }: BuiltServer, path: string, headers: Record<string, string>): Promise<void> {
  const response = await fetch(origin + path, { headers })
  await response.arrayBuffer()
  expect(response.status, path).toBe(200)
}

async function timed(of: BuiltServer, paths: readonly string[]): Promise<{ clock: number; processor: number }> {
  const [began, used] = [performance.now(), processorSeconds(of.pid)]
  for (const path of paths) await ask(of, path, anew)
  return { clock: (performance.now() - began) / 1000, processor: processorSeconds(of.pid) - used }
}

async function median(times: number, work: () => Promise<void>): Promise<number> {
  const all: number[] = []
  for (let time = 0; time < times; time++) all.push(await took(work))
  return all.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}

async function took(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
