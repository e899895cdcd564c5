import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

export type Outlived = { answersBefore: number; sessionsUntil: number; ratesBefore: number }

const at = (n: number) => `to_timestamp($${n}::float8 / 1000)`

/** Deletes kept answers, sessions that have run out and windows of counting that are over; answers how many rows went. */
export async function deleteOutlived(db: Db, { answersBefore, sessionsUntil, ratesBefore }: Outlived): Promise<number> {
  const answers = await rows(db, `delete from idempotency where at < ${at(1)} returning 1`, [answersBefore], 'sweep_answers')
  const ended = await rows(db, `delete from sessions where expires_at <= ${at(1)} returning 1`, [sessionsUntil], 'sweep_sessions')
  const counted = await rows(
    db,
    `delete from rate_limits where window_start < ${at(1)} returning 1`,
    [ratesBefore],
    'sweep_rates',
  )
  return answers.length + ended.length + counted.length
}
