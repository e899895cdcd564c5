import type { MiddlewareHandler } from 'hono'
import type { ServerEnv } from './env.ts'
import { describeError, type Log } from './log.ts'

/**
 * At midnight an act is in force for whoever asks first, whether the queue has been there yet or not. An act that cannot
 * begin stops nobody: it is told, tried again with the next request, and what was in force is shown until then.
 */
export function dueActs(begin: () => Promise<unknown>, log: Log): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    try {
      await begin()
    } catch (error) {
      log({ level: 'error', msg: 'act not begun', requestId: c.get('requestId'), ...describeError(error) })
    }
    return next()
  }
}
