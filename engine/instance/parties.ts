import type { Lane, TaskNode } from '../definition/flow.ts'
import type { LaneId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import type { Context } from './context.ts'
import type { Candidate, Party, PersonId, RecordedActor } from './messages.ts'
import type { AskedParty, InstanceState, OpenTask } from './state.ts'

type WithFlow = Pick<Definition, 'flow'>

/**
 * Those who may perform a step that opens now: each of its lanes where several do it together, else each position or
 * person called by itself. A step whose assignee an earlier step should have named, but did not, falls to its lane; lanes
 * of the public and of the system have nobody.
 */
export function partiesFor(
  step: TaskNode,
  definition: WithFlow,
  state: InstanceState,
  { superiors }: Pick<Context, 'superiors'>,
): Party[] {
  const own = ownParties(step, definition, state, superiors)
  if (step.jointLanes.length === 0) return own
  const joint = step.jointLanes.map((id) => laneParty(definition, id))
  return [{ id: step.lane, candidates: candidatesOf(own) }, ...joint]
}

/** How many of the parties must do their part. */
export function neededParts({ quorum }: Pick<TaskNode, 'quorum'>, parties: number): number {
  switch (quorum.kind) {
    case 'any':
      return 1
    case 'all':
      return Math.max(1, parties)
    case 'atLeast':
      return Math.max(1, Math.min(quorum.n, parties))
  }
}

/** Those who have not done their part yet. */
export const askedParties = <P extends Party>({ parties, parts }: { parties: readonly P[]; parts: OpenTask['parts'] }): P[] =>
  parties.filter(({ id }) => !parts.some(({ party }) => party === id))

/** Parties as they are called, whoever has taken a part. */
export const calledParties = (parties: readonly Party[]): Party[] =>
  parties.map(({ id, candidates, standsFor }) => ({ id, candidates, ...(standsFor ? { standsFor } : {}) }))

/** How many parts of joint work these do. */
export const partsOf = (parties: readonly Pick<Party, 'standsFor'>[]): number =>
  parties.reduce((all, { standsFor }) => all + (standsFor?.length ?? 1), 0)

/**
 * Parties of joint work of which all that is missing is handed on: those who did their part, and one for all the others.
 * Where nobody had done anything it is joint work no more.
 */
export function handedOn(
  { parties, parts }: Pick<OpenTask, 'parties' | 'parts'>,
  candidates: readonly Candidate[],
): AskedParty[] {
  if (parts.length === 0) return []
  const missing = askedParties({ parties, parts })
  const theirs = missing.flatMap(({ id, standsFor }) => standsFor ?? [id])
  const one = { id: theirs.join('+'), candidates, ...(theirs.length > 1 ? { standsFor: theirs } : {}), claimedBy: null }
  return [...parties.filter((party) => !missing.includes(party)), ...(missing.length > 0 ? [one] : [])]
}

/** Parties of an open task: nobody has taken a part, but who had taken the same party's. */
export const openParties = (parties: readonly Party[], known: readonly AskedParty[] = []): AskedParty[] =>
  calledParties(parties).map((party) => ({ ...party, claimedBy: known.find(({ id }) => id === party.id)?.claimedBy ?? null }))

/** Everybody who has taken a task or a part of it that is still to be done. */
export const takersOf = (task: Pick<OpenTask, 'claimedBy' | 'parties' | 'parts'>): PersonId[] =>
  [task, ...askedParties(task)].flatMap(({ claimedBy }) => claimedBy ?? [])

export function candidatesOf(parties: readonly Pick<Party, 'candidates'>[]): Candidate[] {
  const all = parties.flatMap(({ candidates }) => candidates)
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

function ownParties(step: TaskNode, definition: WithFlow, state: InstanceState, superiors: Context['superiors']): Party[] {
  const { assignment } = step
  switch (assignment.kind) {
    case 'positions':
      return assignment.positions.map(positionParty)
    case 'starter':
      return actorParty(state.starter)
    case 'performer':
      return actorParty(state.steps[assignment.of]?.by ?? null)
    case 'superior':
      return superiorParty(assignment.of === undefined ? state.starter : (state.steps[assignment.of]?.by ?? null), superiors)
    case 'disposition': {
      const named = state.dispositions[assignment.from]?.assignees ?? []
      if (named.length === 0) return laneParties(step, definition)
      return named.map(({ positionId, personId }) =>
        personId === null
          ? positionParty(positionId)
          : { id: `${positionId}:${personId}`, candidates: [{ kind: 'seat', positionId, personId }] },
      )
    }
    case 'lane':
      return laneParties(step, definition)
  }
}

const laneOf = ({ flow }: WithFlow, id: LaneId): Lane | undefined => flow.lanes.find((lane) => lane.id === id)

function laneParties(step: TaskNode, definition: WithFlow): Party[] {
  const lane = laneOf(definition, step.lane)
  if (lane?.kind === 'positions') return lane.positions.map(positionParty)
  const party = laneParty(definition, step.lane)
  return party.candidates.length > 0 ? [party] : []
}

/** A whole lane, in which any of its positions acts. */
export function laneParty(definition: WithFlow, id: LaneId): Party {
  const lane = laneOf(definition, id)
  if (lane?.kind === 'applicant') return { id, candidates: [{ kind: 'applicant' }] }
  const positions = lane?.kind === 'positions' ? lane.positions : []
  return { id, candidates: positions.map((positionId) => ({ kind: 'position', positionId })) }
}

const positionParty = (positionId: Lane['positions'][number]): Party => ({
  id: positionId,
  candidates: [{ kind: 'position', positionId }],
})

/** The same person again, from whatever seat; an applicant is called as the applicant. */
function actorParty(actor: RecordedActor | null): Party[] {
  if (actor?.kind === 'person') return [personParty(actor)]
  return actor?.kind === 'applicant' ? [{ id: 'applicant', candidates: [{ kind: 'applicant' }] }] : []
}

/** What a delegate did is asked again of whoever it was done for, and of the delegate while the delegation lasts. */
function personParty({ personId, positionId, for: lender }: Extract<RecordedActor, { kind: 'person' }>): Party {
  const called = lender?.personId ?? personId
  const inSeat: Candidate[] = lender && positionId !== null ? [{ kind: 'seat', positionId, personId: called }] : []
  return { id: called, candidates: [{ kind: 'person', personId: called }, ...inSeat] }
}

/** The position above the one in which the step was done. */
function superiorParty(actor: RecordedActor | null, superiors: Context['superiors']): Party[] {
  const above = actor?.kind === 'person' && actor.positionId !== null ? superiors[actor.positionId] : undefined
  return above ? [positionParty(above)] : []
}
