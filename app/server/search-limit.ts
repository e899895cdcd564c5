import type { MiddlewareHandler } from 'hono'
import type { Ports } from '#app/ports.ts'
import { countRate } from '#app/rates.server.ts'
import type { ServerEnv } from './env.ts'
import { plainAnswer } from './plain-answer.ts'

const searched = [/^\/$/, /^\/standar\/[^/]+$/, /^\/sk$/, /^\/api\/v1\/(standards|decrees)$/]

/**
 * How often one address may search. Applications, wrong tickets, uploads and sign-ins are counted by their use cases,
 * which know what was wrong and can show the form again.
 */
export function searchLimit(ports: Ports): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url)
    const path = pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')
    const words = (searchParams.get('q') ?? '').trim()
    if (words === '' || !searched.some((pattern) => pattern.test(path))) return next()
    const retryAfterSeconds = await countRate(ports, 'search', c.get('clientAddress'))
    return retryAfterSeconds === null ? next() : plainAnswer(c, 429, 'too-often', retryAfterSeconds)
  }
}
