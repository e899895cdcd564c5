import { SettingError } from '#app/settings.ts'
import { StartError, type StartErrorCode } from '#db/start-error.ts'

type Data = StartError['data']

const databases: Record<StartErrorCode, (data: Data) => string> = {
  'data-dir-locked': ({ dataDir, pid }) =>
    `The data folder ${dataDir} is in use by process ${pid}. Stop it first, or give another folder in DATA_DIR.`,
  'data-dir-unreadable': ({ dataDir, reason }) =>
    `The data folder ${dataDir} cannot be read and written (${reason}). Check its owner, or give another in DATA_DIR.`,
  'database-unreachable': ({ host, port, reason }) =>
    `The database at ${host}:${port} cannot be reached (${reason}). Check DATABASE_URL.`,
  'database-auth': ({ host, port, user }) =>
    `The database at ${host}:${port} refuses user "${user}" or its password. Check DATABASE_URL.`,
  'database-missing': ({ host, port, database }) =>
    `There is no database "${database}" at ${host}:${port}. Create it, or check DATABASE_URL.`,
  'database-newer': () => 'The database is newer than this program. Start the release that wrote it, or a later one.',
  'database-owner-needed': ({ role }) =>
    `The database is not at the level of this release, and role "${role}" may not bring it there. Set DATABASE_OWNER_URL to the address of its owner.`,
}

/** One line for the operator; null for what is no fault of the surroundings. */
export function startMessage(error: unknown, address: { host: string; port: number }): string | null {
  if (error instanceof StartError) return databases[error.code](error.data)
  if (error instanceof SettingError) return `${error.variable} must be ${error.wish}; it is "${error.got}".`
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return `Port ${address.port} on ${address.host} is in use by another program. Give another in PORT.`
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address.host}. Check HOST.`
  if (code === 'EACCES') return `Port ${address.port} may not be used by this user. Give one above 1023 in PORT.`
  return null
}
