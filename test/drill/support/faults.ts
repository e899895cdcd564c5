import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startBuilt } from '#test/support/built-server.ts'
import { type PostgresServer, statement } from '#test/support/postgres-server.ts'
import type { FaultyWay } from '#test/support/proxy.ts'
import { root } from '../../../scripts/build.mjs'
import type { Attempts } from './attempts.ts'
import type { OfficeAtWork } from './office-at-work.ts'
import { seconds } from './pause.ts'
import type { SmallDisk } from './small-disk.ts'
import type { Station } from './stations.ts'

export type Stage = {
  server: PostgresServer
  /** Between the program and its database. */
  way: FaultyWay
  station: Station
  /** Past the proxy. */
  url: string
  at: OfficeAtWork
  attempts: Attempts
  disk: SmallDisk | null
}

export type Fault = {
  name: string
  /** The fault ends the program itself: then an answer may fail to come. */
  endsProgram?: boolean
  /** The database cannot be used for so long that the program must not call itself ready. */
  away?: boolean
  onSmallDisk?: boolean
  env?: Readonly<Record<string, string>>
  /** From the beginning of the fault to its end. */
  strike(stage: Stage): Promise<unknown>
  /** What whoever watches over the processes does then. */
  mend?(stage: Stage): Promise<unknown>
}

