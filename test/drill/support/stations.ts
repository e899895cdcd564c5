import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuiltServer, startBuilt } from '#test/support/built-server.ts'
import { milliseconds } from './pause.ts'

/** The program as an operator runs it, at an address that stays when it is killed and started again. */
export type Station = {
  origin: string
  pid(): number
  isRunning(): boolean
  said(): string
  complaints(): string
  kill(): Promise<void>
  /** Answers after how many milliseconds it was ready again. */
  startAgain(): Promise<number>
  stop(): ReturnType<BuiltServer['stop']>
}

export type Stations = { all: readonly Station[]; origins: readonly string[]; dataDir: string; close(): Promise<void> }

type Options = { count: number; databaseUrl?: string; dataDir?: string; env?: Readonly<Record<string, string>> }

/** So many programs on one database and one folder of files. Drills come from one address. */
export async function startStations({ count, databaseUrl, dataDir: given, env = {} }: Options): Promise<Stations> {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'baku-drill-')))
  const start = (port: number) =>
    startBuilt({ dataDir, port, ...(databaseUrl ? { databaseUrl } : {}), env: { RATE_FACTOR: '1000', ...env } })
  const all: Station[] = []
  // One after the other: the first brings the database up to date.
  for (let n = 0; n < count; n++) all.push(stationOf(await start(0), start))
  return {
    all,
    origins: all.map(({ origin }) => origin),
    dataDir,
    async close() {
      await Promise.all(all.map((station) => station.stop()))
      if (given === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function stationOf(first: BuiltServer, start: (port: number) => Promise<BuiltServer>): Station {
  let server = first
  const { origin } = first
  return {
    origin,
    pid: () => server.pid,
    isRunning: () => server.isRunning(),
    said: () => server.said(),
    complaints: () => server.complaints(),
    kill: async () => void (await server.kill()),
    async startAgain() {
      const began = performance.now()
      server = await start(Number(new URL(origin).port))
      await isReady(origin)
      return performance.now() - began
    },
    stop: () => server.stop(),
  }
}

/** Waits until the program calls itself ready; answers after how many milliseconds. */
export async function isReady(origin: string, withinMs = 60_000): Promise<number> {
  const began = performance.now()
  for (;;) {
    const ready = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
    await ready?.arrayBuffer().catch(() => undefined)
    const elapsed = performance.now() - began
    if (ready?.ok) return elapsed
    if (elapsed > withinMs) throw new Error(`${origin} was not ready within ${withinMs} ms`)
    await milliseconds(20)
  }
}
