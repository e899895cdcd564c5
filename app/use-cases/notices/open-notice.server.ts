import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import { listNotices, markNotices, type Notice } from '#db/stores/notices.ts'
import { readerOf } from './reader.ts'

/** What a notice is about, for the reader who opens it: with that it is read. One of others is not there. */
export async function openNotice({ visitor, id }: { visitor: Visitor; id: string }, ports: Ports): Promise<Result<Notice>> {
  const reader = readerOf(visitor, ports)
  if (!reader.ok) return reader
  if (!isUuid(id)) return refuse({ code: 'not-found' })
  const [notice] = await listNotices(ports.db, reader.value, { after: null, limit: 1, unreadOnly: false, id })
  if (!notice) return refuse({ code: 'not-found' })
  if (notice.readAt === null) await markNotices(ports.db, reader.value, [id])
  return ok(notice)
}
