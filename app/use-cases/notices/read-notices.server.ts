import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { pageOf, pageSize, readCursor, writeCursor } from '#app/use-cases/instances/cursor.ts'
import { countUnread, listNotices, type Notice } from '#db/stores/notices.ts'
import { readerOf } from './reader.ts'

export type ReadNoticesInput = { visitor: Visitor; cursor?: string | null; limit?: number; unreadOnly?: boolean }
export type Notices = { items: readonly Notice[]; next: string | null; unread: number }

/** What was told to the reader, the latest first, with how many of it they have not read. Two statements. */
export async function readNotices(input: ReadNoticesInput, ports: Ports): Promise<Result<Notices>> {
  const reader = readerOf(input.visitor, ports)
  if (!reader.ok) return reader
  const size = pageSize(input.limit)
  const cursor = readCursor(input.cursor)
  const after = cursor && cursor.at !== null ? { at: cursor.at, id: cursor.id } : null
  const page = { after, limit: size + 1, unreadOnly: input.unreadOnly ?? false }
  const found = await listNotices(ports.db, reader.value, page)
  const unread = await countUnread(ports.db, reader.value)
  return ok({ ...pageOf(found, size, (last) => writeCursor(last.at, last.id)), unread })
}

/** How many notices the reader has not read: for the mark beside their name. One statement. */
export async function countNotices(input: { visitor: Visitor }, ports: Ports): Promise<Result<number>> {
  const reader = readerOf(input.visitor, ports)
  return reader.ok ? ok(await countUnread(ports.db, reader.value)) : reader
}
