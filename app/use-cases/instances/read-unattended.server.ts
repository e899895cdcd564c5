import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { type UnattendedTask, unattendedTasks } from '#db/stores/unattended.ts'

export type { UnattendedTask } from '#db/stores/unattended.ts'

const pageSize = 50
type Input = { visitor: Visitor; agencyId: string; page?: number }

/** For supervisors: the open tasks of the agency that nobody in office can perform now, and why. Pages count from 1. */
export async function readUnattended(
  { visitor, agencyId, page = 1 }: Input,
  ports: Ports,
): Promise<Result<{ items: readonly UnattendedTask[]; more: boolean }>> {
  const allowed = authorise(visitor, 'instance.reassign', { agencyId })
  if (!allowed.ok) return allowed
  const offset = (Math.max(1, page) - 1) * pageSize
  const found = await unattendedTasks(ports.db, agencyId, ports.now(), { offset, limit: pageSize + 1 })
  return ok({ items: found.slice(0, pageSize), more: found.length > pageSize })
}
