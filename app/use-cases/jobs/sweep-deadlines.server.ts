import type { Ports } from '#app/ports.ts'
import { moveInstance } from '#app/use-cases/instances/move-instance.server.ts'
import { claimTimers, type InstanceKey } from '#db/stores/claims.ts'
import { asSystem } from './as-system.ts'
import { carryCalls } from './carry-calls.server.ts'
import { eachSafely, type Swept } from './each-safely.ts'

const atOnce = 50

/**
 * Does everything that has fallen due by now, in all agencies. Several processes share the work; what one of them took
 * and did not finish another does after the lease, and nothing is done twice: a second `Tick` finds nothing left (P7).
 */
export async function sweepDeadlines(ports: Ports): Promise<Swept> {
  const swept = await eachSafely(
    () => claimTimers(ports.db, ports.now(), atOnce),
    (key) => tick(key, ports),
  )
  await carryCalls(ports)
  return swept
}

async function tick({ agencyId, id }: InstanceKey, ports: Ports): Promise<void> {
  const ticked = await moveInstance({ target: { agencyId, instanceId: id }, command: { type: 'Tick' }, ...asSystem }, ports)
  if (!ticked.ok) throw new Error(`the clock of instance ${agencyId}/${id} was refused: ${ticked.refusal.code}`)
}
