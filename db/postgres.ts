import { Socket } from 'node:net'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Execute, Opened, OpenOptions } from './connection.ts'
import { rows, sqlState } from './rows.ts'
import * as schema from './schema.ts'
import { StartError } from './start-error.ts'

const int8 = 20

/** Milliseconds. Together they end the longest request before its own time is up (V23). */
const usualTimes = {
  /** Waiting for one of the pool's connections, or for a new one. */
  connect: 5_000,
  statement: 15_000,
  lock: 5_000,
  /**
   * From taking a connection to giving it back: a transaction, or one statement. Ours, for a server that no longer
   * answers: its own limits cannot reach us then.
   */
  held: 18_000,
  /** A connection that nobody needs may have died unnoticed; it is let go before somebody waits on it. */
  idle: 10_000,
} as const
export type Times = { readonly [name in keyof typeof usualTimes]: number }

/** PostgreSQL through node-postgres. See docs/decisions/002-pg-instead-of-postgres-js.md. */
export async function openPostgres(
  url: string,
  { onStatement, times = usualTimes }: Pick<OpenOptions, 'onStatement'> & { times?: Times } = {},
): Promise<Opened> {
  const target = parseUrl(url)
  pg.types.setTypeParser(int8, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize(),
    connectionTimeoutMillis: times.connect,
    idleTimeoutMillis: times.idle,
    statement_timeout: times.statement,
    lock_timeout: times.lock,
    idle_in_transaction_session_timeout: times.held,
    keepAlive: true,
    application_name: 'baku',
    stream: () => mortal(times),
  })
  surviveLostConnections(pool, times)
  const warnings = await firstContact(pool, target)
  const db = drizzle(pool, { schema, logger: onStatement ? { logQuery: onStatement } : false })
  return {
    db,
    kind: 'postgres',
    warnings,
    execute: (text, params) => rows(db, text, params),
    transaction: (run) => db.transaction(run),
    dedicated: (run) => dedicated(url, run),
    queue: { executeSql: (text, values) => pool.query(text, values ? [...values] : undefined) },
    ping: async () => void (await pool.query('select 1')),
    close: () => closeWithin(pool, 10_000),
  }
}

/** A socket that goes when nothing has passed for longer than any use of it lasts, so that none is left on a dead way. */
function mortal({ held, idle }: Times): Socket {
  const socket = new Socket()
  return socket.setTimeout(held + idle, () => void socket.destroy())
}

/**
 * A dropped connection is an 'error' event on its client: without a listener it ends the process. The query that
 * waited is rejected by the driver. A client that is held too long is cut off: all that waits on it is rejected at once,
 * a rollback too, and the pool makes another.
 */
function surviveLostConnections(pool: pg.Pool, { held }: Times) {
  const holding = new WeakMap<pg.PoolClient, NodeJS.Timeout>()
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('acquire', (client) => void holding.set(client, setTimeout(cutOff, held, client).unref()))
  pool.on('release', (_error, client) => clearTimeout(holding.get(client)))
}

function cutOff(client: pg.PoolClient) {
  const { connection } = client as pg.PoolClient & { connection: { stream: Socket } }
  connection.stream.destroy()
}

async function firstContact(pool: pg.Pool, target: Target): Promise<Opened['warnings']> {
  try {
    const { rows: settings } = await pool.query<{ fsync: string; commit: string }>(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    )
    const warnings: Opened['warnings'][number][] = []
    if (settings[0]?.fsync === 'off') warnings.push('fsync-off')
    if (settings[0]?.commit === 'off') warnings.push('synchronous-commit-off')
    return warnings
  } catch (error) {
    await pool.end().catch(() => undefined)
    throw asStartError(error, target)
  }
}

type Target = { host: string; port: string; user: string; database: string }

function parseUrl(url: string): Target {
  try {
    const { hostname, port, username, pathname, searchParams } = new URL(url)
    return {
      host: hostname || searchParams.get('host') || 'localhost',
      port: port || '5432',
      user: decodeURIComponent(username),
      database: decodeURIComponent(pathname.slice(1)),
    }
  } catch (error) {
    throw new StartError('database-unreachable', { host: '?', port: '?', reason: 'not-a-url' }, { cause: error })
  }
}

function asStartError(error: unknown, target: Target): StartError {
  const { host, port, user, database } = target
  const state = sqlState(error)
  if (state === '28P01' || state === '28000') return new StartError('database-auth', { host, port, user }, { cause: error })
  if (state === '3D000') return new StartError('database-missing', { host, port, database }, { cause: error })
  const reason = error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.message : '?'
  return new StartError('database-unreachable', { host, port, reason }, { cause: error })
}

async function dedicated<T>(url: string, run: (execute: Execute) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'baku-dedicated' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await run(async <R>(text: string, params: Parameters<Execute>[1] = []) => {
      const result = await client.query(text, [...params])
      return result.rows as R[]
    })
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function closeWithin(pool: pg.Pool, limit: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limit)
  })
  await Promise.race([pool.end().catch(() => undefined), late])
  clearTimeout(timer)
}

function poolSize(): number {
  const asked = Number.parseInt(process.env.POOL_MAX ?? '', 10)
  return Number.isInteger(asked) && asked >= 1 && asked <= 100 ? asked : 10
}
