import type { Person } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { actorOf } from '#app/use-cases/instances/acting.ts'
import { contextOf } from '#app/use-cases/instances/context-of.ts'
import { type InstanceRefusal, type Progress, progressOf } from '#app/use-cases/instances/move-instance.server.ts'
import type { Db } from '#db/connection.ts'
import { type LoadedInstance, loadById } from '#db/stores/command-load.ts'
import { storeCommand } from '#db/stores/command-store.ts'
import { type Command, type Definition, decide, evolve, type Reach } from '#engine'

/** The command for an instance as it stands, with the definition that holds after it and what is known of that. */
export type Going = { command: Command; definition: Definition; reach?: Reach }
export type OneMove = {
  agencyId: string
  instanceId: string
  person: Person
  going: (loaded: LoadedInstance) => Promise<Result<Going, InstanceRefusal>>
}

/** Moves one instance within a transaction; who was faster is a conflict, and the caller undoes all. */
export async function moveOne(tx: Db, move: OneMove, ports: Ports): Promise<Result<Progress, InstanceRefusal>> {
  const { agencyId, instanceId, person } = move
  const loaded = await loadById(tx, agencyId, instanceId, ports.now(), null)
  if (!loaded) return refuse({ code: 'not-found' })
  const going = await move.going(loaded)
  if (!going.ok) return going
  const { command, definition, reach } = going.value
  const context = { ...contextOf(loaded, actorOf(person, loaded.seats), ports), target: definition, ...(reach && { reach }) }
  const decided = decide(command, loaded.state, loaded.definition, context)
  if (!decided.ok) return decided
  const after = decided.events.reduce(evolve, loaded.state)
  const progress = progressOf(instanceId, loaded.number, after)
  const stored = await storeCommand(tx, {
    agencyId,
    id: instanceId,
    head: { hash: loaded.headHash, revision: loaded.revision },
    before: loaded.state,
    after,
    events: decided.events,
    definition,
    fileIds: [],
    request: null,
    requestHash: '',
    answer: null,
    newSalt: () => ports.newSecret(16),
    timeAnew: true,
  })
  if (!stored.stored) return refuse({ code: 'conflict', what: 'instance' })
  return ok(progress)
}
