import type { DefinitionFix } from './fix.ts'
import { nodeFound } from './found.ts'

/** A pair of fields of which one is gone, or whose target is filled in already, goes. */
export const dropMapping = {
  name: 'drop-mapping',
  codes: ['call-unknown-field', 'call-field-twice'],
  propose(definition, finding) {
    const node = nodeFound(definition, finding)
    const [way, index] = finding.path?.split('.') ?? []
    if (node?.kind !== 'call' || (way !== 'passes' && way !== 'returns')) return null
    const left = node[way].filter((_, at) => String(at) !== index)
    return [{ type: 'UpdateNode', node: node.id, patch: way === 'passes' ? { passes: left } : { returns: left } }]
  },
} as const satisfies DefinitionFix
