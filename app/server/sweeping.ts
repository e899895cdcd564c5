import { limits } from '#app/limits.ts'
import type { Ports } from '#app/ports.ts'
import { sweepFiles } from '#app/use-cases/files/sweep-files.server.ts'
import { sweepRecords } from '#app/use-cases/files/sweep-records.server.ts'
import { describeError, type Log } from './log.ts'

/**
 * Sweeps at the start and then every hour. The timer decides nothing: what is to be swept stands in the database, and
 * several processes may sweep at once. Answers how to stop.
 */
export function keepSwept(ports: Ports, log: Log, everyMs: number = limits.sweepEveryMs): () => void {
  let sweeping = false
  const sweep = async () => {
    if (sweeping) return
    sweeping = true
    try {
      const { givenUp, removed } = await sweepFiles(ports)
      const outlived = await sweepRecords(ports)
      if (outlived > 0) log({ level: 'info', msg: 'outlived rows', outlived })
      if (givenUp + removed > 0) log({ level: 'info', msg: 'unsent files', givenUp, removed })
    } catch (error) {
      log({ level: 'warn', msg: 'sweep failed', ...describeError(error) })
    } finally {
      sweeping = false
    }
  }
  const timer = setInterval(sweep, everyMs)
  timer.unref()
  void sweep()
  return () => clearInterval(timer)
}
