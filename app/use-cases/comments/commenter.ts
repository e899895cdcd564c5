import type { Person, Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { countAttempt } from '#db/stores/rate-limits.ts'
import { limits as bounds } from '#engine'

export type CommentInput = { visitor: Visitor; agencyId: string; slug: string }

/** Whoever may review a draft may talk about it. */
export const mayComment = ({ visitor, agencyId }: CommentInput): Result<Person> =>
  authorise(visitor, 'definition.review', { agencyId })

/** The words as they are kept. */
export function wordsToKeep(words: string): Result<string> {
  const kept = words.replaceAll('\r\n', '\n').trim()
  const max = bounds.sentence
  if (kept === '') return refuse({ code: 'invalid', errors: [{ path: 'words', code: 'required' }] })
  if (kept.length > max) return refuse({ code: 'invalid', errors: [{ path: 'words', code: 'too-long', params: { max } }] })
  return ok(kept)
}

/** Counts one comment of a person; a refusal when there were too many. */
export async function countComment({ id }: Person, { db, settings, now }: Ports): Promise<Result<null>> {
  const { max, windowMs } = limits.comments
  const rate = { key: `comments:${id}`, max: max * (settings.rateFactor ?? 1), windowMs }
  const retryAfterSeconds = await countAttempt(db, rate, now())
  return retryAfterSeconds === null ? ok(null) : refuse({ code: 'rate-limited', retryAfterSeconds })
}
