import type { DefinitionFix } from './fix.ts'
import { taskFound } from './found.ts'

/** A joint lane that is gone, or that works along already, goes from the list. */
export const dropJointLane = {
  name: 'drop-joint-lane',
  codes: ['unknown-lane', 'joint-lane-repeated'],
  propose(definition, finding) {
    const task = taskFound(definition, finding)
    if (!task) return null
    const known = new Set(definition.flow.lanes.map(({ id }) => id))
    const jointLanes = [...new Set(task.jointLanes)].filter((id) => id !== task.lane && known.has(id))
    return jointLanes.length === task.jointLanes.length ? null : [{ type: 'UpdateNode', node: task.id, patch: { jointLanes } }]
  },
} as const satisfies DefinitionFix
