import type { EdgeId } from '../ids.ts'
import { makersOf } from '../rules/maker-not-checker.ts'
import type { DefinitionFix } from './fix.ts'
import { sole, taskFound } from './found.ts'
import { unusedId } from './unused-id.ts'

/** A revision goes back to the one step whose work is examined. */
export const leadBack = {
  name: 'lead-back',
  codes: ['outcome-without-exit'],
  propose(definition, finding) {
    const task = taskFound(definition, finding)
    const outcome = task?.outcomes.find(({ id }) => finding.path === `outcomes.${id}`)
    const maker = task && sole(makersOf(task, definition))
    if (!task || !maker || outcome?.kind !== 'revise') return null
    const id = unusedId<EdgeId>(`${task.id}-${outcome.id}`, definition.flow.edges)
    return [{ type: 'Connect', edge: { id, from: task.id, to: maker.id, outcome: outcome.id } }]
  },
} as const satisfies DefinitionFix
