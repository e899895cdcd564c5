import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import { markNotices as mark } from '#db/stores/notices.ts'
import { readerOf } from './reader.ts'

/** `ids` null marks all that the reader has. */
export type MarkNoticesInput = { visitor: Visitor; ids: readonly string[] | null }

/** Marks notices as read for this reader alone; those of others are passed over. Answers how many were new. */
export async function markNotices({ visitor, ids }: MarkNoticesInput, ports: Ports): Promise<Result<number>> {
  const reader = readerOf(visitor, ports)
  if (!reader.ok) return reader
  return ok(await mark(ports.db, reader.value, ids?.filter(isUuid) ?? null))
}
