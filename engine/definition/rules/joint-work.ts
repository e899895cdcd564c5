import type { TaskNode } from '../flow.ts'
import type { LaneId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Those who do a step together are different lanes that can act, and as many of them as are asked for are there. */
export const jointWork: DefinitionRule = {
  name: 'joint-work',
  check(definition) {
    return definition.flow.nodes
      .filter((node) => node.kind === 'task')
      .flatMap((task) => [...ofLanes(task, definition), ...ofQuorum(task, definition)])
  },
}

function ofLanes({ id: nodeId, lane: own, jointLanes }: TaskNode, { flow }: Definition): RuleFinding[] {
  return jointLanes.flatMap((id, index): RuleFinding[] => {
    const lane = flow.lanes.find((one) => one.id === id)
    if (lane === undefined) return [{ code: 'unknown-lane', nodeId, params: { lane: id } }]
    const place = { nodeId, laneId: lane.id, params: { lane: lane.name } }
    if (id === own || jointLanes.indexOf(id) < index) return [{ code: 'joint-lane-repeated', ...place }]
    return lane.kind === 'public' || lane.kind === 'system' ? [{ code: 'task-lane-cannot-act', ...place }] : []
  })
}

function ofQuorum(task: TaskNode, definition: Definition): RuleFinding[] {
  const { quorum, id: nodeId } = task
  if (quorum.kind !== 'atLeast') return []
  const max = mostParties(task, definition)
  return max !== null && quorum.n > max ? [{ code: 'quorum-too-high', nodeId, params: { n: quorum.n, max } }] : []
}

/** How many parts a step can have: its lanes, or else its positions, or those a disposition may name. */
function mostParties({ jointLanes, assignment, lane }: TaskNode, { flow }: Definition): number | null {
  if (jointLanes.length > 0) return jointLanes.length + 1
  switch (assignment.kind) {
    case 'positions':
      return assignment.positions.length
    case 'starter':
    case 'performer':
    case 'superior':
      return 1
    case 'disposition': {
      const giver = flow.nodes.find((node) => node.id === assignment.from)
      return giver?.kind === 'task' ? (giver.disposition?.max ?? null) : null
    }
    case 'lane':
      return positionsIn(lane, flow)
  }
}

function positionsIn(id: LaneId, { lanes }: Definition['flow']): number | null {
  const lane = lanes.find((one) => one.id === id)
  return lane?.kind === 'positions' ? lane.positions.length || null : lane?.kind === 'applicant' ? 1 : null
}
