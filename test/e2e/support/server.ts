import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type RunningServer = {
  origin: string
  /** The one-time link printed at the start, while there is no administrator. */
  firstAdministratorLink: string | null
  /** Everything the server has printed so far: for messages of failing tests. */
  said(): string
  stop(): Promise<void>
}

type Options = {
  /** Without it the embedded database in a temporary folder. */
  databaseUrl?: string
  demo?: boolean
  env?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '../../..')

/** The built server as an operator runs it, on a port the system chooses and a data folder of its own. */
export async function startServer({ databaseUrl, demo = false, env = {} }: Options = {}): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'baku-e2e-'))
  const child = spawn(process.execPath, [join(root, 'build/server/index.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: '0',
      DATA_DIR: dataDir,
      TZ: 'UTC',
      // All tests come from one address.
      RATE_FACTOR: '100',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      ...(demo ? { BAKU_DEMO: '1' } : {}),
      ...env,
    },
  })
  // A server must not outlive the tests, however they end.
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const printed: string[] = []
  child.stdout.on('data', (chunk) => printed.push(String(chunk)))
  child.stderr.on('data', (chunk) => printed.push(String(chunk)))
  const said = () => printed.join('')
  const origin = await announced(child, said)
  return {
    origin,
    firstAdministratorLink: /first administrator.*?(http\S+)/.exec(said())?.[1] ?? null,
    said,
    async stop() {
      process.off('exit', kill)
      if (child.exitCode === null) {
        const gone = once(child, 'exit')
        child.kill('SIGTERM')
        await gone
      }
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The address is printed, with all that belongs to it, when the server is ready. */
async function announced(child: ChildProcess, said: () => string): Promise<string> {
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt++) {
    const origin = /^Baku is at (\S+)$/m.exec(said())?.[1]
    if (origin) return origin
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not start:\n${said()}`)
}