export const faults: readonly Fault[] = [
  {
    name: 'kill -9 of the program',
    endsProgram: true,
    strike: ({ station }) => station.kill(),
    mend: ({ station }) => station.startAgain(),
  },
  {
    name: 'kill -9 of PostgreSQL, back after 6 s',
    away: true,
    strike: ({ server }) => server.kill('postmaster').then(() => seconds(6)),
    mend: ({ server }) => server.startAgain(),
  },
  {
    name: 'kill -9 of both',
    endsProgram: true,
    strike: ({ server, station }) => Promise.all([server.kill('all'), station.kill()]),
    mend: ({ server, station }) => server.startAgain().then(() => station.startAgain()),
  },
  { name: 'all sockets cut, five times', strike: ({ way }) => fiveTimes(async () => way.cut()) },
  {
    name: 'pg_terminate_backend of all, five times',
    strike: ({ url }) =>
      fiveTimes(() =>
        statement(
          url,
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'baku' and pid <> pg_backend_pid()`,
        ),
      ),
  },
  restart('fast', 'SIGINT'),
  restart('immediate', 'SIGQUIT'),
  { name: '1.5 s for each packet, 20 s', strike: ({ way }) => passing(way, { delay: 1_500 }, 20) },
  { name: 'black hole, 40 s', away: true, strike: ({ way }) => passing(way, { lost: 'both' }, 40) },
  {
    name: 'half-open: nothing from the server, 40 s',
    away: true,
    strike: ({ way }) => passing(way, { lost: 'from-server' }, 40),
  },
  {
    name: 'connections refused, 20 s',
    away: true,
    strike: ({ way }) => way.refuse().then(() => seconds(20)),
    mend: ({ way }) => way.open(),
  },
  {
    name: 'pool used up behind a locked table, 12 s',
    strike: (stage) => holding(stage.url, 'lock table instances in access exclusive mode', () => crowd(stage, 12)),
  },
  {
    name: 'rows of running requests locked, 12 s',
    strike: ({ url }) => holding(url, `select 1 from instances where status = 'running' for update`, () => seconds(12)),
  },
  { name: 'disk of the database full, 8 s', onSmallDisk: true, strike: fullDisk, mend: awaken },
  {
    name: 'SIGTERM under load',
    endsProgram: true,
    async strike({ station }) {
      const began = performance.now()
      const { code } = await station.stop()
      if (code !== 0) throw new Error(`SIGTERM ended with ${code}`)
      if (performance.now() - began > 30_000) throw new Error('SIGTERM took more than 30 s')
    },
    mend: ({ station }) => station.startAgain(),
  },
  { name: 'three migrate at once, one killed; another joins the load', strike: migrations },
]

async function fiveTimes(act: () => Promise<void>) {
  for (let n = 0; n < 5; n++) {
    await act()
    await seconds(0.4)
  }
}

async function passing(way: FaultyWay, how: Parameters<FaultyWay['pass']>[0], count: number) {
  way.pass(how)
  await seconds(count)
  way.pass()
}

/** Twenty requests wait for a lock inside their transactions; then the server goes. */
function restart(name: string, signal: 'SIGINT' | 'SIGQUIT'): Fault {
  return {
    name: `restart (${name}), 20 requests inside transactions`,
    // Twenty at once need as many connections, beside those of the writers.
    env: { POOL_MAX: '40' },
    async strike({ server, url, at, attempts }) {
      await holding(url, 'lock table audit in access exclusive mode', async (client) => {
        for (let n = 0; n < 20; n++) {
          const body = { agency: at.agencyId, slug: `standar-${n}`, title: `Standar ${n}` }
          void attempts.send({ method: 'POST', path: '/standards', body, token: at.authors[0]?.token ?? '' })
        }
        const inside = 'select count(distinct pid)::int as n from pg_locks where not granted'
        const waitForTwenty = async () => {
          for (let tries = 0; tries < 400; tries++) {
            const { rows } = await client.query<{ n: number }>(inside)
            if ((rows[0]?.n ?? 0) >= 20) return
            await seconds(0.01)
          }
          throw new Error('there never were twenty requests inside transactions')
        }
        await waitForTwenty().finally(() => server.end(signal))
      })
    },
    mend: ({ server }) => server.startAgain(),
  }
}

/** Runs while another client of the database holds what a statement locks. */
async function holding(url: string, lock: string, run: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(lock)
    await run(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Sixty more people who look into a request, all at once, again and again. */
async function crowd({ attempts, at }: Stage, count: number) {
  const until = performance.now() + count * 1000
  const known = attempts.acknowledged.find(({ asking }) => asking.path === '/instances')?.told.body.id
  const person = async (token: string) => {
    while (performance.now() < until) {
      await attempts.send({ method: 'GET', path: `/instances/${known}`, token })
    }
  }
  await Promise.all(Array.from({ length: 60 }, () => person(at.clerks[0]?.token ?? '')))
}

async function fullDisk({ disk, url, server, attempts }: Stage) {
  if (!disk) return connectionsUsedUp(url, server)
  const before = attempts.all.length
  await disk.fill()
  await seconds(8)
  await disk.empty()
  if (!attempts.all.slice(before).some(({ status }) => status === 503)) throw new Error('the disk was never full')
}

/** Without room for its log PostgreSQL ends itself. */
async function awaken({ server, url }: Stage) {
  await statement(url, 'select 1').catch(() => server.startAgain())
}

async function connectionsUsedUp(url: string, server: PostgresServer) {
  const clients: pg.Client[] = []
  for (;;) {
    const client = new pg.Client({ connectionString: server.url })
    client.on('error', () => undefined)
    if (
      !(await client.connect().then(
        () => true,
        () => false,
      ))
    )
      break
    clients.push(client)
  }
  const [first] = clients
  await first?.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'baku'`)
  await seconds(8)
  await Promise.all(clients.map((client) => client.end().catch(() => undefined)))
  await statement(url, 'select 1')
}

async function migrations({ server, url }: Stage) {
  const empty = await server.createDatabase('empty')
  const victim = spawn(process.execPath, [join(root, 'build/server/index.js')], {
    stdio: 'ignore',
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', DATA_DIR: tmpdir(), DATABASE_URL: empty },
  })
  const gone = once(victim, 'exit')
  const others = [startBuilt({ databaseUrl: empty }), startBuilt({ databaseUrl: empty }), startBuilt({ databaseUrl: url })]
  await seconds(0.8)
  victim.kill('SIGKILL')
  await gone
  for (const started of await Promise.all(others)) {
    const { code } = await started.stop()
    if (code !== 0) throw new Error(`a program that had started beside others ended with ${code}`)
  }
}
