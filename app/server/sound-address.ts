import type { MiddlewareHandler } from 'hono'
import type { ServerEnv } from './env.ts'
import { plainAnswer } from './plain-answer.ts'

/**
 * An address that is no text, or that holds a null character, leads nowhere. Refused here: the framework would write it
 * to the log as it came, and the database keeps no null characters.
 */
export function soundAddress(): MiddlewareHandler<ServerEnv> {
  return async (c, next) => (isSound(c.req.url) ? next() : plainAnswer(c, 404, 'not-found'))
}

export function isSound(url: string): boolean {
  const { pathname, search } = new URL(url)
  if (/%00/.test(search)) return false
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(pathname))
  } catch {
    return false
  }
}
