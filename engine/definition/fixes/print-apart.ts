import type { DefinitionFix } from './fix.ts'

/** Times that papers cannot print in one cell are printed apart. */
export const printApart = {
  name: 'print-apart',
  codes: ['shared-time-unknown-step', 'shared-time-apart'],
  propose(_definition, { nodeId }) {
    return nodeId ? [{ type: 'UpdateNode', node: nodeId, patch: { sharesTimeWith: undefined } }] : null
  },
} as const satisfies DefinitionFix
