import type { DefinitionFix } from './fix.ts'
import { nodeFound } from './found.ts'

/** What decides, splits or joins nothing goes; what led to it leads on. */
export const removeNeedless = {
  name: 'remove-needless',
  codes: ['decision-one-exit', 'decision-same-way', 'parallel-one-branch', 'join-without-parallel'],
  propose(definition, finding) {
    const node = nodeFound(definition, finding)
    return node ? [{ type: 'RemoveNode', node: node.id }] : null
  },
} as const satisfies DefinitionFix
