import { limits } from '#app/limits.ts'
import type { Ports } from '#app/ports.ts'
import { deleteGivenUp, giveUpUnsent, isNamed } from '#db/stores/unsent-files.ts'

/** More wait for the next time, so that a sweep never holds the database long. */
const mostAtOnce = 500
/** Longer than any request lives: whoever saw the file as usable is done with it. */
const graceMs = 3_600_000

/** Longer than any upload may last. */
const brokenMs = 24 * 3_600_000

/**
 * Clears away files that were uploaded and never sent with a step. First nobody may use them any more, an hour later the
 * rows go, and the bytes once no row names them. Any number of processes may sweep at once.
 */
export async function sweepFiles(ports: Ports): Promise<{ givenUp: number; removed: number }> {
  const now = ports.now()
  const gone = await deleteGivenUp(ports.db, now - graceMs, mostAtOnce)
  for (const sha256 of new Set(gone)) {
    await ports.files.removeUnless(sha256, now - graceMs, () => isNamed(ports.db, sha256))
  }
  await ports.files.clearBroken(now - brokenMs)
  const givenUp = await giveUpUnsent(ports.db, now - limits.unsentFileMs, now, mostAtOnce)
  return { givenUp, removed: gone.length }
}
