import type { DefinitionFix } from './fix.ts'
import { taskFound } from './found.ts'

/** Of fewest and most the lower is the fewest. */
export const swapDisposition = {
  name: 'swap-disposition',
  codes: ['disposition-count'],
  propose(definition, finding) {
    const task = taskFound(definition, finding)
    if (!task?.disposition) return null
    const { min, max } = task.disposition
    return [{ type: 'UpdateNode', node: task.id, patch: { disposition: { ...task.disposition, min: max, max: min } } }]
  },
} as const satisfies DefinitionFix
