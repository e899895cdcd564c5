import type { DefinitionFix } from './fix.ts'
import { sole, taskFound } from './found.ts'

/** Whoever is rejected is told why: the outcome asks for a reason. */
export const askReason = {
  name: 'ask-reason',
  codes: ['rejection-without-reason'],
  propose(definition, finding) {
    const task = taskFound(definition, finding)
    const outcome = task && sole(task.outcomes.filter(({ label }) => label === finding.params?.outcome))
    if (!task || !outcome) return null
    const outcomes = task.outcomes.map((one) => (one.id === outcome.id ? { ...one, reason: 'required' as const } : one))
    return [{ type: 'UpdateNode', node: task.id, patch: { outcomes } }]
  },
} as const satisfies DefinitionFix
