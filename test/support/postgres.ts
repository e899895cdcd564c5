import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { type Opened, type OpenOptions, openDatabase } from '#db/connection.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { statement } from './postgres-server.ts'

export type FreshDatabase = Opened & {
  /** Empty for the embedded database. */
  url: string
}

/** Whether this run is on the embedded database, which has one connection: no test of a race says anything there. */
export const isEmbedded = () => inject('postgres') === ''

/**
 * A migrated database for one test file, closed when the file is done. On PostgreSQL a clone of the template; in the
 * run for the embedded database (TEST_DATABASE=embedded) one in memory.
 */
export async function freshDatabase(options: Pick<OpenOptions, 'onStatement'> = {}): Promise<FreshDatabase> {
  const server = inject('postgres')
  const url = server === '' ? '' : await cloneTemplate(server)
  const opened = await openDatabase({ ...options, dataDir: '', ...(url ? { url } : { inMemory: true }) })
  if (!url) await migrateDatabase(opened)
  afterAll(() => opened.close())
  return { ...opened, url }
}

/** The address of a new, migrated database on the test server. */
export async function cloneTemplate(server = inject('postgres')): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await statement(server, `create database ${name} template baku_template`)
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}
