import type { Ports } from '#app/ports.ts'
import { moveInstance } from '#app/use-cases/instances/move-instance.server.ts'
import { inspectable } from '#db/stores/inspectable.ts'
import { asSystem } from './as-system.ts'
import { eachSafely, type Swept } from './each-safely.ts'

/**
 * Finds open tasks that nobody in office may act on, and those on which somebody may again. The database names what is
 * worth a look; the engine says what is so.
 */
export function inspectTasks(ports: Ports): Promise<Swept> {
  let after = { agencyId: '', id: '00000000-0000-0000-0000-000000000000' }
  return eachSafely(
    async () => {
      const page = await inspectable(ports.db, ports.now(), after)
      after = page.at(-1) ?? after
      return page
    },
    async ({ agencyId, id }) => {
      const run = { target: { agencyId, instanceId: id }, command: { type: 'Inspect' } as const, ...asSystem }
      const inspected = await moveInstance(run, ports)
      if (!inspected.ok) throw new Error(`instance ${agencyId}/${id} was not inspected: ${inspected.refusal.code}`)
    },
  )
}
