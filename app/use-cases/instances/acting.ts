import type { Person } from '#app/actor.ts'
import type { Actor, PersonId, Seat } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'

/** A person as the engine sees one: with the seats of this agency as they are at this moment (P8). */
export function actorOf(person: Person, seatsNow: readonly Seat[]): Actor {
  return { kind: 'person', personId: person.id, name: person.name, seats: seatsNow.filter((seat) => seat.personId === person.id) }
}

/** Whether a person has or had a part in an instance: started it, performed a step, or may perform an open one. */
export function isInvolved(personId: PersonId, seats: readonly Seat[], state: InstanceState): boolean {
  if (state.starter?.kind === 'person' && state.starter.personId === personId) return true
  if (Object.values(state.performers).some((people) => people.includes(personId))) return true
  const positions = new Set(seats.filter((seat) => seat.personId === personId).map((seat) => seat.positionId))
  return state.open.some(({ candidates }) =>
    candidates.some((candidate) => {
      switch (candidate.kind) {
        case 'position':
          return positions.has(candidate.positionId)
        case 'seat':
          return candidate.personId === personId && positions.has(candidate.positionId)
        case 'person':
          return candidate.personId === personId
        case 'applicant':
          return false
      }
    }),
  )
}
