import type { Ports } from '#app/ports.ts'
import type { PastEvent } from '#db/stores/instances.ts'
import { instancesAmong, type Relative } from '#db/stores/instances.ts'
import type { InstanceState } from '#engine/instance/state.ts'

export type Relatives = {
  /** The request that runs this standard as one of its steps. */
  parent: Relative | null
  /** Requests that steps of this one began, by the wait that stands for them. */
  children: readonly Relative[]
}

/** What an instance was called by and what it called; asks nothing where there is neither. */
export async function relativesOf(
  where: { agencyId: string; state: InstanceState; history: readonly PastEvent[] },
  { db }: Pick<Ports, 'db'>,
): Promise<Relatives> {
  const called = where.history.flatMap(({ event }) => (event.type === 'WaitBegan' && event.call ? [event.waitId as string] : []))
  const above = where.state.call?.instanceId ?? null
  const ids = above === null ? called : [above, ...called]
  if (ids.length === 0) return { parent: null, children: [] }
  const found = await instancesAmong(db, where.agencyId, ids)
  return { parent: found.find(({ id }) => id === above) ?? null, children: found.filter(({ id }) => id !== above) }
}
