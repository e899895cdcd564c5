import type { DefinitionFix } from './fix.ts'

/** Where more are asked for than there are, all that there are must take part. */
export const askAll = {
  name: 'ask-all',
  codes: ['quorum-too-high'],
  propose(_definition, { nodeId }) {
    return nodeId ? [{ type: 'UpdateNode', node: nodeId, patch: { quorum: { kind: 'all' } } }] : null
  },
} as const satisfies DefinitionFix
