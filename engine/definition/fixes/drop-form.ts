import type { DefinitionFix } from './fix.ts'
import { nodeFound } from './found.ts'

/** A step that names a form which is gone asks by its outcomes alone. */
export const dropForm = {
  name: 'drop-form',
  codes: ['unknown-form'],
  propose(definition, finding) {
    const node = nodeFound(definition, finding)
    if (node?.kind === 'task') return [{ type: 'UpdateNode', node: node.id, patch: { form: undefined } }]
    if (node?.kind !== 'wait' || node.until.kind !== 'report') return null
    const { form: _, ...until } = node.until
    return [{ type: 'UpdateNode', node: node.id, patch: { until } }]
  },
} as const satisfies DefinitionFix
