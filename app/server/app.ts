import { randomBytes, randomUUID } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import type { AppLoadContext } from '@remix-run/node'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import type { ServerSettings } from '#app/settings.ts'
import { bodyLimit, uploadsAtOnce } from './body-limit.ts'
import { clientAddress } from './client-address.ts'
import { bounded, deadline } from './deadline.ts'
import { dueActs } from './due-acts.ts'
import type { ServerEnv } from './env.ts'
import { failureOf, isUnavailable, isUnreadable } from './failures.ts'
import { health, type Readiness } from './health.ts'
import { heldForm } from './held-form.ts'
import { describeError, type Log, requestLog } from './log.ts'
import { originGuard } from './origin-guard.ts'
import { pageCache } from './page-cache.ts'
import { plainAnswer } from './plain-answer.ts'
import { publicRequest } from './public-request.ts'
import { cookiesOf, localeOf, themeOf } from './reader.ts'
import { searchLimit } from './search-limit.ts'
import { securityHeaders } from './security-headers.ts'
import { soundAddress } from './sound-address.ts'

export type ServerParts = {
  ports: Ports
  settings: ServerSettings
  log: Log
  development: boolean
  /** Folder of the built client; null while Vite serves it. */
  client: string | null
  api: Hono<ServerEnv>
  readiness(): Promise<Readiness>
  routeOf(path: string): string
  stampOf(path: string): Promise<string | null>
  findVisitor(request: Request): Promise<Visitor>
  /** Puts acts in force whose day has come. */
  beginDueActs(): Promise<unknown>
  /** The pages. */
  render(request: Request, context: AppLoadContext): Promise<Response>
}

/** Every layer that a request passes, from the outside in. */
export function createApp(parts: ServerParts): Hono<ServerEnv> {
  const { settings, log, development } = parts
  const app = new Hono<ServerEnv>()
  app.use(introduce(parts))
  app.use(securityHeaders({ https: settings.origin.startsWith('https:'), development }))
  app.route('/', health(parts.readiness))
  app.use(requestLog({ log, routeOf: parts.routeOf }))
  app.use(bounded())
  app.use(deadline())
  app.use(compress())
  if (parts.client) {
    for (const layer of assets(parts.client)) app.use(layer.path, layer.serve)
    app.all('/assets/*', (c) => plainAnswer(c, 404, 'not-found'))
  }
  app.use(soundAddress())
  app.use(originGuard(settings))
  app.use(searchLimit(parts.ports))
  app.use(uploadsAtOnce())
  app.use(bodyLimit())
  app.use(dueActs(parts.beginDueActs, log))
  app.route('/api/v1', parts.api)
  app.all('/api/*', (c) => plainAnswer(c, 404, 'not-found'))
  app.use(heldForm(parts.ports))
  app.use(pageCache(parts.stampOf))
  app.all('*', async (c) => {
    const context: AppLoadContext = {
      ports: parts.ports,
      nonce: c.get('nonce'),
      locale: c.get('locale'),
      theme: c.get('theme'),
      requestId: c.get('requestId'),
      clientAddress: c.get('clientAddress'),
      visitor: c.get('visitor'),
    }
    const response = await parts.render(publicRequest(c.req.raw, settings), context)
    return response.status >= 500 ? (plainFailure(c, failureOf(context)) ?? response) : response
  })
  app.onError((error, c) => {
    log({ level: 'error', msg: 'failed', requestId: c.get('requestId'), ...describeError(error) })
    return plainFailure(c, error) ?? plainAnswer(c, 500, 'failed')
  })
  return app
}

/** Failures that are not the program's own; null for those that are. */
function plainFailure(c: Context<ServerEnv>, error: unknown): Response | null {
  if (isUnavailable(error)) return plainAnswer(c, 503, 'unavailable')
  return isUnreadable(error) ? plainAnswer(c, 400, 'unreadable') : null
}

/** What every layer may know about the request. */
function introduce(parts: ServerParts): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const cookies = cookiesOf(c.req.header('Cookie') ?? null)
    const { raw } = c.req
    let asked: Promise<Visitor> | undefined
    c.set('requestId', randomUUID())
    c.set('nonce', randomBytes(16).toString('base64url'))
    c.set('locale', localeOf(cookies, c.req.header('Accept-Language') ?? null))
    c.set('theme', themeOf(cookies))
    c.set('clientAddress', clientAddress(c, parts.settings.trustedProxies))
    c.set('visitor', () => {
      asked ??= parts.findVisitor(raw)
      return asked
    })
    await next()
  }
}

function assets(root: string): { path: string; serve: MiddlewareHandler<ServerEnv> }[] {
  const keep = (value: string) => ({
    onFound: (_path: string, c: { header(name: string, value: string): void }) => c.header('Cache-Control', value),
  })
  return [
    { path: '/assets/*', serve: serveStatic({ root, ...keep('public, max-age=31536000, immutable') }) },
    { path: '/favicon.svg', serve: serveStatic({ root, ...keep('public, max-age=86400') }) },
    { path: '/favicon.ico', serve: serveStatic({ root, path: 'favicon.svg', ...keep('public, max-age=86400') }) },
  ]
}
