import type { Person } from '#app/actor.ts'
import { type Action, authorise, can } from '#app/policy.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { LoadedInstance } from '#db/stores/command-load.ts'
import type { Actor } from '#engine/instance/messages.ts'
import { actorOf, isInvolved } from './acting.ts'
import { requestKey } from './request-key.ts'
import type { Run } from './run-command.server.ts'

/** What anybody may say with any command: the key that makes it happen once, and where they saw the instance stand. */
export type Asked = { idempotencyKey?: string; expectedRevision?: number }

type OfPerson = Pick<Run, 'actor' | 'owner' | 'request' | 'expectedRevision'>

/** The part of a run that a signed-in person brings. */
export function byPerson(person: Person, { idempotencyKey, expectedRevision }: Asked): OfPerson {
  return {
    actor: (loaded) => ok(actorOf(person, loaded.seats)),
    owner: { personId: person.id, keyHashes: [] },
    request: requestKey(`person:${person.id}`, idempotencyKey),
    expectedRevision,
  }
}

/** As `byPerson`, for acts of supervision: the right is asked again with the person's part in the instance. */
export function bySupervisor(person: Person, action: Action, asked: Asked): OfPerson {
  return { ...byPerson(person, asked), actor: (loaded) => supervising(person, action, loaded) }
}

function supervising(person: Person, action: Action, loaded: LoadedInstance): Result<Actor> {
  const onTask = isInvolved(person.id, loaded.seats, loaded.state)
  const asked = authorise({ kind: 'person', person }, action, { agencyId: loaded.agencyId, onTask })
  return asked.ok ? ok(actorOf(person, loaded.seats)) : asked
}

/** May see an instance; whoever has no part in it and no right does not learn that it exists. */
export function mayRead(person: Person, agencyId: string, onTask: boolean): Result<Person> {
  if (can({ kind: 'person', person }, 'instance.read', { agencyId, onTask })) return ok(person)
  return refuse({ code: 'not-found' })
}
