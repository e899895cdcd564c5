import type { FlowNode } from '../flow.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Every step stands in a lane that can act, and every lane of officials names positions that exist. */
export const lanesFilled: DefinitionRule = {
  name: 'lanes-filled',
  check({ flow }, { positions }) {
    const exists = positions && new Set(positions.map(({ id }) => id))
    const ofLanes = flow.lanes.flatMap((lane): RuleFinding[] => {
      const place = { laneId: lane.id, params: { lane: lane.name } }
      const used = flow.nodes.some(
        (node) =>
          node.lane === lane.id ||
          (node.kind === 'task' && (node.disposition?.lane === lane.id || node.jointLanes.includes(lane.id))),
      )
      if (!used) return [{ code: 'lane-unused', ...place }]
      if (lane.kind !== 'positions') return []
      if (lane.positions.length === 0) return [{ code: 'lane-without-position', ...place }]
      const gone = lane.positions.filter((id) => exists && !exists.has(id))
      return gone.map((position) => ({ code: 'lane-unknown-position', laneId: lane.id, params: { lane: lane.name, position } }))
    })
    return [...ofLanes, ...flow.nodes.flatMap((node) => ofNode(node, flow.lanes))]
  },
}

function ofNode(node: FlowNode, lanes: Definition['flow']['lanes']): RuleFinding[] {
  const lane = lanes.find(({ id }) => id === node.lane)
  if (lane === undefined) return [{ code: 'unknown-lane', nodeId: node.id, params: { lane: node.lane } }]
  const reports = node.kind === 'wait' && node.until.kind === 'report' && lane.kind === 'public'
  if (reports) return [{ code: 'task-lane-cannot-act', nodeId: node.id, laneId: lane.id, params: { lane: lane.name } }]
  if (node.kind !== 'task' || node.assignment.kind === 'positions') return []
  if (lane.kind === 'positions' || lane.kind === 'applicant') return []
  return [{ code: 'task-lane-cannot-act', nodeId: node.id, laneId: lane.id, params: { lane: lane.name } }]
}
