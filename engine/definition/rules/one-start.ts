import type { DefinitionRule } from './finding.ts'

/** A procedure has exactly one start. */
export const oneStart: DefinitionRule = {
  name: 'one-start',
  check({ flow }) {
    const starts = flow.nodes.filter((node) => node.kind === 'start')
    if (starts.length === 0) return [{ code: 'no-start', path: 'flow.nodes' }]
    return starts.slice(1).map((node) => ({ code: 'several-starts', nodeId: node.id }))
  },
}
