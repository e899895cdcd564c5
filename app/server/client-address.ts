import type { Context } from 'hono'
import type { ServerEnv } from './env.ts'

/** Who sent the request, past the proxies that are trusted; the header of anybody else is a claim. */
export function clientAddress(c: Context<ServerEnv>, trustedProxies: number): string {
  const socket = c.env?.incoming?.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return socket
  const claimed = (c.req.header('X-Forwarded-For') ?? '').split(',').map((part) => part.trim())
  return claimed.at(-trustedProxies) || socket
}
