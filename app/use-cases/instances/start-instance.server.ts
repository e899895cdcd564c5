import type { Person, Visitor } from '#app/actor.ts'
import { admit } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { type LoadedStart, loadForStart, type RequestKey } from '#db/stores/command-load.ts'
import { storeStart } from '#db/stores/command-store.ts'
import { chainStart } from '#db/stores/event-rows.ts'
import { findNumber } from '#db/stores/instances.ts'
import { asksApplicant, decide, evolve, firstSteps, initialState, type NodeId } from '#engine'
import type { Definition } from '#engine/definition/schema.ts'
import type { Actor, Submission } from '#engine/instance/messages.ts'
import { actorOf } from './acting.ts'
import { asksOthers } from './asks-others.ts'
import { contextOf } from './context-of.ts'
import { instanceTitle } from './instance-title.ts'
import { answerTo, keyReused, requestHashOf, requestKey } from './request-key.ts'
import { carryNow, type InstanceRefusal } from './run-command.server.ts'
import { fileErrors, namedFiles } from './submitted-files.ts'
import { ticketFrom, ticketHashOf } from './ticket-code.ts'

export type StartInstanceInput = {
  visitor: Visitor
  agencyId: string
  slug: string
  /** The first step's outcome and data. */
  submission: Submission
  /** Where the procedure has several beginnings: which one; default: the first that this visitor may take. */
  start?: string
  /** A complaint may be an applicant's or an official's; asked only where both may. Default: who is signed in with a seat is staff. */
  as?: 'applicant' | 'staff'
  /** The key under which the files of the form were sent. */
  uploadKey?: string
  /** What makes two sendings the same where their files were stored twice; default: the submission. */
  sameAs?: unknown
  idempotencyKey?: string
}

/**
 * `ticket` is the applicant's code and shown this once; an official who started hands it over. Null where no step waits
 * for an applicant.
 */
export type Started = { agencyId: string; instanceId: string; number: number; ticket: string | null }
type Kept = { instanceId: string; salt: string | null }

/** Starts the version in force (P6) with the first step done. */
export async function startInstance(input: StartInstanceInput, ports: Ports): Promise<Result<Started, InstanceRefusal>> {
  const asked = admit(input.visitor, 'request.create', { agencyId: input.agencyId })
  if (!asked.ok) return asked
  const { agencyId, slug, submission } = input
  const person = input.visitor.kind === 'person' ? input.visitor.person : null
  const request = requestKey(person ? `start:${person.id}` : `start:${agencyId}/${slug}`, input.idempotencyKey)
  const requestHash = requestHashOf({
    agencyId,
    slug,
    submission: input.sameAs ?? submission,
    as: input.as ?? null,
    ...(input.start === undefined ? {} : { start: input.start }),
  })
  for (let attempt = 1; attempt <= 2; attempt++) {
    const loaded = await loadForStart(ports.db, agencyId, slug, ports.now(), request)
    if (!loaded) return refuse({ code: 'not-found' })
    const repeated = answerTo(loaded.repeated, requestHash)
    if (repeated === 'other') return keyReused()
    if (repeated === 'same') return ok(await startedBefore(input, loaded.repeated?.answer as Kept, ports))
    const actor = starterOf(input, person, loaded)
    if (!actor.ok) return actor
    const started = await start(input, person, actor.value, loaded, request, requestHash, ports)
    if (started) return started
  }
  return refuse({ code: 'conflict', what: 'instance' })
}

function starterOf(input: StartInstanceInput, person: Person | null, loaded: LoadedStart): Result<Actor> {
  const starts = firstSteps(loaded.definition).filter(({ start }) => input.start === undefined || start.id === input.start)
  const beginBy = (...kinds: readonly string[]) => starts.some(({ start }) => kinds.includes(start.by))
  const seated = person !== null && loaded.seats.some((seat) => seat.personId === person.id)
  const wish = input.as ?? (seated ? 'staff' : 'applicant')
  const as = !beginBy('staff', 'complaint') ? 'applicant' : !beginBy('applicant', 'complaint') ? 'staff' : wish
  if (as === 'applicant') return ok({ kind: 'applicant' })
  const asked = admit(input.visitor, 'instance.start', { agencyId: input.agencyId })
  if (!asked.ok) return asked
  return person ? ok(actorOf(person, loaded.seats)) : refuse({ code: 'not-signed-in' })
}

async function start(
  input: StartInstanceInput,
  person: Person | null,
  actor: Actor,
  loaded: LoadedStart,
  request: RequestKey,
  requestHash: string,
  ports: Ports,
): Promise<Result<Started, InstanceRefusal> | null> {
  const { agencyId, slug, submission } = input
  const command = { type: 'Start', submission, ...(input.start === undefined ? {} : { start: input.start as NodeId }) } as const
  const decided = decide(command, initialState, loaded.definition, contextOf(loaded, actor, ports))
  if (!decided.ok) return refuse(decided.refusal)
  const instanceId = ports.newId()
  const named = namedFiles(decided.events, loaded.definition)
  const keyHashes = input.uploadKey ? [digestOf(input.uploadKey)] : []
  const errors = await fileErrors(ports.db, { agencyId, instanceId }, named, { personId: person?.id ?? null, keyHashes })
  if (errors.length > 0) return refuse({ code: 'invalid-input', errors })

  const kept: Kept = { instanceId, salt: needsTicket(actor, loaded.definition) ? ports.newSecret(32) : null }
  const ticket = ticketOf(input, kept)
  const stored = await storeStart(
    ports.db,
    {
      agencyId,
      id: instanceId,
      head: { hash: chainStart(agencyId, instanceId), revision: 0 },
      before: initialState,
      after: decided.events.reduce(evolve, initialState),
      events: decided.events,
      definition: loaded.definition,
      fileIds: named.map(({ id }) => id),
      request,
      requestHash,
      answer: kept,
      newSalt: () => ports.newSecret(16),
    },
    {
      slug,
      version: loaded.version,
      digest: loaded.digest,
      title: instanceTitle(decided.events, loaded.definition),
      ticketHash: ticket === null ? null : ticketHashOf(ticket),
    },
  )
  if (!stored.stored) return null
  if (asksOthers(initialState, decided.events)) await carryNow(ports)
  return ok({ agencyId, instanceId, number: stored.number, ticket })
}

/** A citizen follows a request by its ticket, and does the applicant's steps with it, whoever entered the request. */
function needsTicket(actor: Actor, definition: Definition): boolean {
  const isComplaint = definition.flow.nodes.some((node) => node.kind === 'start' && node.by === 'complaint')
  return actor.kind === 'applicant' || isComplaint || asksApplicant(definition)
}

/** Without a key the salt alone makes the code, and nothing keeps the salt. */
const ticketOf = (input: StartInstanceInput, { instanceId, salt }: Kept) =>
  salt === null ? null : ticketFrom(salt, `${instanceId}\n${input.idempotencyKey ?? ''}`)

async function startedBefore(input: StartInstanceInput, kept: Kept, ports: Ports): Promise<Started> {
  const number = await findNumber(ports.db, input.agencyId, kept.instanceId)
  return { agencyId: input.agencyId, instanceId: kept.instanceId, number, ticket: ticketOf(input, kept) }
}
