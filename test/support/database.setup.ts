import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#db/connection.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { programRole, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Maintenance address of the throwaway server; empty when the embedded database is tested. */
    postgres: string
    /** The migrated data folder of the embedded database, of which each file takes a copy; empty when PostgreSQL is tested. */
    dataDir: string
  }
}

export const template = 'baku_template'

/** One server, or one data folder, for all files; each file clones the template, which is migrated once in a run. */
export default async function setup(project: TestProject) {
  return process.env.TEST_DATABASE === 'embedded' ? embedded(project) : postgres(project)
}

async function postgres(project: TestProject) {
  const server = await startPostgres({ durable: project.name === 'bench' })
  try {
    const opened = await openDatabase({ url: await server.createDatabase(template), dataDir: '' })
    await opened.execute(`create role ${programRole} login`)
    await migrateDatabase(opened, programRole)
    await opened.close()
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgres', server.url)
  project.provide('dataDir', '')
  return () => server.stop()
}

async function embedded(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'baku-embedded-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const dataDir = join(folder, 'template')
    await mkdir(dataDir)
    const opened = await openDatabase({ dataDir })
    await migrateDatabase(opened)
    await opened.close()
    project.provide('postgres', '')
    project.provide('dataDir', dataDir)
  } catch (error) {
    await remove()
    throw error
  }
  return remove
}
