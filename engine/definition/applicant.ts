import type { FlowNode } from './flow.ts'
import type { LaneId } from './ids.ts'
import type { Definition } from './schema.ts'

type WithFlow = Pick<Definition, 'flow'>

/** Whether a node waits for the applicant, alone or together with others. */
export function waitsForApplicant(node: FlowNode, { flow }: WithFlow): boolean {
  const isTheirs = (lane: LaneId) => flow.lanes.some(({ id, kind }) => id === lane && kind === 'applicant')
  switch (node.kind) {
    case 'task':
      return [node.lane, ...node.jointLanes].some(isTheirs)
    case 'wait':
      return node.until.kind === 'report' && isTheirs(node.lane)
    default:
      return false
  }
}

/** Whether somebody is asked as the applicant, whoever enters the request: they answer by its ticket. */
export const asksApplicant = (definition: WithFlow): boolean =>
  definition.flow.nodes.some((node) => waitsForApplicant(node, definition))
