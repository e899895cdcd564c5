import type { MiddlewareHandler } from 'hono'
import type { ServerEnv } from './env.ts'

/** In development Vite puts style tags into the page and speaks over a socket. */
function contentSecurityPolicy(nonce: string, development: boolean): string {
  const styles = development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    styles,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}

const steady = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // A form post must say where it comes from, so never `no-referrer`: that would make its Origin "null".
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
} as const

/** Pages of one person or one ticket: no cache and no history of the browser may keep them. */
const personal = /^\/(kerja|berkas|susun|kelola|akun|masuk|keluar|undangan|demo|lacak|ajukan|api)(\/|\.data$|$)/

/** Adds what a response does not say itself: a file sent for download brings a stricter policy of its own. */
export function securityHeaders(options: { https: boolean; development: boolean }): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    await next()
    const response = c.res
    const headers = new Headers(response.headers)
    const add = (name: string, value: string) => headers.has(name) || headers.set(name, value)
    for (const [name, value] of Object.entries(steady)) add(name, value)
    add('Content-Security-Policy', contentSecurityPolicy(c.get('nonce'), options.development))
    if (personal.test(c.req.path)) {
      if (!/no-store/.test(headers.get('Cache-Control') ?? '')) headers.set('Cache-Control', 'no-store')
    } else if (c.res.status >= 400) add('Cache-Control', 'no-store')
    if (options.https) add('Strict-Transport-Security', 'max-age=31536000')
    headers.set('X-Request-Id', c.get('requestId'))
    c.res = undefined
    c.res = new Response(response.body, { status: response.status, statusText: response.statusText, headers })
  }
}
