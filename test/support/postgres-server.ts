import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { ordinaryUser, usableBinaries } from './postgres-binaries.ts'

const run = promisify(execFile)

/** A role that may in the template, and so in its clones, what the program needs and nothing else. */
export const programRole = 'baku_program'

export type PostgresServer = {
  /** Of the maintenance database; superuser. */
  url: string
  /** Address of another database of the same server. */
  urlOf(database: string): string
  /** Answers the address of the new database; a template must have no connections. */
  createDatabase(name: string, template?: string): Promise<string>
  /** Of the postmaster; another one after each `startAgain`. */
  pid(): number
  /**
   * Ends the server by a signal to the postmaster and waits until all its processes are gone: SIGTERM waits for clients,
   * SIGINT (fast) ends their work, SIGQUIT (immediate) leaves without a checkpoint. Linux only.
   */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGQUIT'): Promise<void>
  /** The same with SIGKILL, of the postmaster alone (its processes notice and leave) or of all of them at once. */
  kill(whom: 'postmaster' | 'all'): Promise<void>
  /** Starts the server that was ended, on the same data and port, and waits until it answers. */
  startAgain(): Promise<void>
  stop(): Promise<void>
}

type Options = {
  /** Tests need speed, benchmarks the truth. */
  durable?: boolean
  /** The folder in which its own is made, for a disk that is to be small. */
  within?: string
}

/**
 * A PostgreSQL server of our own on a free port in a temporary folder. It ends with this process, however that ends:
 * the shell around it waits on a pipe that closes with us.
 */
export async function startPostgres({ durable = false, within = tmpdir() }: Options = {}): Promise<PostgresServer> {
  const user = ordinaryUser()
  const folder = await mkdtemp(join(within, 'baku-postgres-'))
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
  const pid = () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  return {
    url: urlOf('postgres'),
    urlOf,
    createDatabase: async (name, template) => {
      await statement(urlOf('postgres'), `create database "${name}"${template ? ` template "${template}"` : ''}`)
      return urlOf(name)
    },
    pid,
    end: (signal) => endAll(pid(), (processes) => process.kill(processes[0] ?? 0, signal)),
    kill: (whom) => endAll(pid(), (processes) => killAll(whom === 'all' ? processes : processes.slice(0, 1))),
    async startAgain() {
      child.stdin?.write('\n')
      await answering(urlOf('postgres'), child, said)
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

/**
 * Runs the server, and once more for each line that comes after it has ended; when our end of the pipe closes, stops it
 * by its own pid and clears the folder.
 */
const guard = `
folder=$1; shift
"$@" </dev/null &
server=$!
while read -r line; do
  wait $server
  "$@" </dev/null &
  server=$!
done
kill -QUIT $server 2>/dev/null
wait $server
cd / && rm -rf "$folder"
`

/** Ends the postmaster somehow and waits for it and those it had started: a new one does not start beside one of them. */
async function endAll(postmaster: number, how: (processes: readonly number[]) => void): Promise<void> {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim()
  const processes = [postmaster, ...(children === '' ? [] : children.split(' ').map(Number))]
  how(processes)
  while (processes.some(isRunning)) await new Promise((resolve) => setTimeout(resolve, 10))
}

function killAll(processes: readonly number[]) {
  for (const pid of processes) if (isRunning(pid)) process.kill(pid, 'SIGKILL')
}

/** One that has ended and that nobody has asked after yet has ended. */
function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && !/^\d+ \(.*\) Z/.test(readFileSync(stat, 'utf8'))
}

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
