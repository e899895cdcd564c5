import type { TestProject } from 'vitest/node'
import { openDatabase } from '#db/connection.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { programRole, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Maintenance address of the throwaway server; empty when the embedded database is tested. */
    postgres: string
  }
}

export const template = 'baku_template'

/** One server for all files; each file clones the template, which is migrated once. */
export default async function setup(project: TestProject) {
  if (process.env.TEST_DATABASE === 'embedded') {
    project.provide('postgres', '')
    return
  }
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
  return () => server.stop()
}
