import type { PgPreparedQuery, PreparedQueryConfig } from 'drizzle-orm/pg-core'
import type { Db } from './connection.ts'

export type Param = string | number | boolean | null | readonly string[]

/**
 * Runs one hand-written statement on a database or transaction and answers plain rows, whatever the driver.
 * Write instants as `ms(...)` and counts as `::int`: raw timestamps and bigints differ between drivers.
 * With `name` the server keeps the parsed statement, so `text` must be constant for that name.
 */
export async function rows<T>(db: Db, text: string, params: readonly Param[] = [], name?: string): Promise<T[]> {
  const query: PgPreparedQuery<PreparedQueryConfig & { execute: { rows: T[] } }> = db._.session.prepareQuery(
    { sql: text, params: [...params] },
    undefined,
    name,
    false,
  )
  return (await query.execute()).rows
}

/** SQL that gives a timestamp as an Instant (milliseconds, a JavaScript number). */
export const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

/** The SQLSTATE behind an error of either driver, or null. */
export function sqlState(error: unknown): string | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && typeof e.code === 'string' && /^[0-9A-Z]{5}$/.test(e.code)) return e.code
  }
  return null
}

/** The name of the violated constraint behind an error, or null. */
export function constraintOf(error: unknown): string | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('constraint' in e && typeof e.constraint === 'string') return e.constraint
  }
  return null
}
