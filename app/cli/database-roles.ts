import { resolve } from 'node:path'
import type { ServerSettings } from '#app/settings.ts'
import { openDatabase } from '#db/connection.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { ensureRole } from '#db/privileges.ts'
import { UsageError } from './usage-error.ts'

export const databaseRolesCommand = {
  usage: 'database roles',
  /** Makes the role of DATABASE_URL where it is not there, and gives it what the program needs and nothing else (V17). */
  async runAlone({ databaseUrl, databaseOwnerUrl, dataDir }: ServerSettings): Promise<number> {
    if (databaseUrl === null || databaseOwnerUrl === null)
      throw new UsageError('DATABASE_URL names the role of the program, DATABASE_OWNER_URL the owner: set both')
    const { username, password } = new URL(databaseUrl)
    const role = decodeURIComponent(username)
    if (role === '') throw new UsageError('DATABASE_URL names no role')
    const owner = await openDatabase({ url: databaseOwnerUrl, dataDir: resolve(dataDir) })
    try {
      const found = await ensureRole(owner.execute, role, decodeURIComponent(password))
      if (found in refusals) return told(refusals[found as keyof typeof refusals](role))
      await migrateDatabase(owner, role)
      process.stdout.write(
        `Role "${role}" ${found === 'made' ? 'is there now and' : 'was there and'} has what the program needs, and nothing else.\n`,
      )
      return 0
    } finally {
      await owner.close()
    }
  },
}

const refusals = {
  'may-not-make': (role: string) =>
    `There is no role "${role}", and the owner may not make one. Make it as an administrator of the server, or give the owner CREATEROLE.`,
  'too-mighty': (role: string) =>
    `Role "${role}" is the owner or a superuser, whom nothing can be taken from. Name another role in DATABASE_URL.`,
}

function told(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
