import { Hono } from 'hono'
import type { Ports } from '#app/ports.ts'
import type { ServerEnv } from '#app/server/env.ts'

/** The JSON interface, mounted at `/api/v1`. */
export function api(_ports: Ports): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>()
  app.all('*', () => {
    const problem = { type: 'about:blank', title: 'Not found', status: 404, code: 'not-found' }
    return new Response(JSON.stringify(problem), {
      status: 404,
      headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
    })
  })
  return app
}
