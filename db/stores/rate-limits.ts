import { and, eq, lt, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { rateLimits } from '#db/schema.ts'

export type RateLimit = { key: string; max: number; windowMs: number }

/**
 * Counts one attempt in the window that `at` falls in. All processes count in the same row (V24).
 * @returns seconds until the next window when there were too many, else null
 */
export async function countAttempt(db: Db, limit: RateLimit, at: number): Promise<number | null> {
  const start = at - (at % limit.windowMs)
  const [row] = await db
    .insert(rateLimits)
    .values({ key: limit.key, windowStart: new Date(start), count: 1 })
    .onConflictDoUpdate({ target: [rateLimits.key, rateLimits.windowStart], set: { count: sql`${rateLimits.count} + 1` } })
    .returning({ count: rateLimits.count })
  if (row?.count === 1) await db.delete(rateLimits).where(lt(rateLimits.windowStart, new Date(start - 86_400_000)))
  return (row?.count ?? 0) > limit.max ? Math.max(1, Math.ceil((start + limit.windowMs - at) / 1000)) : null
}

export async function forgetAttempts(db: Db, limit: RateLimit, at: number) {
  const windowStart = new Date(at - (at % limit.windowMs))
  await db.delete(rateLimits).where(and(eq(rateLimits.key, limit.key), eq(rateLimits.windowStart, windowStart)))
}

/** Takes one attempt out of its window again. */
export async function takeBackAttempt(db: Db, limit: RateLimit, at: number): Promise<void> {
  const windowStart = new Date(at - (at % limit.windowMs))
  await db
    .update(rateLimits)
    .set({ count: sql`greatest(${rateLimits.count} - 1, 0)` })
    .where(and(eq(rateLimits.key, limit.key), eq(rateLimits.windowStart, windowStart)))
}
