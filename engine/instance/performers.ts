import type { TaskNode } from '../definition/flow.ts'
import type { Definition } from '../definition/schema.ts'
import type { Actor, Candidate, PersonId, RecordedActor, Seat } from './messages.ts'
import type { InstanceState, OpenTask } from './state.ts'

/**
 * Who may perform a step that opens now. A step whose assignee an earlier step should have named, but did not, falls to
 * its lane; lanes of the public and of the system have nobody.
 */
export function candidatesFor(step: TaskNode, definition: Pick<Definition, 'flow'>, state: InstanceState): Candidate[] {
  const { assignment } = step
  switch (assignment.kind) {
    case 'positions':
      return assignment.positions.map((positionId) => ({ kind: 'position', positionId }))
    case 'starter':
      return starterCandidates(state)
    case 'disposition': {
      const named = state.dispositions[assignment.from]?.assignees ?? []
      if (named.length === 0) return laneCandidates(step, definition)
      return named.map(({ positionId, personId }) =>
        personId === null ? { kind: 'position', positionId } : { kind: 'seat', positionId, personId },
      )
    }
    case 'lane':
      return laneCandidates(step, definition)
  }
}

function laneCandidates(step: TaskNode, { flow }: Pick<Definition, 'flow'>): Candidate[] {
  const lane = flow.lanes.find(({ id }) => id === step.lane)
  if (lane?.kind === 'applicant') return [{ kind: 'applicant' }]
  return lane?.kind === 'positions' ? lane.positions.map((positionId) => ({ kind: 'position', positionId })) : []
}

function starterCandidates({ starter }: InstanceState): Candidate[] {
  if (starter?.kind === 'person') return [{ kind: 'person', personId: starter.personId }]
  return starter?.kind === 'applicant' ? [{ kind: 'applicant' }] : []
}

/** Four eyes: the people who performed a step that this one must not share its performer with. */
export function excludedFrom(step: TaskNode, state: InstanceState): PersonId[] {
  return [...new Set(step.notPerformersOf.flatMap((node) => state.performers[node] ?? []))]
}

/** The step because of which a person may not perform this one, if any. */
export function sharedWith(step: TaskNode, person: PersonId, state: InstanceState): string {
  return step.notPerformersOf.find((node) => state.performers[node]?.includes(person)) ?? step.id
}

/** Whether an actor may perform an open task now: named for it, in office, and not shut out by four eyes. */
export function mayPerform(task: Pick<OpenTask, 'candidates' | 'excluded'>, actor: Actor): boolean {
  return matches(task, actor) && !isExcluded(task, actor)
}

export function matches(task: Pick<OpenTask, 'candidates'>, actor: Actor): boolean {
  if (actor.kind === 'applicant') return task.candidates.some(({ kind }) => kind === 'applicant')
  return actor.kind === 'person' && actingSeat(task, actor.personId, actor.seats) !== null
}

export const isExcluded = (task: Pick<OpenTask, 'excluded'>, actor: Actor): boolean =>
  actor.kind === 'person' && task.excluded.includes(actor.personId)

/** The seat that gives a person the right to a task, a definitive one before an acting one; null when none does (P8). */
export function actingSeat(task: Pick<OpenTask, 'candidates'>, person: PersonId, seats: readonly Seat[]): Seat | null {
  const own = seats.filter(({ personId }) => personId === person)
  const fits = own.filter((seat) => task.candidates.some((candidate) => satisfies(seat, candidate)))
  return fits.find(({ kind }) => kind === 'definitive') ?? fits[0] ?? null
}

/**
 * Who holds a task now. Whoever took it and has no seat any more that gives the right to it, holds it no longer: else a
 * task would wait for ever for somebody who was transferred.
 */
export function holderOf(task: Pick<OpenTask, 'candidates' | 'claimedBy'>, seats: readonly Seat[]): PersonId | null {
  return task.claimedBy !== null && actingSeat(task, task.claimedBy, seats) ? task.claimedBy : null
}

/** Whether anyone in office could perform the task; an applicant always can. */
export function someoneMayPerform(task: Pick<OpenTask, 'candidates' | 'excluded'>, seats: readonly Seat[]): boolean {
  if (task.candidates.some(({ kind }) => kind === 'applicant')) return true
  return seats.some(
    (seat) => !task.excluded.includes(seat.personId) && task.candidates.some((candidate) => satisfies(seat, candidate)),
  )
}

/** Someone named as a person may act from any seat, but not from none. */
function satisfies(seat: Seat, candidate: Candidate): boolean {
  switch (candidate.kind) {
    case 'position':
      return seat.positionId === candidate.positionId
    case 'seat':
      return seat.positionId === candidate.positionId && seat.personId === candidate.personId
    case 'person':
      return seat.personId === candidate.personId
    case 'applicant':
      return false
  }
}

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
  }
}
