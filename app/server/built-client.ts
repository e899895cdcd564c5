import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What browsers get lies beside the server's folder; how deep in that folder a module ends up is the bundler's choice. */
export function builtClient(from: string): string {
  const client = join(from, 'client')
  if (existsSync(join(client, 'assets'))) return client
  const above = dirname(from)
  if (above === from) throw new Error('the build is incomplete: its client folder is missing')
  return builtClient(above)
}
