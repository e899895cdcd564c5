import { randomUUID } from 'node:crypto'
import { constants, cp, rm } from 'node:fs/promises'
import { afterAll, inject } from 'vitest'
import { type Opened, type OpenOptions, openDatabase } from '#db/connection.ts'
import { programRole, statement } from './postgres-server.ts'

export type FreshDatabase = Opened & {
  /** Empty for the embedded database. */
  url: string
}

/** Whether this run is on the embedded database, which has one connection: no test of a race says anything there. */
export const isEmbedded = () => inject('postgres') === ''

/** Whether this run is as the role that owns nothing: what only an owner does to a database fails there. */
const asProgram = () => process.env.TEST_DATABASE === 'program'

/** The same address for another role. */
export const asRole = (url: string, role: string) => Object.assign(new URL(url), { username: role }).href

/**
 * A migrated database for one test file, closed when the file is done: a clone of the template on PostgreSQL, in the run for
 * the embedded database (TEST_DATABASE=embedded) a copy of the template's data folder.
 */
export async function freshDatabase(options: Pick<OpenOptions, 'onStatement'> = {}): Promise<FreshDatabase> {
  return isEmbedded() ? freshEmbedded(options) : freshPostgres(options)
}

async function freshPostgres(options: Pick<OpenOptions, 'onStatement'>): Promise<FreshDatabase> {
  const url = await cloneTemplate()
  const opened = await openDatabase({ ...options, dataDir: '', url: asProgram() ? asRole(url, programRole) : url })
  afterAll(() => opened.close())
  return { ...opened, url }
}

async function freshEmbedded(options: Pick<OpenOptions, 'onStatement'>): Promise<FreshDatabase> {
  const dataDir = `${inject('dataDir')}-${randomUUID()}`
  await cp(inject('dataDir'), dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const opened = await openDatabase({ ...options, dataDir })
  afterAll(async () => {
    await opened.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  return { ...opened, url: '' }
}

/** The address of a new, migrated database on the test server. */
export const cloneTemplate = (server = inject('postgres')) => newDatabase(server, 'baku_template')

/** The address of a new database that nobody has filled. */
export const emptyDatabase = (server = inject('postgres')) => newDatabase(server, 'template1')

async function newDatabase(server: string, template: string): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await statement(server, `create database ${name} template ${template}`)
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}
