import type { DefinitionFix } from './fix.ts'
import { edgeFound } from './found.ts'
import { freeOutcomes } from './open-exits.ts'

/** A line that can never be gone goes. */
export const removeStrayExit = {
  name: 'remove-stray-exit',
  codes: ['dangling-edge', 'exit-from-end', 'way-into-start', 'edge-unknown-outcome', 'edge-without-outcome'],
  propose(definition, finding) {
    const edge = edgeFound(definition, finding)
    const task = definition.flow.nodes.find(({ id }) => id === edge?.from)
    if (!edge) return null
    // Where an outcome still wants an exit, this may be meant for it.
    const wanting = task?.kind === 'task' && freeOutcomes(task, definition).length > 0
    return wanting ? null : [{ type: 'RemoveEdge', edge: edge.id }]
  },
} as const satisfies DefinitionFix
