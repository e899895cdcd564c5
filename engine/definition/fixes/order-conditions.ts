import type { DefinitionFix } from './fix.ts'

/** Conditions that may hold at once are asked in their order, and the first that holds is taken. */
export const orderConditions = {
  name: 'order-conditions',
  codes: ['branches-overlap'],
  propose(_definition, { nodeId }) {
    return nodeId ? [{ type: 'UpdateNode', node: nodeId, patch: { ordered: true } }] : null
  },
} as const satisfies DefinitionFix
