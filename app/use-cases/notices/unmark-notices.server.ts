import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import { unmarkNotices as unmark } from '#db/stores/notices.ts'
import { readerOf } from './reader.ts'

export type UnmarkNoticesInput = { visitor: Visitor; ids: readonly string[] }

/** Makes notices new again for this reader alone, to come back to them; those of others are passed over. */
export async function unmarkNotices({ visitor, ids }: UnmarkNoticesInput, ports: Ports): Promise<Result<number>> {
  const reader = readerOf(visitor, ports)
  if (!reader.ok) return reader
  return ok(await unmark(ports.db, reader.value, ids.filter(isUuid)))
}
