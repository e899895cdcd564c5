import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { limits } from '#app/limits.ts'

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

/** Listens, or throws what the system says against it. */
export async function listen(fetch: Fetch, address: { host: string; port: number }): Promise<Server> {
  const server = createAdaptorServer({
    fetch,
    serverOptions: {
      headersTimeout: limits.time.headers,
      requestTimeout: limits.time.upload,
      connectionsCheckingInterval: 5_000,
      keepAliveTimeout: 10_000,
    },
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(address.port, address.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return server
}

/** Takes no more requests, lets those at work finish within `time`, then cuts them. */
export async function stopListening(server: Server, time: number = limits.time.stop): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const sweep = setInterval(() => server.closeIdleConnections(), 200)
  const cut = setTimeout(() => server.closeAllConnections(), time)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}
