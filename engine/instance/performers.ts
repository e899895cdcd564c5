import type { TaskNode } from '../definition/flow.ts'
import type { Actor, Candidate, PersonId, RecordedActor, Seat } from './messages.ts'
import { askedParties } from './parties.ts'
import type { InstanceState, OpenTask } from './state.ts'

/** Four eyes: the people who performed a step that this one must not share its performer with. */
export function excludedFrom(step: TaskNode, state: InstanceState): PersonId[] {
  return [...new Set(step.notPerformersOf.flatMap((node) => state.performers[node] ?? []))]
}

/** The maker of a step is also whoever a delegate made it for. */
export const makersOf = (by: RecordedActor): PersonId[] =>
  by.kind === 'person' ? [by.personId, ...(by.for ? [by.for.personId] : [])] : []

/** The step because of which a person may not perform this one, if any. */
export function sharedWith(step: TaskNode, person: PersonId, state: InstanceState): string {
  return step.notPerformersOf.find((node) => state.performers[node]?.includes(person)) ?? step.id
}

/** Whether an actor may perform an open task now: named for it, in office, and not shut out by four eyes. */
export function mayPerform(task: Pick<OpenTask, 'candidates' | 'excluded'>, actor: Actor): boolean {
  return matches(task, actor) && !isExcluded(task, actor)
}

export function matches(task: Called, actor: Actor): boolean {
  if (actor.kind === 'applicant') return task.candidates.some(({ kind }) => kind === 'applicant')
  return actor.kind === 'person' && actingSeat(task, actor.personId, actor.seats) !== null
}

export const isExcluded = (task: Pick<OpenTask, 'excluded'>, actor: Actor): boolean =>
  actor.kind === 'person' && task.excluded.includes(actor.personId)

/**
 * The seat that gives a person the right to a task: a definitive one before an acting one, before one that a delegation
 * lends; null when none does (P8). Nobody lends a right that four eyes has taken from them.
 */
export function actingSeat(task: Called, person: PersonId, seats: readonly Seat[]): Seat | null {
  if (task.excluded?.includes(person)) return null
  const own = seats.filter(({ personId }) => personId === person)
  const fits = own.filter((seat) => task.candidates.some((candidate) => satisfies(seat, candidate)) && !lentBy(task, seat))
  return fits.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? null
}

type Called = Pick<OpenTask, 'candidates'> & Partial<Pick<OpenTask, 'excluded'>>
const rank = { definitive: 0, plt: 1, plh: 2, delegate: 3 } as const satisfies Record<Seat['kind'], number>
/** Of several seats the one of least rank is taken. */
export const rankOf = (seat: Seat | null): number => (seat ? rank[seat.kind] : 0)
const lentBy = ({ excluded = [] }: Called, seat: Seat): boolean => seat.for !== undefined && excluded.includes(seat.for.personId)

/**
 * Who holds a task now. Whoever took it and has no seat any more that gives the right to it, holds it no longer: else a
 * task would wait for ever for somebody who was transferred.
 */
export function holderOf(task: Called & Pick<OpenTask, 'claimedBy'>, seats: readonly Seat[]): PersonId | null {
  return task.claimedBy !== null && actingSeat(task, task.claimedBy, seats) ? task.claimedBy : null
}

/** Everybody who holds a task or a part of it now. */
export function holdersOf(task: OpenTask, seats: readonly Seat[]): PersonId[] {
  const parts = askedParties(task).map((party) => ({ ...party, excluded: task.excluded }))
  return [task, ...parts].flatMap((one) => holderOf(one, seats) ?? [])
}

/** Whether anyone in office could perform the task; an applicant, where there is one, always can. */
export function someoneMayPerform(
  task: Pick<OpenTask, 'candidates' | 'excluded'>,
  { seats, hasApplicant = true }: { seats: readonly Seat[]; hasApplicant?: boolean },
): boolean {
  if (hasApplicant && task.candidates.some(({ kind }) => kind === 'applicant')) return true
  return seats.some(
    (seat) =>
      !task.excluded.includes(seat.personId) &&
      !lentBy(task, seat) &&
      task.candidates.some((candidate) => satisfies(seat, candidate)),
  )
}

/** Someone named as a person may act from any seat, but not from none; a delegate stands for the person who lends the seat. */
export function satisfies(seat: Seat, candidate: Candidate): boolean {
  switch (candidate.kind) {
    case 'position':
      return seat.positionId === candidate.positionId
    case 'seat':
      return seat.positionId === candidate.positionId && standsFor(seat, candidate.personId)
    case 'person':
      return seat.personId === candidate.personId || (seat.whole === true && standsFor(seat, candidate.personId))
    case 'applicant':
      return false
  }
}

const standsFor = (seat: Seat, person: PersonId): boolean => seat.personId === person || seat.for?.personId === person

/** The actor as the record keeps it, with the seat that gave the right. */
export function recorded(actor: Actor, seat: Seat | null): RecordedActor {
  if (actor.kind !== 'person') return { kind: actor.kind }
  const { personId, name } = actor
  return {
    kind: 'person',
    personId,
    name,
    positionId: seat?.positionId ?? null,
    title: seat?.title ?? null,
    seat: seat?.kind ?? null,
    ...(seat?.for ? { for: seat.for } : {}),
  }
}
