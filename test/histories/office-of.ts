import type { Definition } from '#engine/definition/schema.ts'
import { type Context, freshIdsNeeded } from '#engine/instance/context.ts'
import type { Actor, Event, RecordedActor, Seat } from '#engine/instance/messages.ts'
import { aCalendar, aDigest, aSeat } from '#test/engine/office.ts'

/** An office in which a record goes on: those whom its events name, and somebody in every position of its lanes. */
export function officeOf(events: readonly Event[], { flow }: Definition): Seat[] {
  const acted = events.flatMap((event) => ('by' in event ? seatOf(event.by) : []))
  const named = events.flatMap((event) =>
    'disposition' in event
      ? (event.disposition?.assignees ?? []).map(({ positionId, personId }) => aSeat(positionId, personId ?? positionId))
      : [],
  )
  const handed = events.flatMap((event) => (event.type === 'TaskDelegated' ? [aSeat('sekretariat', event.to)] : []))
  return [...acted, ...named, ...handed, ...flow.lanes.flatMap(({ positions }) => positions.map((id) => aSeat(id, id)))]
}

function seatOf(by: RecordedActor): Seat[] {
  if (by.kind !== 'person' || by.positionId === null || by.seat === null) return []
  return [aSeat(by.positionId, by.personId, { kind: by.seat, title: by.title ?? '', ...(by.for ? { for: by.for } : {}) })]
}

/** Whoever did something, as they come to do it again. */
export const actorOf = (by: RecordedActor, seats: readonly Seat[]): Actor =>
  by.kind === 'person'
    ? { ...by, seats: [...seatOf(by), ...seats.filter(({ personId }) => personId === by.personId)] }
    : { kind: by.kind }

export const contextOf = (at: number, seats: readonly Seat[], actor: Actor, ids: readonly string[] = []): Context => ({
  ...{ at, seats, actor, calendar: aCalendar, superiors: {}, digest: aDigest },
  freshIds: [...ids, ...Array.from({ length: freshIdsNeeded }, (_, i) => `later-${i}`)],
})
