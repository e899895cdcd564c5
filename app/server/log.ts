import type { MiddlewareHandler } from 'hono'
import type { ServerEnv } from './env.ts'

export type LogLine = { level: 'info' | 'warn' | 'error'; msg: string } & Readonly<Record<string, unknown>>
export type Log = (line: LogLine) => void

/** One JSON line per event on standard output; control characters come out escaped. */
export const log: Log = ({ level, msg, ...rest }) => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, msg, ...rest })}\n`)
}

/** One line per request: route pattern, never the address, its query, names or what was typed. */
export function requestLog(options: { log: Log; routeOf(path: string): string; quiet?: boolean }): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const began = performance.now()
    let actor: string | null = null
    const ask = c.get('visitor')
    c.set('visitor', async () => {
      const visitor = await ask()
      if (visitor.kind === 'person') actor = visitor.person.id
      return visitor
    })
    await next()
    const { status } = c.res
    options.log({
      level: status >= 500 ? 'error' : status === 403 ? 'warn' : 'info',
      msg: 'request',
      requestId: c.get('requestId'),
      method: c.req.method,
      route: options.routeOf(c.req.path),
      status,
      ms: Math.round(performance.now() - began),
      ...(actor ? { actor } : {}),
    })
  }
}

/** What may be told of an error: a failed statement's message holds what people typed, so only its code is kept. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error }
  const cause = error.cause instanceof Error ? error.cause : error
  const code = 'code' in cause ? String(cause.code) : undefined
  const fromDatabase =
    error.name === 'DrizzleQueryError' || error.message.startsWith('Failed query') || /^[0-9A-Z]{5}$/.test(code ?? '')
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    error: error.name,
    ...(code ? { code } : {}),
    ...(fromDatabase ? {} : { reason: error.message.slice(0, 300) }),
    stack: frames.slice(0, 12).map((line) => line.trim()),
  }
}
