import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { openTasksOf, type TaskLine } from '#db/stores/tasks.ts'
import { pageOf, pageSize, readCursor, writeCursor } from './cursor.ts'

export type ReadInboxInput = {
  visitor: Visitor
  cursor?: string | null
  limit?: number /** Only what the reader has taken. */
  mine?: boolean
}
export type Inbox = { items: readonly TaskLine[]; next: string | null }

/** The open tasks that the signed-in person may perform now, by due time. It asks for nobody else's, so being signed in is enough. */
export async function readInbox(input: ReadInboxInput, ports: Ports): Promise<Result<Inbox>> {
  if (input.visitor.kind === 'anonymous') return refuse({ code: 'not-signed-in' })
  const size = pageSize(input.limit)
  const after = readCursor(input.cursor)
  const page = { after: after && { dueAt: after.at, id: after.id }, limit: size + 1, mine: input.mine ?? false }
  const found = await openTasksOf(ports.db, input.visitor.person.id, ports.now(), page)
  return ok(pageOf(found, size, (last) => writeCursor(last.dueAt, last.id)))
}
