import type { DefinitionRule } from './finding.ts'

/** Nobody waits for ever: a wait for news from outside has a longest time, after which the flow goes on another way. */
export const waitBounded: DefinitionRule = {
  name: 'wait-bounded',
  check({ flow }) {
    return flow.nodes.flatMap((node) =>
      node.kind === 'wait' && node.until.kind === 'report' && node.until.atMost === undefined
        ? [{ code: 'wait-without-end', nodeId: node.id, params: { words: node.until.event } } as const]
        : [],
    )
  },
}
