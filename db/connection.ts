import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Param } from './rows.ts'
import type * as schema from './schema.ts'

/** Drizzle on either driver; a transaction is one too. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>

export type Execute = <T>(text: string, params?: readonly Param[]) => Promise<T[]>

export type Opened = {
  db: Db
  kind: 'postgres' | 'embedded'
  /** Hand-written SQL on the pool; rows as `rows` of db/rows.ts gives them. */
  execute: Execute
  transaction<T>(run: (tx: Db) => Promise<T>): Promise<T>
  /** Runs on one connection of its own, without a time limit: migrations and session locks. */
  dedicated<T>(run: (execute: Execute) => Promise<T>): Promise<T>
  /** How the job queue's library reaches the database: a text may hold several statements when it has no values. */
  queue: { executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }> }
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  /** Ends within ten seconds, whatever the connections do. */
  close(): Promise<void>
  /** What a start log must say aloud, as codes. */
  warnings: readonly ('embedded-not-for-official-use' | 'fsync-off' | 'synchronous-commit-off')[]
}

export type OpenOptions = {
  /** `postgres://…`; without it the embedded database in `dataDir` serves. */
  url?: string
  dataDir: string
  /** Called with each statement that goes through `db`; for tests that count. */
  onStatement?: (text: string) => void
}

/** Opens the database. Throws StartError with a code for each way in which that fails. */
export async function openDatabase(options: OpenOptions): Promise<Opened> {
  if (options.url) return (await import('./postgres.ts')).openPostgres(options.url, options)
  return (await import('./embedded.ts')).openEmbedded(options)
}
