import type { Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { definitionOf } from '#db/definition-cache.ts'
import {
  type Listed,
  type StoppedInstance,
  type SuspendedInstance,
  stoppedInstances,
  suspendedInstances,
  tasksDue,
  tasksOfNobody,
  type WatchedTask,
} from '#db/stores/monitor.ts'
import type { UnattendedTask } from '#db/stores/unattended.ts'
import type { Definition } from '#engine/definition/schema.ts'

/** How far ahead a step counts as soon due: three days. */
const soonMs = 3 * 86_400_000

export type Watch = 'stopped' | 'nobody' | 'late' | 'soon' | 'suspended'

export type Monitor = {
  stopped: Listed<StoppedInstance & { definition: Definition }>
  nobody: Listed<UnattendedTask>
  late: Listed<WatchedTask>
  soon: Listed<WatchedTask>
  suspended: Listed<SuspendedInstance>
}

/** Of one list more lines can be asked for than of the others. */
export type ReadMonitorInput = { visitor: Visitor; agencyId: string; more?: { of: Watch; lines: number } | null }

/** What needs a supervisor's eye in an agency now. */
export async function readMonitor({ visitor, agencyId, more }: ReadMonitorInput, ports: Ports): Promise<Result<Monitor>> {
  const asked = authorise(visitor, 'instance.monitor', { agencyId })
  if (!asked.ok) return asked
  const { db } = ports
  const now = ports.now()
  const { first, most } = limits.monitorLines
  const lines = (watch: Watch) => (more?.of === watch ? Math.min(most, Math.max(first, more.lines)) : first)
  const stopped = await stoppedInstances(db, agencyId, lines('stopped'))
  const told: Monitor['stopped']['items'][number][] = []
  for (const one of stopped.items) told.push({ ...one, definition: await definitionOf(db, { ...one, agencyId }) })
  return ok({
    stopped: { ...stopped, items: told },
    nobody: await tasksOfNobody(db, agencyId, now, lines('nobody')),
    late: await tasksDue(db, agencyId, { from: null, until: now }, lines('late')),
    soon: await tasksDue(db, agencyId, { from: now, until: now + soonMs }, lines('soon')),
    suspended: await suspendedInstances(db, agencyId, lines('suspended')),
  })
}
