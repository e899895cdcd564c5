import type { MiddlewareHandler } from 'hono'
import { limits } from '#app/limits.ts'
import { isMultipart } from './body-limit.ts'
import type { ServerEnv } from './env.ts'
import { plainAnswer } from './plain-answer.ts'

type Times = { request: number; upload: number }

/** Every request ends: with an answer, or with "try again" when its time is up (V23). */
export function deadline(times: Times = limits.time): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const time = isMultipart(c.req.header('Content-Type') ?? null) ? times.upload : times.request
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, time, 'late')
    })
    const work = next()
    try {
      if ((await Promise.race([work, late])) !== 'late') return
      // The answer has gone; what the late work still throws is nobody's to hear.
      work.catch(() => undefined)
      return plainAnswer(c, 503, 'too-slow')
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Refuses what is beyond the number of requests that one process works on at once. */
export function bounded(atOnce: number = limits.requestsAtOnce): MiddlewareHandler<ServerEnv> {
  let running = 0
  return async (c, next) => {
    if (running >= atOnce) return plainAnswer(c, 503, 'busy')
    running += 1
    try {
      await next()
    } finally {
      running -= 1
    }
  }
}
