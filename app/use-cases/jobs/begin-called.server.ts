import type { Ports } from '#app/ports.ts'
import { contextOf } from '#app/use-cases/instances/context-of.ts'
import { instanceTitle } from '#app/use-cases/instances/instance-title.ts'
import { callersAbove, dropErrand, findCall } from '#db/stores/calls.ts'
import type { Errand } from '#db/stores/claims.ts'
import { type LoadedStart, loadById, loadForCall } from '#db/stores/command-load.ts'
import { storeStart } from '#db/stores/command-store.ts'
import { chainStart } from '#db/stores/event-rows.ts'
import { decide, evolve, initialState } from '#engine'
import type { Event, WaitId } from '#engine/instance/messages.ts'
import { command } from './carry-calls.server.ts'

/** Standards that call each other without end are stopped here. */
export const deepestCall = 10

/**
 * Begins the instance that a wait asks for, under the wait's id. The errand is used up in the statement that stores it,
 * so it begins once; where it cannot begin the caller gets an incident instead.
 */
export async function beginCalled(errand: Errand, ports: Ports): Promise<void> {
  const { agencyId, waitId, parentId } = errand
  const begun = await decideCalled(errand, ports)
  if (begun.kind === 'begins') return store(errand, begun.loaded, begun.events, ports)
  if (begun.kind === 'fails')
    await command(agencyId, parentId, { type: 'FailCall', waitId: waitId as WaitId, why: begun.why }, ports)
  await dropErrand(ports.db, errand)
}

type Begun = { kind: 'begins'; loaded: LoadedStart; events: readonly Event[] } | { kind: 'fails'; why: string } | { kind: 'over' }

async function decideCalled({ agencyId, waitId, parentId }: Errand, ports: Ports): Promise<Begun> {
  const { db } = ports
  const caller = await loadById(db, agencyId, parentId, ports.now(), null)
  const link = { instanceId: parentId, waitId: waitId as WaitId }
  const call = await findCall(db, agencyId, link)
  if (!caller?.state.waits.some((wait) => wait.waitId === waitId) || !call) return { kind: 'over' }
  if ((await callersAbove(db, agencyId, parentId, deepestCall)) + 1 >= deepestCall) return { kind: 'fails', why: 'too-deep' }
  const loaded = await loadForCall(db, agencyId, call, ports.now())
  if (!loaded) return { kind: 'fails', why: 'no-version' }
  const asked = { type: 'StartByCall', start: null, data: call.data, call: link } as const
  const decided = decide(
    asked,
    initialState,
    loaded.definition,
    contextOf({ ...loaded, ticketHash: caller.ticketHash }, { kind: 'system' }, ports),
  )
  return decided.ok ? { kind: 'begins', loaded, events: decided.events } : { kind: 'fails', why: decided.refusal.code }
}

async function store({ agencyId, waitId }: Errand, loaded: LoadedStart, events: readonly Event[], ports: Ports) {
  const { slug, version, digest, definition } = loaded
  const writing = {
    agencyId,
    id: waitId,
    head: { hash: chainStart(agencyId, waitId), revision: 0 },
    before: initialState,
    after: events.reduce(evolve, initialState),
    events,
    definition,
    fileIds: [],
    request: null,
    requestHash: '',
    answer: null,
    newSalt: () => ports.newSecret(16),
  }
  const title = instanceTitle(events, definition)
  await storeStart(ports.db, writing, { slug, version, digest, title, ticketHash: null, askedBy: { kind: 'call' } })
}
