import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

export type Outlived = {
  answersBefore: number
  sessionsUntil: number
  ratesBefore: number
  draftsBefore: number
  batchesBefore: number
  presenceBefore: number
}

const at = (n: number) => `to_timestamp($${n}::float8 / 1000)`

/**
 * Deletes kept answers, sessions that have run out, windows of counting that are over, and what was typed for tasks that were
 * withdrawn; what was done to drafts so long ago that nobody waits to hear of it, and who had them open then. Answers how many rows went.
 */
export async function deleteOutlived(
  db: Db,
  { answersBefore, sessionsUntil, ratesBefore, draftsBefore, batchesBefore, presenceBefore }: Outlived,
): Promise<number> {
  const answers = await rows(db, `delete from idempotency where at < ${at(1)} returning 1`, [answersBefore], 'sweep_answers')
  const ended = await rows(db, `delete from sessions where expires_at <= ${at(1)} returning 1`, [sessionsUntil], 'sweep_sessions')
  const counted = await rows(
    db,
    `delete from rate_limits where window_start < ${at(1)} returning 1`,
    [ratesBefore],
    'sweep_rates',
  )
  const typed = await rows(
    db,
    `delete from task_drafts d using tasks t
     where t.agency_id = d.agency_id and t.id = d.task_id and t.closed_at < ${at(1)} and d.updated_at < ${at(1)} returning 1`,
    [draftsBefore],
    'sweep_drafts',
  )
  const heard = await rows(db, `delete from draft_batches where at < ${at(1)} returning 1`, [batchesBefore], 'sweep_batches')
  const left = await rows(
    db,
    `delete from draft_presence where seen_at < ${at(1)} returning 1`,
    [presenceBefore],
    'sweep_presence',
  )
  return [answers, ended, counted, typed, heard, left].reduce((sum, gone) => sum + gone.length, 0)
}
