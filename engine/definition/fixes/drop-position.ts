import type { DefinitionFix } from './fix.ts'
import { laneFound, taskFound } from './found.ts'

/** A position that is gone leaves the others that are named with it. */
export const dropPosition = {
  name: 'drop-position',
  codes: ['lane-unknown-position', 'assigned-unknown-position'],
  propose(definition, finding) {
    const gone = finding.params?.position
    const lane = laneFound(definition, finding)
    const rest = <T extends string>(list: readonly T[]) => list.filter((id) => id !== gone)
    if (lane)
      return rest(lane.positions).length > 0
        ? [{ type: 'UpdateLane', lane: lane.id, patch: { positions: rest(lane.positions) } }]
        : null
    const task = taskFound(definition, finding)
    if (!task) return null
    const { assignment, deadline } = task
    if (
      assignment.kind === 'positions' &&
      rest(assignment.positions).length > 0 &&
      assignment.positions.some((id) => id === gone)
    )
      return [
        { type: 'UpdateNode', node: task.id, patch: { assignment: { ...assignment, positions: rest(assignment.positions) } } },
      ]
    const late = deadline?.afterwards
    if (!deadline || late?.kind !== 'reassign' || late.to === 'superior' || rest(late.to).length === 0) return null
    const afterwards = { ...late, to: rest(late.to) }
    return [{ type: 'UpdateNode', node: task.id, patch: { deadline: { ...deadline, afterwards } } }]
  },
} as const satisfies DefinitionFix
