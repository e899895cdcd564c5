import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type Relative, relativesOf } from '#db/stores/calls.ts'
import { type LoadedInstance, loadById } from '#db/stores/command-load.ts'
import { type FileRow, filesOf } from '#db/stores/files.ts'
import { historyOf, type PastEvent } from '#db/stores/instances.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Seat } from '#engine/instance/messages.ts'
import { isInvolved } from './acting.ts'
import { mayRead } from './by-person.ts'
import { isUuid } from './ids.ts'
import { headOf, type InstanceHead } from './read-task.server.ts'
import { withoutData } from './without-data.ts'

export type ReadInstanceInput = { visitor: Visitor; agencyId: string; instanceId: string }

export type InstancePage = {
  instance: InstanceHead
  definition: Definition
  history: readonly PastEvent[]
  files: readonly FileRow[]
  seats: readonly Seat[]
  /** Without the right to the request itself: where it stands and what was done, and nothing of what anybody entered. */
  withheld: boolean
  mayCancel: boolean
  mayResolve: boolean
  /** The request that called this one, and those that this one called. */
  relatives: readonly Relative[]
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
  const withheld = !can(visitor, 'request.read', { agencyId, onTask })
  const history = await historyOf(ports.db, agencyId, instanceId)
  const instance = headOf(loaded)
  return ok({
    instance: withheld ? withoutEntries(instance, loaded.definition) : instance,
    definition: loaded.definition,
    history: withheld ? history.map((past) => ({ ...past, event: withoutData(past.event) })) : history,
    files: withheld ? [] : await filesOf(ports.db, agencyId, instanceId),
    withheld,
    seats: loaded.seats,
    relatives: hasRelatives(loaded) ? await relativesOf(ports.db, agencyId, instanceId) : [],
    mayCancel: running && can(visitor, 'instance.cancel', { agencyId, onTask }),
    mayResolve: running && loaded.state.incidents.length > 0 && can(visitor, 'instance.resolve', { agencyId, onTask }),
  })
}

const hasRelatives = ({ parentId, definition }: LoadedInstance) =>
  parentId !== null || definition.flow.nodes.some(({ kind }) => kind === 'call')

/** The title too is made of what was entered. */
const withoutEntries = (instance: InstanceHead, { identity }: Definition): InstanceHead => ({
  ...instance,
  title: identity.title,
  state: { ...instance.state, data: {} },
})
