import type { DefinitionFix } from './fix.ts'
import { taskFound } from './found.ts'

/** Four eyes look away from a step that is gone, and from the step itself. */
export const dropFourEyes = {
  name: 'drop-four-eyes',
  codes: ['four-eyes-unknown-step', 'four-eyes-self'],
  propose(definition, finding) {
    const task = taskFound(definition, finding)
    if (!task) return null
    const there = new Set(definition.flow.nodes.filter(({ kind }) => kind === 'task').map(({ id }) => id))
    const notPerformersOf = task.notPerformersOf.filter((id) => id !== task.id && there.has(id))
    return [{ type: 'UpdateNode', node: task.id, patch: { notPerformersOf } }]
  },
} as const satisfies DefinitionFix
