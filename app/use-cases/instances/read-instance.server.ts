import type { Visitor } from '#app/actor.ts'
import { authorise, can, type Resource } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type LoadedInstance, loadById } from '#db/stores/command-load.ts'
import { withoutEntries } from '#db/stores/event-rows.ts'
import { type FileRow, filesOf } from '#db/stores/files.ts'
import { historyOf, type PastEvent } from '#db/stores/instances.ts'
import { mayReport, reopenDays, stepsToRedo } from '#engine'
import type { Definition } from '#engine/definition/schema.ts'
import type { Seat } from '#engine/instance/messages.ts'
import { actorOf, isInvolved } from './acting.ts'
import { mayRead } from './by-person.ts'
import { isUuid } from './ids.ts'
import { headOf, type InstanceHead } from './read-task.server.ts'
import { type Relatives, relativesOf } from './relatives.server.ts'
import { filesNamedBy } from './submitted-files.ts'
import { type VersionsHeld, versionsHeld } from './versions-held.server.ts'

export type ReadInstanceInput = { visitor: Visitor; agencyId: string; instanceId: string }

export type InstancePage = {
  instance: InstanceHead
  definition: Definition
  held: VersionsHeld
  history: readonly PastEvent[]
  files: readonly FileRow[]
  seats: readonly Seat[]
  /** Without the right to the request itself: where it stands and what was done, and nothing of what anybody entered. */
  withheld: boolean
  /** What the reader may do with it as it stands now. */
  may: Readonly<Record<Supervision, boolean>>
  /** Waits of which the reader may say that they are over. */
  reportable: readonly string[]
  relatives: Relatives
}

/** The acts of supervision over one request. */
export const supervisions = ['suspend', 'resume', 'extend', 'sendBack', 'reopen', 'correct', 'cancel', 'resolve'] as const
export type Supervision = (typeof supervisions)[number]

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
  const { state } = loaded
  const running = state.status === 'running'
  const may = mayNow(visitor, { agencyId, onTask }, loaded, ports.now())
  const actor = actorOf(asked.value, loaded.seats)
  const withheld = !can(visitor, 'request.read', { agencyId, onTask })
  const history = await historyOf(ports.db, agencyId, instanceId)
  const instance = headOf(loaded)
  return ok({
    instance: withheld ? unfilled(instance, loaded.definition) : instance,
    definition: loaded.definition,
    held: await versionsHeld(loaded, history, ports),
    history: withheld ? history.map((past) => ({ ...past, event: withoutEntries(past.event) })) : history,
    files: withheld ? [] : await filesOf(ports.db, agencyId, instanceId, filesNamedBy(loaded.definition, state.data)),
    withheld,
    seats: loaded.seats,
    may,
    reportable:
      running && can(visitor, 'event.report', { agencyId })
        ? state.waits.filter(({ node }) => mayReport(loaded.definition, node, actor)).map(({ waitId }) => waitId)
        : [],
    relatives: await relativesOf({ agencyId, state, history }, ports),
  })
}

/** Allowed, and possible as the request stands: what nothing can come of is not offered. */
function mayNow(
  visitor: Visitor,
  where: Resource,
  { state, definition }: Pick<LoadedInstance, 'state' | 'definition'>,
  now: number,
): InstancePage['may'] {
  const running = state.status === 'running'
  const going = running && state.suspended === null
  const timed = state.due !== null || state.open.some(({ due }) => due !== null)
  return {
    suspend: going && can(visitor, 'instance.suspend', where),
    resume: running && state.suspended !== null && can(visitor, 'instance.suspend', where),
    extend: going && timed && can(visitor, 'instance.extend', where),
    sendBack: going && stepsToRedo(definition, state).length > 0 && can(visitor, 'instance.sendBack', where),
    reopen: isReopenable(state, now) && can(visitor, 'instance.reopen', where),
    correct: running && can(visitor, 'instance.correct', where),
    cancel: running && can(visitor, 'instance.cancel', where),
    resolve: going && state.incidents.length > 0 && can(visitor, 'instance.resolve', where),
  }
}

function isReopenable({ status, endedAt, steps }: LoadedInstance['state'], now: number): boolean {
  if (status === 'new' || status === 'running' || endedAt === null || Object.keys(steps).length === 0) return false
  return now - endedAt <= reopenDays * 86_400_000
}

/** The title too is made of what was entered. */
const unfilled = (instance: InstanceHead, { identity }: Definition): InstanceHead => ({
  ...instance,
  title: identity.title,
  state: { ...instance.state, data: {} },
})
