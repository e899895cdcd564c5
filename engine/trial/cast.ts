import type { TaskNode } from '../definition/flow.ts'
import type { PositionId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import type { Actor, PersonId, Seat } from '../instance/messages.ts'
import { inventedNames } from './invented-names.ts'

/** A position of the agency, as far as a trial needs it. */
export type CastPosition = { id: string; title?: string | undefined; superiorId?: string | null | undefined }

type Player = Extract<Actor, { kind: 'person' }>

/** The made-up people of a trial, and which position stands above which. */
export type Cast = {
  players: readonly Player[]
  seats: readonly Seat[]
  superiors: Readonly<Record<PositionId, PositionId | null>>
}

/**
 * One made-up person in each position. Where four eyes shut whoever did an earlier step out of a later one of the same
 * position, that position has a second person, as an office that wants it so must have.
 * @param positions of the agency; without them those that the definition names
 */
export function castOf(definition: Pick<Definition, 'flow'>, positions: readonly CastPosition[] = namedIn(definition)): Cast {
  const names = inventedNames(positions.map(({ id, title }) => title ?? id))
  const twice = positionsOfFourEyes(definition)
  const played = positions.map((position, index) => ({ position, name: names[index] ?? position.id }))
  const players = [
    ...played.map(({ position, name }) => playerOf(position, `person-${position.id}`, name)),
    ...played
      .filter(({ position }) => twice.has(position.id))
      .map(({ position, name }) => playerOf(position, `person-${position.id}-2`, `${name} II`)),
  ]
  return {
    players,
    seats: players.flatMap(({ seats }) => seats),
    superiors: Object.fromEntries(positions.map(({ id, superiorId }) => [id, (superiorId ?? null) as PositionId | null])),
  }
}

function playerOf({ id, title }: CastPosition, person: string, name: string): Player {
  const personId = person as PersonId
  const seat: Seat = { positionId: id as PositionId, personId, kind: 'definitive', title: title ?? id }
  return { kind: 'person', personId, name, seats: [seat] }
}

function namedIn({ flow }: Pick<Definition, 'flow'>): CastPosition[] {
  const named = tasksOf(flow).flatMap(({ assignment }) => (assignment.kind === 'positions' ? assignment.positions : []))
  return [...new Set([...flow.lanes.flatMap(({ positions }) => positions), ...named])].map((id) => ({ id }))
}

const tasksOf = (flow: Definition['flow']): TaskNode[] => flow.nodes.filter((node) => node.kind === 'task')

function positionsOfFourEyes({ flow }: Pick<Definition, 'flow'>): ReadonlySet<string> {
  const tasks = tasksOf(flow)
  const shared = tasks.flatMap((task) => {
    const earlier = tasks.filter(({ id }) => task.notPerformersOf.includes(id)).flatMap((other) => positionsOf(other, flow))
    return positionsOf(task, flow).filter((position) => earlier.includes(position))
  })
  return new Set(shared)
}

function positionsOf({ assignment, lane, jointLanes }: TaskNode, { lanes }: Definition['flow']): string[] {
  const inLanes = [...(assignment.kind === 'lane' ? [lane] : []), ...jointLanes]
  const own = assignment.kind === 'positions' ? assignment.positions : []
  return [...own, ...lanes.filter(({ id }) => inLanes.includes(id)).flatMap(({ positions }) => positions)]
}
