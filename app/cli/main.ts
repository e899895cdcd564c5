import { parseArgs } from 'node:util'
import { startMessage } from '#app/server/start-messages.ts'
import { openWorld, type World } from '#app/server/world.ts'
import { readSettings, type ServerSettings } from '#app/settings.ts'
import { createTokenCommand } from './create-token.ts'
import { databaseRolesCommand } from './database-roles.ts'
import { UsageError } from './usage-error.ts'
import { verifyLogCommand } from './verify-log.ts'

type Options = Readonly<Record<string, string | boolean | undefined>>
type Command = { usage: string } & (
  | { run(world: World, options: Options): Promise<number> }
  /** For what must work before the program could be opened. */
  | { runAlone(settings: ServerSettings): Promise<number> }
)

/** What an operator may ask from the command line; whoever reaches the database is the authority. */
const commands: Readonly<Record<string, Command>> = {
  'database roles': databaseRolesCommand,
  'token create': createTokenCommand,
  'verify-log': verifyLogCommand,
}

const usage = () =>
  `Usage:\n${Object.values(commands)
    .map((command) => `  npm run baku -- ${command.usage}`)
    .join('\n')}\n`

/** Answers the exit code: 0 done, 1 refused or failed, 2 asked wrongly. */
export async function run(args: readonly string[]): Promise<number> {
  const settings = { host: '', port: 0 }
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { user: { type: 'string' }, name: { type: 'string' }, days: { type: 'string' }, help: { type: 'boolean' } },
    })
    const command = commands[positionals.join(' ')]
    if (!command || values.help) {
      process.stdout.write(usage())
      return values.help ? 0 : 2
    }
    const asked = readSettings(process.env)
    if ('runAlone' in command) return await command.runAlone(asked)
    const world = await openWorld(asked)
    try {
      return await command.run(world, values)
    } finally {
      await world.opened.close()
    }
  } catch (error) {
    if (isAskedWrongly(error)) {
      process.stderr.write(`${error.message}\n${usage()}`)
      return 2
    }
    const message = startMessage(error, settings)
    if (message === null) throw error
    process.stderr.write(`${message}\n`)
    return 1
  }
}

const isAskedWrongly = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS'))
