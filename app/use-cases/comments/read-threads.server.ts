import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { listThreads, type StoredThread, threadsStamp } from '#db/stores/comments.ts'
import { standardExists } from '#db/stores/drafts.ts'

type Input = { visitor: Visitor; agencyId: string; slug: string; since?: string | null }
export type Threads = {
  /** Null where nothing changed since the stamp that was given. */
  threads: readonly Thread[] | null
  stamp: string
  mayComment: boolean
}
export type Thread = Omit<StoredThread, 'comments'> & { comments: readonly Comment[] }
export type Comment = Omit<StoredThread['comments'][number], 'personId'> & { own: boolean }

/** The conversations about a standard, for whoever may read its drafts. */
export async function readThreads({ visitor, agencyId, slug, since }: Input, { db }: Ports): Promise<Result<Threads>> {
  const allowed = authorise(visitor, 'standard.readDraft', { agencyId })
  if (!allowed.ok) return allowed
  const key = { agencyId, slug }
  const [stamp, exists] = await Promise.all([threadsStamp(db, key), standardExists(db, key)])
  if (!exists) return refuse({ code: 'not-found' })
  const mayComment = can(visitor, 'definition.review', { agencyId })
  if (since === stamp) return ok({ threads: null, stamp, mayComment })
  const threads = await listThreads(db, key)
  return ok({ threads: threads.map((thread) => forReader(thread, allowed.value.id)), stamp, mayComment })
}

const forReader = (thread: StoredThread, reader: string): Thread => ({
  ...thread,
  comments: thread.comments.map(({ personId, ...said }) => ({ ...said, own: personId === reader })),
})
