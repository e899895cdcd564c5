import type { DefinitionFix } from './fix.ts'
import { nodeFound } from './found.ts'

/** What nothing leads to is never done, and goes with its lines. */
export const removeUnreachable = {
  name: 'remove-unreachable',
  codes: ['unreachable'],
  propose(definition, finding) {
    const node = nodeFound(definition, finding)
    return node ? [{ type: 'RemoveNode', node: node.id }] : null
  },
} as const satisfies DefinitionFix
