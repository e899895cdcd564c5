import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { furnishDemo } from '#app/demo/furnish-demo.server.ts'
import { makePorts } from '#app/ports.server.ts'
import type { Ports } from '#app/ports.ts'
import type { ServerSettings } from '#app/settings.ts'
import { scheduleInForce } from '#app/use-cases/jobs/schedule-in-force.server.ts'
import { type Opened, openDatabase } from '#db/connection.ts'
import { loadDefinitions } from '#db/load-definitions.ts'
import { isMigrated, migrateDatabase } from '#db/migrate.ts'
import { ownsTheRecord } from '#db/privileges.ts'
import { StartError } from '#db/start-error.ts'
import { diskHasRoom, type Readiness } from './health.ts'
import { log } from './log.ts'
import { openSigning } from './open-signing.ts'

/** Everything that outlives a request. */
export type World = {
  settings: ServerSettings
  ports: Ports
  opened: Opened
  /** What a start log must say aloud. */
  warnings: readonly StartWarning[]
  readiness(): Promise<Readiness>
}
export type StartWarning = Opened['warnings'][number] | 'database-owner' | 'signs-for-trial'

/**
 * Opens the data folder and the database, brings it up to date and fills it on the first start.
 * @throws {StartError} for each way in which the surroundings can be wrong
 */
export async function openWorld(asked: ServerSettings): Promise<World> {
  const dataDir = resolve(asked.dataDir)
  await ensureFolder(dataDir)
  const opened = await openDatabase({ dataDir, ...(asked.databaseUrl ? { url: asked.databaseUrl } : {}) })
  try {
    await migrate(opened, asked)
    const settings = { ...asked, dataDir, embedded: opened.kind === 'embedded' }
    const ports = makePorts(opened, settings, await openSigning(settings))
    await loadDefinitions(opened, settings)
    if (settings.demo) await furnish(ports)
    await scheduleInForce(ports)
    const warnings = [...opened.warnings, ...(await ownerWarning(opened)), ...trialWarning(settings)]
    return { settings, ports, opened, warnings, readiness: () => readiness(opened, dataDir) }
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** As the owner, where one is named: then the program's own role holds no more than it needs (V17). */
async function migrate(opened: Opened, { databaseOwnerUrl, dataDir }: ServerSettings): Promise<void> {
  if (databaseOwnerUrl === null) return void (await migrateDatabase(opened))
  const [program] = await opened.execute<{ role: string }>('select current_user as role')
  const owner = await openDatabase({ url: databaseOwnerUrl, dataDir })
  try {
    await migrateDatabase(owner, program?.role)
  } finally {
    await owner.close()
  }
}

const ownerWarning = async ({ kind, execute }: Opened): Promise<StartWarning[]> =>
  kind === 'postgres' && (await ownsTheRecord(execute)) ? ['database-owner'] : []

/** A demonstration says of everything that it is one. */
const trialWarning = ({ signatureProvider, demo }: ServerSettings): StartWarning[] =>
  signatureProvider === 'test' && !demo ? ['signs-for-trial'] : []

/** What a standard does not allow is no reason not to show the rest. */
async function furnish(ports: Ports) {
  const { problems } = await furnishDemo(ports)
  for (const problem of problems) log({ level: 'warn', msg: 'demo', problem })
}

async function ensureFolder(dataDir: string) {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new StartError('data-dir-unreadable', { dataDir, reason }, { cause: error })
  }
}

async function readiness(opened: Opened, dataDir: string): Promise<Readiness> {
  try {
    if (!(await isMigrated(opened.execute))) return 'database-not-migrated'
  } catch {
    return 'database-unreachable'
  }
  return (await diskHasRoom(dataDir)) ? null : 'disk-full'
}
