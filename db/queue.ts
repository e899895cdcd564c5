import PgBoss from 'pg-boss'
import type { Opened } from './connection.ts'

/** What the queue runs, and how often: each sweep takes what is due from rows of ours, so a run too many does nothing. */
export const sweeps = {
  acts: '* * * * *',
  deadlines: '* * * * *',
  schedules: '* * * * *',
  calls: '* * * * *',
  recount: '* * * * *',
  reviews: '23 * * * *',
  inspect: '*/15 * * * *',
  clear: '17 * * * *',
} as const
export type Sweep = keyof typeof sweeps
export const sweepNames = Object.keys(sweeps) as Sweep[]

export const queueSchema = 'pgboss'

/** The library on our own connections, so that one place knows how to reach the database and for how long to wait. */
export function queueOn({ queue }: Pick<Opened, 'queue'>, migrate: boolean): PgBoss {
  const boss: PgBoss = new PgBoss({
    db: endingSafely(queue, (error) => boss.emit('error', error)),
    schema: queueSchema,
    migrate,
    supervise: !migrate,
    schedule: !migrate,
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 5,
    archiveCompletedAfterSeconds: 3_600,
    archiveFailedAfterSeconds: 24 * 3_600,
    deleteAfterDays: 2,
  })
  return boss
}

/**
 * The library writes how a run ended and waits for no answer: a failure there would be nobody's and end the process. It is
 * told like every other error of the queue. The run counts as under way until its time is over, which holds up nothing.
 */
function endingSafely(queue: Opened['queue'], tell: (error: unknown) => void): Opened['queue'] {
  return {
    async executeSql(text, values) {
      if (!endsRuns(values)) return queue.executeSql(text, values)
      try {
        return await queue.executeSql(text, values)
      } catch (error) {
        tell(error)
        return { rows: [{ count: 0 }] }
      }
    },
  }
}

/** Only what ends runs comes with the name of the queue, the ids of the runs and what came of them. */
const endsRuns = (values: readonly unknown[] | undefined) => values?.length === 3 && Array.isArray(values[1])

/** A queue of the library's own, through which it carries what its clock asks for. */
const clockQueue = '__pgboss__send-it'

/**
 * Makes the tables of the queue, its queues and what its clock asks for, as far as they are not there; done under the lock
 * of the migrations, since only the owner of the database may make tables.
 */
export async function installQueue(opened: Pick<Opened, 'queue'>): Promise<void> {
  const boss = queueOn(opened, true)
  boss.on('error', () => undefined)
  await boss.start()
  await boss.createQueue(clockQueue)
  for (const name of sweepNames) {
    // At most one run of a sweep waits: those after it would find nothing left to do.
    await boss.createQueue(name, { name, policy: 'short', retryLimit: 0, expireInSeconds: 900 })
    await boss.schedule(name, sweeps[name])
  }
  await boss.stop({ graceful: false })
}
