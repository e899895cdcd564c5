import type { World } from '#app/server/world.ts'
import { createTokenFor, NewToken } from '#app/use-cases/account/create-token.server.ts'
import { UsageError } from './usage-error.ts'

type Options = Readonly<Record<string, string | boolean | undefined>>

export const createTokenCommand = {
  usage: 'token create --user E-MAIL [--name NAME] [--days DAYS]',
  async run({ ports }: World, options: Options): Promise<number> {
    const input = NewToken.safeParse({ name: options.name ?? 'command line', days: options.days ?? '365' })
    if (typeof options.user !== 'string') throw new UsageError('--user E-MAIL is missing')
    if (!input.success) throw new UsageError('--name takes up to 80 characters, --days a number from 1 to 730')
    const result = await createTokenFor({ ...input.data, email: options.user }, ports)
    if (!result.ok) {
      process.stderr.write(`There is no active person with the address ${options.user}.\n`)
      return 1
    }
    process.stdout.write(`${result.value.token}\n`)
    return 0
  },
}
