import type { PositionId } from './ids.ts'
import type { Definition } from './schema.ts'

/** The positions that may do some step of a definition, each once: those of its lanes and those named for one step alone. */
export function performingPositions({ flow }: Pick<Definition, 'flow'>): PositionId[] {
  const ofLanes = flow.lanes.flatMap(({ positions }) => positions)
  const ofSteps = flow.nodes.flatMap((node) =>
    node.kind === 'task' && node.assignment.kind === 'positions' ? node.assignment.positions : [],
  )
  return [...new Set([...ofLanes, ...ofSteps])]
}
