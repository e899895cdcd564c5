import type { Lane, StartNode } from '../flow.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/**
 * A start of people leads to a task, in a lane of those who may start: their submission of it is what starts an instance. A
 * start by the clock or by a call leads to whatever goes on by itself, or to a task of officials.
 */
export const firstStep: DefinitionRule = {
  name: 'first-step',
  check({ flow }) {
    return flow.nodes
      .filter((node) => node.kind === 'start')
      .flatMap((start): RuleFinding[] => {
        const target = flow.edges.find((edge) => edge.from === start.id)?.to
        const first = flow.nodes.find((node) => node.id === target)
        if (first === undefined) return []
        if (first.kind !== 'task') {
          const alone = (start.by === 'schedule' || start.by === 'call') && first.kind !== 'end'
          return alone ? [] : [{ code: 'first-step-not-task', nodeId: first.id }]
        }
        const lane = flow.lanes.find(({ id }) => id === first.lane)
        if (lane === undefined || starters[start.by].includes(lane.kind)) return []
        return [{ code: 'first-step-lane', nodeId: first.id, laneId: lane.id, params: { by: start.by, lane: lane.name } }]
      })
  },
}

const starters: Record<StartNode['by'], readonly Lane['kind'][]> = {
  applicant: ['applicant'],
  staff: ['positions'],
  complaint: ['applicant', 'positions'],
  schedule: ['positions'],
  call: ['positions'],
}
