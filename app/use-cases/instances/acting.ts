import type { Person } from '#app/actor.ts'
import type { Actor, Candidate, PersonId, Seat } from '#engine/instance/messages.ts'
import { satisfies } from '#engine/instance/performers.ts'
import type { InstanceState } from '#engine/instance/state.ts'

/** A person as the engine sees one: with the seats of this agency as they are at this moment (P8). */
export function actorOf(person: Person, seatsNow: readonly Seat[]): Actor {
  return { kind: 'person', personId: person.id, name: person.name, seats: seatsNow.filter((seat) => seat.personId === person.id) }
}

/** Whether a person is among those who may perform a task; whoever is named for it stays so from no seat too. */
export function isCandidate(personId: PersonId, seats: readonly Seat[], candidates: readonly Candidate[]): boolean {
  const own = seats.filter((seat) => seat.personId === personId)
  return candidates.some(
    (candidate) =>
      (candidate.kind === 'person' && candidate.personId === personId) || own.some((seat) => satisfies(seat, candidate)),
  )
}

/** Whether a person has or had a part in an instance: started it, performed a step, or may perform an open one. */
export function isInvolved(personId: PersonId, seats: readonly Seat[], state: InstanceState): boolean {
  if (state.starter?.kind === 'person' && state.starter.personId === personId) return true
  if (Object.values(state.performers).some((people) => people.includes(personId))) return true
  return state.open.some(({ candidates }) => isCandidate(personId, seats, candidates))
}
