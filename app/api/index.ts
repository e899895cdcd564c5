import { type Context, Hono } from 'hono'
import type { Visitor } from '#app/actor.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Ports } from '#app/ports.ts'
import type { ServerEnv } from '#app/server/env.ts'
import { isUnavailable } from '#app/server/failures.ts'
import { describeError, log } from '#app/server/log.ts'
import { localeOf } from '#app/server/reader.ts'
import { findVisitor } from '#app/use-cases/account/find-visitor.server.ts'
import { answer } from './answer.ts'
import { openApi } from './openapi.ts'
import { refused } from './problem.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'

/** The JSON interface, mounted at `/api/v1`. */
export function api(ports: Ports): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>()
  app.get('/openapi.json', (c) => c.json(openApi(routes)))
  const paths = new Map<string, string[]>([['/openapi.json', ['GET']]])
  for (const route of routes) {
    const path = honoPath(route.path)
    paths.set(path, [...(paths.get(path) ?? []), route.method.toUpperCase()])
    app.on(route.method.toUpperCase(), path, (c) => serve(c, route, ports))
  }
  for (const [path, methods] of paths) {
    app.all(path, (c) => refused({ code: 'method-not-allowed' }, localeOfRequest(c), { Allow: methods.join(', ') }))
  }
  app.all('*', (c) => refused({ code: 'not-found' }, localeOfRequest(c)))
  app.onError((error, c) => {
    log({ level: 'error', msg: 'failed', requestId: c.get('requestId') ?? '', ...describeError(error) })
    return refused({ code: isUnavailable(error) ? 'unavailable' : 'failed' }, localeOfRequest(c))
  })
  return app
}

const honoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')

/** A program says its language with every request; what a browser keeps in a cookie is not asked. */
const localeOfRequest = (c: Context<ServerEnv>) => localeOf(new Map(), c.req.header('Accept-Language') ?? null)

async function serve(c: Context<ServerEnv>, route: Route, ports: Ports): Promise<Response> {
  const locale = localeOfRequest(c)
  const visitor = await visitorOf(c, ports)
  const badToken = visitor.kind === 'anonymous' && c.req.header('Authorization') !== undefined
  if (badToken || (visitor.kind === 'anonymous' && !route.public)) return refused({ code: 'not-signed-in' }, locale)
  const key = c.req.header('Idempotency-Key')
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) {
    return refused({ code: 'invalid', errors: [{ path: 'Idempotency-Key', code: 'wrong-type' }] }, locale)
  }
  const params = c.req.param()
  const address = c.get('clientAddress') ?? 'unknown'
  return answer(route, { request: c.req.raw, params, visitor, ports, locale, t: translator(locale), address, key })
}

/** By token alone: what cookies say is never asked here. */
async function visitorOf(c: Context<ServerEnv>, ports: Ports): Promise<Visitor> {
  const asked = c.get('visitor')
  return asked ? asked() : findVisitor(c.req.raw, ports)
}
