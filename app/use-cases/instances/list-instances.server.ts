import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { type InstanceLine, listInstances as list, partsOf } from '#db/stores/instances.ts'
import { pageOf, pageSize, readCursor, writeCursor } from './cursor.ts'

export type ListInstancesInput = {
  visitor: Visitor
  agencyId: string
  status?: 'running' | 'completed' | 'rejected' | 'cancelled'
  slug?: string
  cursor?: string | null
  limit?: number
}
export type InstanceList = { items: readonly InstanceLine[]; next: string | null }

/** An agency's requests, latest first; staff without oversight see those they have a part in. */
export async function listInstances(input: ListInstancesInput, ports: Ports): Promise<Result<InstanceList>> {
  const { visitor, agencyId } = input
  const asked = authorise(visitor, 'instance.read', { agencyId, onTask: true })
  if (!asked.ok) return asked
  const all = can(visitor, 'instance.read', { agencyId, onTask: false })
  const size = pageSize(input.limit)
  const after = readCursor(input.cursor)
  const found = await list(ports.db, {
    agencyId,
    status: input.status ?? null,
    slug: input.slug ?? null,
    involving: all ? null : asked.value.id,
    now: ports.now(),
    after: after && after.at !== null ? { startedAt: after.at, id: after.id } : null,
    limit: size + 1,
  })
  const page = pageOf(found, size, (last) => writeCursor(last.startedAt, last.id))
  if (!all || can(visitor, 'request.read', { agencyId, onTask: false })) return ok(page)
  // A title is made of what was entered.
  const ids = page.items.map(({ id }) => id)
  const own = await partsOf(ports.db, { agencyId, person: asked.value.id, now: ports.now() }, ids)
  return ok({ ...page, items: page.items.map((line) => (own.has(line.id) ? line : { ...line, title: line.standardTitle })) })
}
