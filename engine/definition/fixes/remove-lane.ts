import type { DefinitionFix } from './fix.ts'

/** A lane in which nothing stands goes. */
export const removeLane = {
  name: 'remove-lane',
  codes: ['lane-unused'],
  propose(_definition, { laneId }) {
    return laneId ? [{ type: 'RemoveLane', lane: laneId }] : null
  },
} as const satisfies DefinitionFix
