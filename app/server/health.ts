import { randomUUID } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { Hono } from 'hono'
import { limits } from '#app/limits.ts'
import type { ServerEnv } from './env.ts'

export type Readiness = 'database-unreachable' | 'database-not-migrated' | 'disk-full' | 'stopping' | null

/** Tells one life of the process from the next. */
const boot = randomUUID()
const json = { 'Cache-Control': 'no-store' }

/** Alive asks nothing of anybody; ready asks everything that a request will need. Neither tells hosts or versions. */
export function health(readiness: () => Promise<Readiness>): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>()
  const shared = oneAtATime(readiness)
  app.get('/healthz', (c) => c.json({ status: 'live', boot }, 200, json))
  app.get('/readyz', async (c) => {
    const reason = await within(limits.time.ready, shared(), 'database-unreachable' as const)
    return reason ? c.json({ status: 'not-ready', reason, boot }, 503, json) : c.json({ status: 'ready', boot }, 200, json)
  })
  return app
}

/** However often it is asked, one question is on its way: a silent database must not lose all its connections to probes. */
function oneAtATime<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null
  return () => {
    asked ??= ask().finally(() => {
      asked = null
    })
    return asked
  }
}

async function within<T>(time: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, time, otherwise)
  })
  try {
    return await Promise.race([work.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}

export async function diskHasRoom(folder: string): Promise<boolean> {
  const { bavail, blocks } = await statfs(folder)
  return blocks === 0 || bavail / blocks > limits.freeDisk
}
