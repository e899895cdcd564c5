import type { MiddlewareHandler } from 'hono'
import type { ServerEnv } from './env.ts'
import { plainAnswer } from './plain-answer.ts'

export type Home = { origin: string; originKnown: boolean }

type Verdict = 'ours' | 'foreign' | 'unsaid'

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i

/**
 * Before every request that may change something, whatever route it goes to: the framework checks pages only. Where
 * the browser says nothing about its origin, only a request without cookies may pass: it can ride on nobody's session.
 */
export function originGuard(home: Home): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    if (reads.has(c.req.method) || mayChange(c.req.raw.headers, home)) return next()
    return plainAnswer(c, 403, 'foreign-origin')
  }
}

export function mayChange(headers: Headers, home: Home): boolean {
  const verdict = judge(headers, home)
  return verdict === 'unsaid' ? !headers.has('Cookie') : verdict === 'ours'
}

function judge(headers: Headers, home: Home): Verdict {
  const origin = headers.get('Origin')
  if (origin !== null) return isHome(origin, headers, home) ? 'ours' : 'foreign'
  const site = headers.get('Sec-Fetch-Site')
  if (site !== null) return site === 'same-origin' || site === 'none' ? 'ours' : 'foreign'
  const referrer = headers.get('Referer')
  if (referrer === null) return 'unsaid'
  return URL.canParse(referrer) && isHome(new URL(referrer).origin, headers, home) ? 'ours' : 'foreign'
}

function isHome(origin: string, headers: Headers, home: Home): boolean {
  if (origin === home.origin) return true
  if (home.originKnown) return false
  const host = headers.get('Host') ?? ''
  return loopback.test(host) && origin.toLowerCase() === `http://${host.toLowerCase()}`
}
