import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { limits } from '#app/limits.ts'
import { readSettings, type ServerSettings } from '#app/settings.ts'
import { firstAdministratorLink } from '#app/use-cases/account/first-administrator.server.ts'
import { type Jobs, runJobs } from './jobs.ts'
import { listen, stopListening } from './listen.ts'
import { describeError, log } from './log.ts'
import { serverOf } from './pages.ts'
import { startMessage } from './start-messages.ts'
import { openWorld, type StartWarning, type World } from './world.ts'

type Fetch = (request: Request, env: object) => Response | Promise<Response>

const starting: Fetch = () =>
  new Response('starting\n', { status: 503, headers: { 'Retry-After': '2', 'Cache-Control': 'no-store' } })

/** `npm start`: the port first, since that is known at once; then the data; then the pages. `client` holds the built assets. */
export async function start(build: ServerBuild, client: string): Promise<void> {
  let address = { host: '127.0.0.1', port: 3000 }
  try {
    const settings = readSettings(process.env)
    address = settings
    let serve: Fetch = starting
    const server = await listen((request, env) => serve(request, env), settings)
    const stop = { asked: false }
    const world = await openWorld(withPort(settings, server))
    const app = serverOf(world, { build, client, development: false, stopping: () => stop.asked })
    serve = (request, env) => app.fetch(request, env)
    stopOnSignal(server, world, stop, runJobs(world.opened, world.ports, log))
    await announce(world)
  } catch (error) {
    const message = startMessage(error, address)
    process.stderr.write(
      message ? `${message}\n` : `${JSON.stringify({ level: 'error', msg: 'start failed', ...describeError(error) })}\n`,
    )
    process.exit(1)
  }
}

/** PORT=0 lets the system choose; the address people see is the one chosen. */
function withPort(settings: ServerSettings, server: Server): ServerSettings {
  const bound = server.address()
  const port = bound && typeof bound === 'object' ? bound.port : settings.port
  return settings.originKnown ? { ...settings, port } : { ...settings, port, origin: settings.origin.replace(/:0$/, `:${port}`) }
}

async function announce({ settings, ports, warnings }: World): Promise<void> {
  const lines = [`Baku is at ${settings.origin}`]
  if (!settings.originKnown && !isLoopback(settings.host)) {
    lines.push('WARNING: APP_URL is not set: forms sent from other machines are refused. Set it to the address people use.')
  }
  for (const warning of warnings) lines.push(`WARNING: ${warningTexts[warning]}`)
  if (settings.demo) lines.push('This is a demo with invented people: anybody may sign in as anybody.')
  const link = await firstAdministratorLink(ports)
  if (link) lines.push(`Become the first administrator (once, within 24 hours): ${link}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.')

const warningTexts: Record<StartWarning, string> = {
  'embedded-not-for-official-use':
    'the embedded database is for trying out, not for official use: a power cut can lose data. Set DATABASE_URL to a PostgreSQL server.',
  'fsync-off': 'fsync is off in the database: a power cut can lose what was confirmed.',
  'database-owner':
    'the program runs as owner of its tables or as superuser: nothing in the database holds it back. Give it a role of its own, see docs/operations.',
  'signs-for-trial':
    'SIGNATURE_PROVIDER=test signs with a test certificate: its signatures are none that count. Leave it out for official use.',
  'synchronous-commit-off': 'synchronous_commit is off in the database: a crash can lose what was confirmed.',
}

function stopOnSignal(server: Server, world: World, stop: { asked: boolean }, jobs: Jobs): void {
  const leave = async (signal: NodeJS.Signals) => {
    if (stop.asked) return
    stop.asked = true
    log({ level: 'info', msg: 'stopping', signal })
    const tooLong = setTimeout(() => process.exit(1), limits.time.stop + 5_000)
    tooLong.unref()
    await Promise.all([stopListening(server, limits.time.stop - 5_000), jobs.stop(limits.time.stop - 5_000)])
    await world.opened.close()
    log({ level: 'info', msg: 'stopped' })
    process.exit(0)
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
}
