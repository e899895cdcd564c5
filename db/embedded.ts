import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import type { Execute, Opened, OpenOptions } from './connection.ts'
import { lockDataDir } from './data-dir-lock.ts'
import { rows } from './rows.ts'
import * as schema from './schema.ts'
import { StartError } from './start-error.ts'

/**
 * PostgreSQL inside this process, for trying out. It never syncs to disk and has one connection; using the outer `db`
 * inside a transaction waits for ever, so stores take the transaction they are given.
 */
export async function openEmbedded(options: OpenOptions): Promise<Opened> {
  const lock = await lockDataDir(options.dataDir)
  try {
    const client = await start(options)
    const log = options.onStatement
    const db = drizzle(client, { schema, logger: log ? { logQuery: log } : false })
    const execute: Execute = (text, params) => rows(db, text, params)
    return {
      db,
      kind: 'embedded',
      warnings: ['embedded-not-for-official-use'],
      execute,
      transaction: (run) => db.transaction(run),
      dedicated: (run) => run(execute),
      queue: { executeSql: (text, values) => runScript(client, text, values) },
      ping: async () => void (await client.query('select 1')),
      close: async () => {
        await client.close()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Only a text without values may hold several statements; the last one answers. */
async function runScript(client: PGlite, text: string, values: readonly unknown[] = []): Promise<{ rows: unknown[] }> {
  if (values.length > 0) return client.query(text, [...values])
  return (await client.exec(text)).at(-1) ?? { rows: [] }
}

async function start({ dataDir }: OpenOptions): Promise<PGlite> {
  const folder = join(dataDir, 'database')
  try {
    await access(dataDir, constants.R_OK | constants.W_OK)
    return await PGlite.create(folder, { postgresqlconf: ['shared_buffers=16MB'], parsers })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'damaged'
    throw new StartError('data-dir-unreadable', { dataDir: folder, reason }, { cause: error })
  }
}

const int8 = 20
const parsers = { [int8]: Number }
