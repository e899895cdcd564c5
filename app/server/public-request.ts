import type { Home } from './origin-guard.ts'

/**
 * The request as the public address knows it. The framework compares Origin with `X-Forwarded-Host` and `Host`, which
 * a proxy may rewrite and anybody may send; our guard has judged already, so it is told the one true host.
 */
export function publicRequest(request: Request, home: Home): Request {
  const url = new URL(request.url)
  const headers = new Headers(request.headers)
  headers.delete('X-Forwarded-Host')
  if (home.originKnown) {
    headers.set('Host', new URL(home.origin).host)
    headers.delete('X-Forwarded-Proto')
  }
  const init: RequestInit & { duplex?: 'half' } = { method: request.method, headers, signal: request.signal }
  if (request.body) {
    init.body = request.body
    init.duplex = 'half'
  }
  return new Request((home.originKnown ? home.origin : url.origin) + url.pathname + url.search, init)
}
