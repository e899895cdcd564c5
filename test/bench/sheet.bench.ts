import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BuiltServer, startBuilt } from '#test/support/built-server.ts'
import { cloneTemplate } from '#test/support/postgres.ts'
import { printTable } from '#test/support/table.ts'
import { ensureBuilt } from '../../scripts/build.mjs'
import { type Load, load, type Request } from './support/http-load.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 6)
const connections = 16
const mostBytes = 60_000
const leastPerCore = 500

let server: BuiltServer
let sheets: string[]

beforeAll(async () => {
  await ensureBuilt()
  server = await startBuilt({ databaseUrl: await cloneTemplate() })
  sheets = await sheetAddresses(server.origin)
})
afterAll(() => server?.stop())

it('sends each service sheet with its styles in under 60 kB, without a script', async () => {
  const lines: (string | number)[][] = []
  for (const path of sheets) {
    const html = await (await fetch(server.origin + path)).text()
    const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? '')
    const sizes = await Promise.all(
      styles.map(async (href) => (await (await fetch(server.origin + href)).arrayBuffer()).byteLength),
    )
    const css = sizes.reduce((sum, bytes) => sum + bytes, 0)
    const sent = await sentBytes([path, ...styles])
    lines.push([path, Buffer.byteLength(html), css, Buffer.byteLength(html) + css, sent])
    expect.soft(/<script(?! type="application\/ld\+json")/i.test(html), `${path} has a script`).toBe(false)
    expect.soft(Buffer.byteLength(html) + css, path).toBeLessThan(mostBytes)
  }
  printTable(['sheet', 'page, bytes', 'styles, bytes', 'together', 'as sent (gzip)'], lines)
})

it('answers the service sheet at 500 requests a second on one core or more', async () => {
  const path = sheets[0] ?? '/'
  const folder = mkdtempSync(join(tmpdir(), 'baku-bench-'))
  const file = join(folder, 'sheet.html')
  writeFileSync(file, Buffer.from(await (await fetch(server.origin + path)).arrayBuffer()))
  const plain = await startBuilt({ folder: join(import.meta.dirname, 'support'), script: 'plain-server.mjs', dataDir: file })
  try {
    const kept = await measured(server, { path })
    const zipped = await measured(server, { path, gzip: true })
    const drawn = await measured(server, { path, cookie: 'unknown=1' })
    const reference = await measured(plain, { path })
    const row = (name: string, figure: Load) => [
      name,
      figure.perSecond.toFixed(0),
      figure.perCore.toFixed(0),
      (figure.perCore / reference.perCore).toFixed(2),
    ]
    printTable(
      ['service sheet', 'by the clock, 1/s', 'on one core, 1/s', 'of the reference'],
      [
        row('kept page', kept),
        row('kept page, gzip', zipped),
        row('drawn anew each time', drawn),
        row('reference: node:http, same bytes', reference),
      ],
    )
    expect([kept, zipped, drawn, reference].map(({ failed }) => failed)).toEqual([0, 0, 0, 0])
    expect(kept.perCore).toBeGreaterThanOrEqual(leastPerCore)
  } finally {
    await plain.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function measured({ origin, pid }: BuiltServer, request: Request): Promise<Load> {
  await load({ origin, pid, requests: [request], connections, seconds: 2 })
  return load({ origin, pid, requests: [request], connections, seconds })
}

async function sheetAddresses(origin: string): Promise<string[]> {
  const front = await (await fetch(origin)).text()
  return [...new Set([...front.matchAll(/href="(\/standar\/[^/"]+\/[^/"]+)"/g)].map(([, path]) => path ?? ''))]
}

async function sentBytes(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(bodyBytes))
  return sizes.reduce((sum, bytes) => sum + bytes, 0)
}

/** As it goes over the wire: `fetch` would unpack it first. */
async function bodyBytes(path: string): Promise<number> {
  const asked = get(server.origin + path, { headers: { 'Accept-Encoding': 'gzip' } })
  const [response]: IncomingMessage[] = (await once(asked, 'response')) as never
  let bytes = 0
  for await (const chunk of response ?? []) bytes += chunk.length
  return bytes
}
