import { outcomeOf } from '../exits.ts'
import { exitsFrom } from '../rules/on-the-way.ts'
import type { DefinitionFix } from './fix.ts'
import { edgeFound, sole } from './found.ts'
import { freeOutcomes } from './open-exits.ts'

/** An exit of no outcome is that of the one outcome without an exit. */
export const nameOutcome = {
  name: 'name-outcome',
  codes: ['edge-without-outcome', 'edge-unknown-outcome'],
  propose(definition, finding) {
    const edge = edgeFound(definition, finding)
    const task = definition.flow.nodes.find(({ id }) => id === edge?.from)
    if (!edge || task?.kind !== 'task') return null
    const known = task.outcomes.map(({ id }) => id)
    const stray = exitsFrom(task.id, definition).filter((exit) => !known.some((id) => id === outcomeOf(task, exit)))
    const free = sole(freeOutcomes(task, definition))
    return free && stray.length === 1 ? [{ type: 'UpdateEdge', edge: edge.id, patch: { outcome: free.id } }] : null
  },
} as const satisfies DefinitionFix
