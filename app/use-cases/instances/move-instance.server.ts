import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { type LoadedInstance, loadById, loadByTask, type RequestKey } from '#db/stores/command-load.ts'
import { storeCommand } from '#db/stores/command-store.ts'
import { decide, evolve } from '#engine'
import type { Actor, Command, Event, Refusal } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import { asksOthers } from './asks-others.ts'
import { contextOf } from './context-of.ts'
import { answerTo, keyReused, requestHashOf } from './request-key.ts'
import { type FileOwner, fileErrors, filesNamedBy, namedFiles } from './submitted-files.ts'

export type InstanceRefusal = AppRefusal | Refusal

/** Where an instance stands after a command. */
export type Progress = {
  instanceId: string
  number: number
  status: InstanceState['status']
  revision: number
  open: readonly { taskId: string; node: string }[]
}

export type Run = {
  target: { agencyId: string; taskId: string } | { agencyId: string; instanceId: string }
  command: Command
  /** Who acts, known only once the seats of this moment are read; a refusal when this actor may not. */
  actor: (loaded: LoadedInstance) => Result<Actor>
  owner: FileOwner
  request: RequestKey
  /** Where whoever asks saw the instance stand; anywhere else it is refused at once. */
  expectedRevision?: number
  /** What makes two requests the same where their files were stored twice; default: the command. */
  sameAs?: unknown
}

/** `asksOthers`: what was stored asks something of other instances, which is still to be carried to them. */
export type Moved = { progress: Progress; asksOthers: boolean }

const attempts = 2

/**
 * Loads in one statement, decides, stores in one statement guarded by the revision. When somebody was faster, loads and
 * decides once more, then says so (P1). The same request key gives the same answer again (V15).
 */
export async function moveInstance(run: Run, ports: Ports): Promise<Result<Moved, InstanceRefusal>> {
  const requestHash = run.request ? requestHashOf({ target: run.target, command: run.sameAs ?? run.command }) : ''
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const loaded = await load(run, ports)
    if (!loaded) return refuse({ code: 'not-found' })
    const actor = run.actor(loaded)
    if (!actor.ok) return actor
    const repeated = answerTo(loaded.repeated, requestHash)
    if (repeated === 'other') return keyReused()
    if (repeated === 'same') return ok({ progress: loaded.repeated?.answer as Progress, asksOthers: false })
    if (run.expectedRevision !== undefined && run.expectedRevision !== loaded.revision)
      return refuse({ code: 'conflict', what: 'instance' })
    const decided = decide(run.command, loaded.state, loaded.definition, contextOf(loaded, actor.value, ports))
    if (!decided.ok) return refuse(decided.refusal)
    if (nothingToStore(run, decided.events))
      return ok({ progress: progressOf(loaded.id, loaded.number, loaded.state), asksOthers: false })
    const where = { agencyId: loaded.agencyId, instanceId: loaded.id }
    const named = namedFiles(decided.events, loaded.definition)
    const errors = await fileErrors(ports.db, where, named, run.owner, filesNamedBy(loaded.definition, loaded.state.data))
    if (errors.length > 0) return refuse({ code: 'invalid-input', errors })
    const answer = await store(
      run,
      loaded,
      decided.events,
      named.map(({ id }) => id),
      requestHash,
      ports,
    )
    if (answer) return ok({ progress: answer, asksOthers: asksOthers(loaded.state, decided.events) })
  }
  return refuse({ code: 'conflict', what: 'instance' })
}

/** The clock is set anew even where it found nothing to do: else it would be asked for ever. */
const nothingToStore = ({ command, request }: Run, events: readonly Event[]) =>
  events.length === 0 && request === null && command.type !== 'Tick'

function load({ target, request }: Run, ports: Ports): Promise<LoadedInstance | null> {
  if ('taskId' in target) return loadByTask(ports.db, target.agencyId, target.taskId, ports.now(), request)
  return loadById(ports.db, target.agencyId, target.instanceId, ports.now(), request)
}

async function store(
  run: Run,
  loaded: LoadedInstance,
  events: readonly Event[],
  fileIds: readonly string[],
  requestHash: string,
  ports: Ports,
): Promise<Progress | null> {
  const after = events.reduce(evolve, loaded.state)
  const answer = progressOf(loaded.id, loaded.number, after)
  const stored = await storeCommand(ports.db, {
    agencyId: loaded.agencyId,
    id: loaded.id,
    head: { hash: loaded.headHash, revision: loaded.revision },
    before: loaded.state,
    after,
    events,
    definition: loaded.definition,
    fileIds,
    request: run.request,
    requestHash,
    answer,
    newSalt: () => ports.newSecret(16),
    timeAnew: run.command.type === 'Tick',
  })
  return stored.stored ? answer : null
}

export function progressOf(instanceId: string, number: number, state: InstanceState): Progress {
  const open = state.open.map(({ taskId, node }) => ({ taskId, node }))
  return { instanceId, number, status: state.status, revision: state.revision, open }
}
