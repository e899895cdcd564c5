import type { EdgeId } from '../ids.ts'
import type { DefinitionFix } from './fix.ts'
import { sole, taskFound } from './found.ts'
import { unusedId } from './unused-id.ts'

/** A rejection leads to the one end that rejects. */
export const leadToRejection = {
  name: 'lead-to-rejection',
  codes: ['outcome-without-exit'],
  propose(definition, finding) {
    const task = taskFound(definition, finding)
    const outcome = task?.outcomes.find(({ id }) => finding.path === `outcomes.${id}`)
    const end = sole(definition.flow.nodes.filter((node) => node.kind === 'end' && node.result === 'rejected'))
    if (!task || !end || outcome?.kind !== 'reject') return null
    const id = unusedId<EdgeId>(`${task.id}-${outcome.id}`, definition.flow.edges)
    return [{ type: 'Connect', edge: { id, from: task.id, to: end.id, outcome: outcome.id } }]
  },
} as const satisfies DefinitionFix
