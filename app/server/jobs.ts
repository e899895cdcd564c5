import type PgBoss from 'pg-boss'
import type { Ports } from '#app/ports.ts'
import { bringDueActs } from '#app/use-cases/decrees/bring-into-force.server.ts'
import { sweepFiles } from '#app/use-cases/files/sweep-files.server.ts'
import { sweepRecords } from '#app/use-cases/files/sweep-records.server.ts'
import { carryCalls } from '#app/use-cases/jobs/carry-calls.server.ts'
import type { Swept } from '#app/use-cases/jobs/each-safely.ts'
import { inspectTasks } from '#app/use-cases/jobs/inspect-tasks.server.ts'
import { recountDeadlines } from '#app/use-cases/jobs/recount-deadlines.server.ts'
import { remindReviews } from '#app/use-cases/jobs/remind-reviews.server.ts'
import { startScheduled } from '#app/use-cases/jobs/start-scheduled.server.ts'
import { sweepDeadlines } from '#app/use-cases/jobs/sweep-deadlines.server.ts'
import type { Opened } from '#db/connection.ts'
import { queueOn, type Sweep, sweepNames } from '#db/queue.ts'
import { describeError, type Log } from './log.ts'

const sweepers: Readonly<Record<Sweep, (ports: Ports) => Promise<Swept>>> = {
  acts: bringDueActs,
  deadlines: sweepDeadlines,
  schedules: startScheduled,
  calls: carryCalls,
  recount: recountDeadlines,
  reviews: remindReviews,
  inspect: inspectTasks,
  clear: async (ports) => {
    const { givenUp, removed } = await sweepFiles(ports)
    return { done: givenUp + removed + (await sweepRecords(ports)), failed: 0, error: null }
  },
}

/** Runs one sweep and says what it did; it never throws, since the next run comes anyway. */
export async function runSweep(name: Sweep, ports: Ports, log: Log): Promise<void> {
  try {
    const { done, failed, error } = await sweepers[name](ports)
    if (done > 0) log({ level: 'info', msg: 'swept', sweep: name, done })
    if (failed > 0) log({ level: 'warn', msg: 'sweep incomplete', sweep: name, failed, ...describeError(error) })
  } catch (error) {
    log({ level: 'warn', msg: 'sweep failed', sweep: name, ...describeError(error) })
  }
}

export type Jobs = {
  /** Takes no more, lets what is at work end, within `time` milliseconds. */
  stop(time: number): Promise<void>
}

const secondsBetweenLooks = 5
const longestPauseMs = 30_000

/**
 * Lets this process take part in what the queue has to do. What is due stands in the database and so does when it is
 * looked at; a database that is away is waited for, and an error of the queue is a line in the log and nothing more.
 */
export function runJobs(opened: Opened, ports: Ports, log: Log): Jobs {
  let boss: PgBoss | null = null
  let pause: NodeJS.Timeout | undefined
  let stopped = false

  const begin = async (tried: number): Promise<void> => {
    if (stopped) return
    const starting = queueOn(opened, false)
    starting.on('error', (error) => log({ level: 'warn', msg: 'queue', ...describeError(error) }))
    try {
      await starting.start()
      boss = starting
      await takePart(starting, ports, log)
    } catch (error) {
      log({ level: 'warn', msg: 'queue not started', ...describeError(error) })
      await end(starting, 1_000)
      boss = null
      const again = () => {
        started = begin(tried + 1)
      }
      pause = setTimeout(again, Math.min(longestPauseMs, 500 * 2 ** tried))
    }
  }
  let started = begin(0)

  return {
    async stop(time) {
      stopped = true
      clearTimeout(pause)
      await started
      if (boss) await end(boss, time)
    },
  }
}

/** Everything is looked at once at the start: much may have fallen due while nothing ran. */
async function takePart(boss: PgBoss, ports: Ports, log: Log): Promise<void> {
  for (const name of sweepNames) {
    await boss.work(name, { pollingIntervalSeconds: secondsBetweenLooks }, () => runSweep(name, ports, log))
    await boss.send(name, {})
  }
}

/** A queue whose database is away cannot say good-bye; it ends all the same. */
async function end(boss: PgBoss, time: number): Promise<void> {
  try {
    await boss.stop({ graceful: true, timeout: time })
  } catch {
    // What it had in its hands comes back when its time is over.
  }
}
