import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { definitionOf } from '#db/definition-cache.ts'
import {
  most,
  type StoppedInstance,
  type SuspendedInstance,
  stoppedInstances,
  suspendedInstances,
  tasksDueBy,
  type WatchedTask,
} from '#db/stores/monitor.ts'
import { type UnattendedTask, unattendedTasks } from '#db/stores/unattended.ts'
import type { Definition } from '#engine/definition/schema.ts'

/** How far ahead a step counts as soon due: three days. */
export const soonMs = 3 * 86_400_000

export type Monitor = {
  stopped: readonly (StoppedInstance & { definition: Definition })[]
  nobody: readonly UnattendedTask[]
  late: readonly WatchedTask[]
  soon: readonly WatchedTask[]
  suspended: readonly SuspendedInstance[]
}

/** What needs a supervisor's eye in an agency now. */
export async function readMonitor(input: { visitor: Visitor; agencyId: string }, ports: Ports): Promise<Result<Monitor>> {
  const { visitor, agencyId } = input
  const asked = authorise(visitor, 'instance.monitor', { agencyId })
  if (!asked.ok) return asked
  const { db } = ports
  const now = ports.now()
  const due = await tasksDueBy(db, agencyId, now + soonMs)
  const stopped: Monitor['stopped'][number][] = []
  for (const one of await stoppedInstances(db, agencyId))
    stopped.push({ ...one, definition: await definitionOf(db, { ...one, agencyId }) })
  return ok({
    stopped,
    nobody: await unattendedTasks(db, agencyId, now, { offset: 0, limit: most }),
    late: due.filter(({ dueAt }) => dueAt !== null && dueAt < now),
    soon: due.filter(({ dueAt }) => dueAt !== null && dueAt >= now),
    suspended: await suspendedInstances(db, agencyId),
  })
}
