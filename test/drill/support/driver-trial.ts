import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { type PostgresServer, statement } from '#test/support/postgres-server.ts'
import { aProxyTo, type FaultyWay } from '#test/support/proxy.ts'
import { seconds } from './pause.ts'

export type Driver = 'pg' | 'postgres'
type Figures = { begun: number; committed: number; rejected: number; unsettled: number; unhandled: number }
export type Fared = Figures & { exit: number | null; ended: boolean; worksAgain: boolean; lost: number }
type Stage = { server: PostgresServer; ways: readonly FaultyWay[]; urls: readonly string[] }
export type DriverFault = { name: string; strike(stage: Stage): Promise<unknown> }

/** Those of the sixteen that a driver sees; the others end or start the program itself. */
export const driverFaults: readonly DriverFault[] = [
  { name: 'kill -9 of PostgreSQL', strike: ({ server }) => server.kill('postmaster').then(() => again(server)) },
  { name: 'all sockets cut', strike: ({ ways }) => five(async () => ways.forEach((way) => void way.cut())) },
  {
    name: 'pg_terminate_backend',
    strike: ({ urls }) => five(() => each(urls, (url) => statement(url, terminate))),
  },
  { name: 'restart (fast)', strike: ({ server }) => server.end('SIGINT').then(() => again(server)) },
  { name: 'restart (immediate)', strike: ({ server }) => server.end('SIGQUIT').then(() => again(server)) },
  { name: '1.5 s for each packet, 15 s', strike: ({ ways }) => passing(ways, { delay: 1_500 }, 15) },
  { name: 'black hole, 30 s', strike: ({ ways }) => passing(ways, { lost: 'both' }, 30) },
  { name: 'half-open, 30 s', strike: ({ ways }) => passing(ways, { lost: 'from-server' }, 30) },
  {
    name: 'connections refused, 8 s',
    strike: ({ ways }) => refused(ways),
  },
  { name: 'table locked, 8 s', strike: ({ urls }) => each(urls, locked) },
]

const terminate = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`

async function each<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  await Promise.all(all.map(act))
}

async function refused(ways: readonly FaultyWay[]) {
  await each(ways, (way) => way.refuse())
  await seconds(8)
  await each(ways, (way) => way.open())
}

const again = (server: PostgresServer) => seconds(2).then(() => server.startAgain())

async function five(act: () => Promise<void>) {
  for (let n = 0; n < 5; n++) {
    await act()
    await seconds(0.4)
  }
}

async function passing(ways: readonly FaultyWay[], how: Parameters<FaultyWay['pass']>[0], count: number) {
  for (const way of ways) way.pass(how)
  await seconds(count)
  for (const way of ways) way.pass()
}

async function locked(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin')
  await client.query('lock table counted in access exclusive mode')
  await seconds(8)
  await client.end()
}

/** One fault for each driver at once, each in a process of its own with twelve transactions in flight. */
export async function tryDrivers(drivers: readonly Driver[], fault: DriverFault, server: PostgresServer): Promise<Fared[]> {
  const name = (driver: Driver) => `${driver}_${driverFaults.indexOf(fault) + 1}`
  const trials = await Promise.all(drivers.map(async (driver) => begin(driver, await server.createDatabase(name(driver)))))
  try {
    await seconds(2)
    await fault.strike({ server, ways: trials.map(({ way }) => way), urls: trials.map(({ url }) => url) })
    const before = trials.map(({ seen }) => seen().committed)
    await seconds(8)
    return await Promise.all(trials.map((trial, index) => fared(trial, before[index] ?? 0)))
  } finally {
    for (const { child, way } of trials) {
      child.kill('SIGKILL')
      await way.close()
    }
  }
}

async function begin(driver: Driver, url: string) {
  await statement(url, 'create table counted (n serial)')
  const way = await aProxyTo(url)
  const child = fork(join(import.meta.dirname, 'driver-child.mjs'), [driver, way.url], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  process.once('exit', () => void child.kill('SIGKILL'))
  let seen: Figures = { begun: 0, committed: 0, rejected: 0, unsettled: 0, unhandled: 0 }
  child.stdout?.on('data', (chunk) => {
    const last = String(chunk).trim().split('\n').at(-1) ?? ''
    if (last.startsWith('{') && last.endsWith('}')) seen = JSON.parse(last)
  })
  const left = once(child, 'exit').then(([code]) => code as number | null)
  return { url, way, child, left, seen: () => seen }
}

async function fared({ child, left, seen, url }: Awaited<ReturnType<typeof begin>>, before: number): Promise<Fared> {
  const worksAgain = child.connected && seen().committed > before
  const told = child.connected ? await lastWords(child, left) : null
  const figures = told ?? seen()
  const [counted] = await countedIn(url)
  const lost = Math.max(0, figures.committed - (counted?.n ?? 0))
  return { ...figures, ended: told?.ended ?? false, exit: told ? null : ((await left) ?? -1), worksAgain, lost }
}

type Child = ReturnType<typeof fork>

async function lastWords(child: Child, left: Promise<unknown>): Promise<(Figures & { ended: boolean }) | null> {
  const words = once(child, 'message').then(([told]) => told as Figures & { ended: boolean })
  child.send('stop', () => undefined)
  return Promise.race([words, left.then(() => null)])
}

async function countedIn(url: string): Promise<{ n: number }[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from counted')
  await client.end()
  return rows
}
