import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type BuiltServer = {
  origin: string
  pid: number
  stop(): Promise<void>
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
}

const root = join(import.meta.dirname, '../../..')

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
      PORT: '0',
      DATA_DIR: options.dataDir ?? ownDir ?? '',
      TZ: 'UTC',
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
      ...(options.demo ? { BAKU_DEMO: '1' } : {}),
    },
  })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  try {
    return { origin: await announced(child), pid: child.pid ?? 0, stop: () => stop(child, kill, ownDir) }
  } catch (error) {
    await stop(child, kill, ownDir)
    throw error
  }
}

async function stop(child: ChildProcess, kill: () => void, ownDir: string | null) {
  process.off('exit', kill)
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  if (ownDir) await rm(ownDir, { recursive: true, force: true })
}

/** The address is printed when the server is ready; what it prints later is read and dropped. */
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
