import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { loadById } from '#db/stores/command-load.ts'
import { type FileRow, filesOf } from '#db/stores/files.ts'
import { historyOf, type PastEvent } from '#db/stores/instances.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Seat } from '#engine/instance/messages.ts'
import { isInvolved } from './acting.ts'
import { mayRead } from './by-person.ts'
import { isUuid } from './ids.ts'
import { headOf, type InstanceHead } from './read-task.server.ts'

export type ReadInstanceInput = { visitor: Visitor; agencyId: string; instanceId: string }

export type InstancePage = {
  instance: InstanceHead
  definition: Definition
  history: readonly PastEvent[]
  files: readonly FileRow[]
  seats: readonly Seat[]
  mayCancel: boolean
  mayResolve: boolean
}

/** One request with its full history, for those with a part in it, supervisors and auditors. */
export async function readInstance(input: ReadInstanceInput, ports: Ports): Promise<Result<InstancePage>> {
  const { visitor, agencyId, instanceId } = input
  const asked = authorise(visitor, 'instance.read', { agencyId, onTask: true })
  if (!asked.ok) return asked
  if (!isUuid(instanceId)) return refuse({ code: 'not-found' })
  const loaded = await loadById(ports.db, agencyId, instanceId, ports.now(), null)
  if (!loaded) return refuse({ code: 'not-found' })
  const onTask = isInvolved(asked.value.id, loaded.seats, loaded.state)
  const seen = mayRead(asked.value, agencyId, onTask)
  if (!seen.ok) return seen
  const running = loaded.state.status === 'running'
  return ok({
    instance: headOf(loaded),
    definition: loaded.definition,
    history: await historyOf(ports.db, agencyId, instanceId),
    files: await filesOf(ports.db, agencyId, instanceId),
    seats: loaded.seats,
    mayCancel: running && can(visitor, 'instance.cancel', { agencyId, onTask }),
    mayResolve: running && loaded.state.incident !== null && can(visitor, 'instance.resolve', { agencyId, onTask }),
  })
}
