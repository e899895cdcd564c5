import type { Ports } from '#app/ports.ts'
import { remindOfReviews } from '#db/stores/review-due.ts'
import type { Swept } from './each-safely.ts'

/** Reminds authors of standards that are to be looked at again; what was said is not said twice. */
export async function remindReviews({ db, now }: Ports): Promise<Swept> {
  return { done: await remindOfReviews(db, now()), failed: 0, error: null }
}
