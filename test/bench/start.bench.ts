import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBuilt } from '#test/support/built-server.ts'
import { cloneTemplate } from '#test/support/postgres.ts'
import { printTable } from '#test/support/table.ts'
import { root } from '../../scripts/build.mjs'
import { processorSeconds } from './support/process-figures.ts'

const slowestFirst = 60
const slowestSecond = 3
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baku-start-'))
  for (const path of ['app', 'db', 'definitions', 'engine', 'public', 'scripts']) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  for (const path of ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']) {
    cpSync(join(root, path), join(folder, path))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('shows the first page in time, the first time with the build and the second time without', async () => {
  const first = await timeToPage({})
  const second = await timeToPage({})
  const databaseUrl = await cloneTemplate()
  const firstServer = await timeToPage({ databaseUrl })
  const secondServer = await timeToPage({ databaseUrl })
  const text = ({ clock, processor }: Took) => `${clock.toFixed(2)} (${processor.toFixed(2)})`
  printTable(
    ['npm start to the first page, s (of processor)', 'first', 'second'],
    [
      ['embedded database, build included', text(first), text(second)],
      ['PostgreSQL, built already', text(firstServer), text(secondServer)],
      ['reference: node alone', nodeAlone().toFixed(2), nodeAlone().toFixed(2)],
    ],
  )
  expect(first.clock).toBeLessThan(slowestFirst)
  expect(second.clock).toBeLessThan(slowestSecond)
  expect(secondServer.clock).toBeLessThan(slowestSecond)
})

type Took = { clock: number; processor: number }

/** From the command to the last byte of the front page; the build is a process of its own, whose time is not in `processor`. */
async function timeToPage({ databaseUrl }: { databaseUrl?: string }): Promise<Took> {
  const began = performance.now()
  const dataDir = join(folder, databaseUrl ? 'data-files' : 'data')
  const server = await startBuilt({ folder, dataDir, script: 'scripts/start.mjs', ...(databaseUrl ? { databaseUrl } : {}) })
  try {
    const response = await fetch(server.origin)
    await response.arrayBuffer()
    expect(response.status).toBe(200)
    return { clock: (performance.now() - began) / 1000, processor: processorSeconds(server.pid) }
  } finally {
    await server.stop()
  }
}

function nodeAlone(): number {
  const began = performance.now()
  execFileSync(process.execPath, ['-e', '0'])
  return (performance.now() - began) / 1000
}
