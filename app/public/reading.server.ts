import type { AppLoadContext } from '@remix-run/node'
import type { Result } from '#app/result.ts'
import { readStandard } from '#app/use-cases/public/read-standard.server.ts'

/** The value, or the plain 404 that a public page gives for all that is not there to be seen. */
export function orNotFound<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Response(null, { status: 404 })
}

type StandardParams = { agency?: string; slug?: string; number?: string }

/** The standard and version that the address names. */
export async function standardAt({ agency = '', slug = '', number }: StandardParams, { ports }: AppLoadContext) {
  return orNotFound(await readStandard({ agency, slug, ...(number === undefined ? {} : { number }) }, ports))
}
