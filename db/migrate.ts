import { digestOf } from './canonical-digest.ts'
import type { Execute, Opened } from './connection.ts'
import journal from './migrations/meta/_journal.json'
import { grantToProgram } from './privileges.ts'
import { installQueue } from './queue.ts'
import { refoldStates } from './refold.ts'
import { sqlState } from './rows.ts'
import { StartError } from './start-error.ts'

/** Written by drizzle-kit and bundled as text, so that one file serves in production and tests need no folder. */
const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

type Migration = { tag: string; when: number; hash: string; statements: readonly string[] }

const migrations: readonly Migration[] = journal.entries.map(({ tag, when }) => {
  const text = files[`./migrations/${tag}.sql`]
  if (text === undefined) throw new Error(`migration ${tag} is in the journal but not in the bundle`)
  return { tag, when, hash: digestOf(text), statements: text.split('--> statement-breakpoint') }
})

/** Any number, the same in every release: who holds it may change the tables. */
const lockKey = 7_262_001

/**
 * Brings the database to the level of this program; answers the tags applied now. Several programs may start at once:
 * one migrates, the others wait. States of instances that an older program folded are folded anew under the same lock.
 * The bookkeeping table is drizzle's own, so its tools can read it.
 * @param programRole  role of the program where that is not the owner: it gets its privileges anew each time
 * @throws {StartError} `database-newer` when the database knows migrations that this program does not,
 *   `database-owner-needed` when there is something to be made that this role may not make
 */
export function migrateDatabase(opened: Opened, programRole: string | null = null): Promise<readonly string[]> {
  return opened.dedicated(async (execute) => {
    if (opened.kind === 'postgres') await execute('select pg_advisory_lock($1)', [lockKey])
    // The connection ends after this, and with it the lock.
    return migrate(opened, execute, programRole).catch(async (error: unknown) => {
      if (sqlState(error) !== insufficientPrivilege) throw error
      const [asked] = await execute<{ role: string }>('select current_user as role')
      throw new StartError('database-owner-needed', { role: asked?.role ?? '?' }, { cause: error })
    })
  })
}

const insufficientPrivilege = '42501'

async function migrate(opened: Opened, execute: Execute, programRole: string | null): Promise<readonly string[]> {
  const applied = await appliedMigrations(execute)
  const missing = migrations.filter(({ when }) => !applied.includes(when))
  for (const migration of missing) await apply(migration, execute)
  await refoldStates(execute)
  await installQueue(opened)
  if (programRole !== null) await grantToProgram(execute, programRole)
  return missing.map(({ tag }) => tag)
}

/** Whether the database stands exactly at the level of this program; for `readyz`. */
export async function isMigrated(execute: Execute): Promise<boolean> {
  const applied = await execute<{ when: number }>('select created_at::float8 as when from drizzle.__drizzle_migrations')
  return applied.length === migrations.length && migrations.every(({ when }) => applied.some((row) => row.when === when))
}

async function appliedMigrations(execute: Execute): Promise<readonly number[]> {
  // A role that may not create anything starts the program all the same once everything is there.
  const [book] = await execute<{ there: boolean }>(`select to_regclass('drizzle.__drizzle_migrations') is not null as there`)
  if (!book?.there) {
    await execute('create schema if not exists drizzle')
    await execute('create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)')
  }
  const applied = await execute<{ when: number; hash: string }>(
    'select created_at::float8 as when, hash from drizzle.__drizzle_migrations',
  )
  const known = new Set(migrations.map(({ when }) => when))
  const unknown = applied.filter(({ when }) => !known.has(when))
  if (unknown.length > 0) throw new StartError('database-newer', { unknown: unknown.length, known: known.size })
  return applied.map(({ when }) => when)
}

async function apply({ statements, hash, when }: Migration, execute: Execute): Promise<void> {
  await execute('begin')
  try {
    for (const statement of statements) await execute(statement)
    await execute('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [hash, when])
    await execute('commit')
  } catch (error) {
    await execute('rollback').catch(() => undefined)
    throw error
  }
}
