import type { TaskNode } from '../flow.ts'
import type { LaneId, NodeId, PositionId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleContext, RuleFinding } from './finding.ts'
import { nameOf } from './on-the-way.ts'

type Flow = Definition['flow']
type Holders = NonNullable<RuleContext['holders']>

/**
 * Somebody in office can do every step: each lane and each step with positions of its own has a holder, as many as are
 * asked for, and four eyes leave one. Silent where it is not known who is in office.
 */
export const somebodyCanAct: DefinitionRule = {
  name: 'somebody-can-act',
  check({ flow }, { holders, positions }) {
    if (holders === undefined) return []
    const tasks = flow.nodes.filter((node) => node.kind === 'task')
    return [
      ...vacantLanes(tasks, flow, holders),
      ...tasks.flatMap((task) => [...ofPositions(task, flow, { holders, positions }), ...ofFourEyes(task, tasks, flow, holders)]),
    ]
  },
}

function vacantLanes(tasks: readonly TaskNode[], flow: Flow, holders: Holders): RuleFinding[] {
  const called = new Set(tasks.flatMap((task) => [...(task.assignment.kind === 'lane' ? [task.lane] : []), ...task.jointLanes]))
  return flow.lanes
    .filter((lane) => called.has(lane.id) && lane.positions.length > 0 && peopleIn(lane.positions, holders).size === 0)
    .map((lane) => ({ code: 'lane-vacant', laneId: lane.id, params: { lane: lane.name } }))
}

type Offices = { holders: Holders; positions: RuleContext['positions'] }

function ofPositions(task: TaskNode, flow: Flow, { holders, positions: known }: Offices): RuleFinding[] {
  const { assignment, id: nodeId, quorum, jointLanes } = task
  const positions = positionsOf(task, flow)
  const held = positions.filter((id) => holders.some((seat) => seat.positionId === id))
  // Of positions that are gone another rule speaks.
  const exist = known === undefined || positions.some((id) => known.some((position) => position.id === id))
  if (assignment.kind === 'positions' && held.length === 0) return exist ? [{ code: 'step-vacant', nodeId }] : []
  const needed = quorum.kind === 'all' ? positions.length : quorum.kind === 'atLeast' ? quorum.n : 1
  const short = jointLanes.length === 0 && held.length > 0 && held.length < Math.min(needed, positions.length)
  return short ? [{ code: 'quorum-vacant', nodeId, params: { n: needed, held: held.length } }] : []
}

/** Where a step looked at has one possible performer, that one is shut out of this; somebody else must be left. */
function ofFourEyes(task: TaskNode, tasks: readonly TaskNode[], flow: Flow, holders: Holders): RuleFinding[] {
  const able = peopleIn(everyPosition(task, flow), holders)
  if (able.size === 0) return []
  const earlier = tasks.filter((other) => other.id !== task.id && task.notPerformersOf.includes(other.id))
  const sole = earlier.map((other) => ({ other, people: peopleIn(everyPosition(other, flow), holders) }))
  const shutOut = sole.filter(({ people }) => people.size === 1)
  const out = new Set(shutOut.flatMap(({ people }) => [...people]))
  if ([...able].some((person) => !out.has(person))) return []
  const step = shutOut.map(({ other }) => nameOf(other)).join(', ')
  return [{ code: 'four-eyes-nobody', nodeId: task.id as NodeId, params: { step } }]
}

/** Positions whose holders do the step; none where that is only known when it opens. */
function positionsOf({ assignment, lane }: TaskNode, { lanes }: Flow): readonly PositionId[] {
  if (assignment.kind === 'positions') return assignment.positions
  return assignment.kind === 'lane' ? positionsIn(lane, lanes) : []
}

const everyPosition = (task: TaskNode, flow: Flow): readonly PositionId[] => [
  ...positionsOf(task, flow),
  ...task.jointLanes.flatMap((id) => positionsIn(id, flow.lanes)),
]

const positionsIn = (id: LaneId, lanes: Flow['lanes']) => lanes.find((lane) => lane.id === id)?.positions ?? []

const peopleIn = (positions: readonly PositionId[], holders: Holders): Set<string> =>
  new Set(holders.filter(({ positionId }) => positions.some((id) => id === positionId)).map(({ personId }) => personId))
