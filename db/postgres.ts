import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Execute, Opened } from './connection.ts'
import { rows, sqlState } from './rows.ts'
import * as schema from './schema.ts'
import { StartError } from './start-error.ts'

const statementTimeout = 15_000
const int8 = 20

/** PostgreSQL through node-postgres. See docs/decisions/002-pg-instead-of-postgres-js.md. */
export async function openPostgres(url: string, onStatement?: (text: string) => void): Promise<Opened> {
  const target = parseUrl(url)
  pg.types.setTypeParser(int8, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize(),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementTimeout,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    // Ours, for a server that no longer answers at all: its own limit cannot reach us then.
    query_timeout: statementTimeout + 5_000,
    keepAlive: true,
    application_name: 'baku',
  })
  surviveLostConnections(pool)
  const warnings = await firstContact(pool, target)
  const db = drizzle(pool, { schema, logger: onStatement ? { logQuery: onStatement } : false })
  return {
    db,
    kind: 'postgres',
    warnings,
    execute: (text, params) => rows(db, text, params),
    transaction: (run) => db.transaction(run),
    dedicated: (run) => dedicated(url, run),
    ping: async () => void (await pool.query('select 1')),
    close: () => closeWithin(pool, 10_000),
  }
}

/**
 * A dropped connection is an 'error' event on its client: without a listener it ends the process. The query that
 * waited is rejected by the driver. A client handed back while still busy (its query timed out) is destroyed.
 */
function surviveLostConnections(pool: pg.Pool) {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('release', (_error, client) => {
    if ('readyForQuery' in client && client.readyForQuery === false) client.end().catch(() => undefined)
  })
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
