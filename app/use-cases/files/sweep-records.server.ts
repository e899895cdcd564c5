import { limits } from '#app/limits.ts'
import type { Ports } from '#app/ports.ts'
import { deleteOutlived } from '#db/stores/outlived-rows.ts'

const day = 24 * 3_600_000

/** Clears away what only served for a while. No window of counting is longer than a day. */
export function sweepRecords(ports: Ports): Promise<number> {
  const now = ports.now()
  return deleteOutlived(ports.db, {
    answersBefore: now - limits.keptAnswersMs,
    sessionsUntil: now,
    ratesBefore: now - day,
    draftsBefore: now - limits.withdrawnDraftsMs,
    batchesBefore: now - limits.draftLogMs,
    presenceBefore: now - limits.presence.seenMs,
  })
}
