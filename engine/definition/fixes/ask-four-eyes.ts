import { makerWhoChecks } from '../rules/maker-not-checker.ts'
import type { DefinitionFix } from './fix.ts'
import { taskFound } from './found.ts'

/** Whoever made the work does not examine it. */
export const askFourEyes = {
  name: 'ask-four-eyes',
  codes: ['maker-is-checker'],
  propose(definition, finding) {
    const task = taskFound(definition, finding)
    const maker = task && makerWhoChecks(task, definition)
    if (!task || !maker) return null
    return [{ type: 'UpdateNode', node: task.id, patch: { notPerformersOf: [...task.notPerformersOf, maker.id] } }]
  },
} as const satisfies DefinitionFix
