import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

export type BuiltServer = {
  origin: string
  pid: number
  /** Settles when the process has ended, however. */
  exited: Promise<Exit>
  isRunning(): boolean
  /** The end of what it has printed since it was ready. */
  said(): string
  /** The end of what it has printed on standard error, where Node tells of what nobody caught. */
  complaints(): string
  /** SIGKILL: no last word, nothing put in order. */
  kill(): Promise<Exit>
  /** SIGTERM; answers how it ended. */
  stop(): Promise<Exit>
}

type Options = {
  databaseUrl?: string
  demo?: boolean
  /** Where the project lies; its own folder by default. */
  folder?: string
  /** Kept between starts by whoever gives it. */
  dataDir?: string
  /** What is run; the built server by default. */
  script?: string
  /** The system chooses by default. */
  port?: number
  env?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '../..')

/** The server in a process of its own, so that its time and memory can be told from ours. Ends when this process does. */
export async function startBuilt(options: Options = {}): Promise<BuiltServer> {
  const folder = options.folder ?? root
  const ownDir = options.dataDir === undefined ? await mkdtemp(join(tmpdir(), 'baku-bench-')) : null
  const child = spawn(process.execPath, [join(folder, options.script ?? 'build/server/index.js')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      PORT: String(options.port ?? 0),
      DATA_DIR: options.dataDir ?? ownDir ?? '',
      TZ: 'UTC',
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
      ...(options.demo ? { BAKU_DEMO: '1' } : {}),
      ...options.env,
    },
  })
  const atExit = () => void child.kill('SIGKILL')
  process.once('exit', atExit)
  const exited = endOf(child).finally(async () => {
    process.off('exit', atExit)
    if (ownDir) await rm(ownDir, { recursive: true, force: true })
  })
  const [printed, complained] = [tail(child.stdout, child.stderr), tail(child.stderr)]
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  const origin = await announced(child).catch(async (error) => {
    await end('SIGKILL')
    throw error
  })
  return {
    origin,
    pid: child.pid ?? 0,
    exited,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    said: printed,
    complaints: complained,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

async function endOf(child: ChildProcess): Promise<Exit> {
  const [code, signal] = await once(child, 'exit')
  return { code, signal }
}

function tail(...streams: readonly (Readable | null)[]): () => string {
  let said = ''
  const listen = (chunk: Buffer) => {
    said = (said + String(chunk)).slice(-20_000)
  }
  for (const stream of streams) stream?.on('data', listen)
  return () => said
}

/** The address is printed when the server is ready. */
function announced(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      if (said.length > 20_000) return
      said += String(chunk)
      const origin = /^Baku is at (\S+)$/m.exec(said)?.[1]
      if (origin) resolve(origin)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => reject(new Error(`the server did not start:\n${said}`)))
  })
}
