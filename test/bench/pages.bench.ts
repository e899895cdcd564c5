import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { type BuiltServer, startBuilt } from '#test/support/built-server.ts'
import { cloneTemplate } from '#test/support/postgres.ts'
import { printTable, quantile } from '#test/support/table.ts'
import { ensureBuilt } from '../../scripts/build.mjs'
import { load } from './support/http-load.ts'
import { copyInstances } from './support/many-instances.ts'
import { pagesOf } from './support/pages.ts'
import { processorSeconds, residentMemory } from './support/process-figures.ts'

const finished = Number(process.env.BENCH_INSTANCES ?? 100_000)
const running = finished / 50
const times = 40
const slowest = 150
const mostMemory = 350
const seconds = Number(process.env.BENCH_SECONDS ?? 6) * 3

type Opened = Awaited<ReturnType<typeof openDatabase>>
let opened: Opened
let server: BuiltServer
let pages: Awaited<ReturnType<typeof pagesOf>>

beforeAll(async () => {
  await ensureBuilt()
  // A database of one's own is filled once and can be measured again.
  const url = process.env.BENCH_DATABASE_URL || (await cloneTemplate())
  server = await startBuilt({ databaseUrl: url, demo: true })
  opened = await openDatabase({ url, dataDir: '' })
  const [{ count } = { count: 0 }] = await opened.execute<{ count: number }>('select count(*)::int as count from instances')
  if (count < finished) await copyInstances(opened, { finished, running })
  pages = await pagesOf(opened)
})
afterAll(async () => {
  await opened?.close()
  await server?.stop()
})

it(`answers every page of staff and authors in ${slowest} ms with ${finished} finished instances`, async () => {
  const problems: string[] = []
  const lines: (string | number)[][] = []
  for (const page of [{ who: 'reference', path: '/bantuan', cookie: '' }, ...pages]) {
    await read(page, 3)
    const { status, bytes, took, processor } = await read(page, times)
    const [middle, late] = [quantile(took, 0.5), quantile(took, 0.95)]
    lines.push([page.who, page.path, Math.round(bytes / 1024), middle.toFixed(0), late.toFixed(0), processor.toFixed(0)])
    if (status !== 200) problems.push(`${page.path}: ${status}`)
    if (late >= slowest) problems.push(`${page.path}: ${late.toFixed(0)} ms`)
  }
  printTable(['who', 'page', 'kB', 'p50, ms', 'p95, ms', 'of processors, ms'], lines)
  expect(problems).toEqual([])
})

/** One after another. What server and database took of the processors does not see neighbours, as the clock does. */
async function read({ path, cookie }: { path: string; cookie: string }, count: number) {
  const took: number[] = []
  let last = { status: 0, bytes: 0 }
  const before = await processorsOfBoth()
  for (let i = 0; i < count; i++) {
    const began = performance.now()
    const response = await fetch(server.origin + path, { headers: { Cookie: cookie }, redirect: 'manual' })
    last = { status: response.status, bytes: (await response.arrayBuffer()).byteLength }
    took.push(performance.now() - began)
  }
  return { ...last, took, processor: (((await processorsOfBoth()) - before) * 1000) / count }
}

async function processorsOfBoth(): Promise<number> {
  const backends = await opened.execute<{ pid: number }>(`select pid from pg_stat_activity where application_name = 'baku'`)
  return backends.reduce((sum, { pid }) => sum + processorSeconds(pid), processorSeconds(server.pid))
}

it(`stays under ${mostMemory} MB of resident memory under load`, async () => {
  const before = residentMemory(server.pid)
  const requests = [...pages.map(({ path, cookie }) => ({ path, cookie, gzip: true })), { path: '/' }, { path: '/sk' }]
  const figure = await load({ ...server, requests, connections: 32, seconds })
  const after = residentMemory(server.pid)
  const megabytes = (value: number) => value.toFixed(0)
  printTable(
    ['resident memory, MB', 'before', 'after', 'peak', 'answers', 'answers/s'],
    [
      [
        '32 connections over all pages',
        megabytes(before.now),
        megabytes(after.now),
        megabytes(after.peak),
        figure.answers,
        figure.perSecond.toFixed(0),
      ],
    ],
  )
  expect(figure.failed).toBe(0)
  expect(after.peak).toBeLessThan(mostMemory)
})
