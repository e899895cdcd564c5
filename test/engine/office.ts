import { Calendar } from '#engine/calendar/schema.ts'
import type { PositionId } from '#engine/definition/ids.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Actor, PersonId, Seat } from '#engine/instance/messages.ts'

const weekday: [string, string][] = [
  ['07:30', '12:00'],
  ['13:00', '16:00'],
]
const friday: [string, string][] = [
  ['07:30', '11:30'],
  ['13:00', '16:30'],
]

/** The usual week of an office in western Indonesia, with two free days in December 2026. */
export const aCalendar = Calendar.parse({
  zone: 'Asia/Jakarta',
  schedules: [
    { from: '2020-01-01', week: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: friday, sat: [], sun: [] } },
  ],
  holidays: [
    { date: '2026-12-24', name: 'Cuti bersama Natal', kind: 'jointLeave' },
    { date: '2026-12-25', name: 'Natal', kind: 'national' },
  ],
})

/** An instant by its civil time in the office: `2026-11-23 08:00`. */
export const at = (civil: string): number => Date.parse(`${civil.replace(' ', 'T')}:00+07:00`)

export const person = (id: string): PersonId => id as PersonId
export const position = (id: string): PositionId => id as PositionId

export const aSeat = (positionId: string, personId: string, over: Partial<Seat> = {}): Seat => ({
  positionId: position(positionId),
  personId: person(personId),
  kind: 'definitive',
  title: positionId,
  ...over,
})

/** One holder for each position of a definition; the holder of `officer` is the person `officer`. */
export function fullOffice({ flow }: Definition): Seat[] {
  const named = flow.nodes.flatMap((node) =>
    node.kind === 'task' && node.assignment.kind === 'positions' ? node.assignment.positions : [],
  )
  const positions = new Set([...flow.lanes.flatMap((lane) => lane.positions), ...named])
  return [...positions].map((id) => aSeat(id, id))
}

export const anApplicant: Actor = { kind: 'applicant' }

/** A person as they come to work: with the seats that are theirs. */
export const anOfficial = (id: string, seats: readonly Seat[]): Actor => ({
  kind: 'person',
  personId: person(id),
  name: id,
  seats: seats.filter((seat) => seat.personId === id),
})

/** Stands for the hash of a text: short, and another for another text. */
export const aDigest = (text: string): string => `#${text.length}:${text.slice(0, 24)}`
