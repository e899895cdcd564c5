import type { DefinitionRule, RuleFinding } from './finding.ts'

/** A decision leads somewhere else for one answer than for another; its exits go to at least two places. */
export const decisionDecides: DefinitionRule = {
  name: 'decision-decides',
  check({ flow }) {
    return flow.nodes.flatMap((node): RuleFinding[] => {
      if (node.kind !== 'decision') return []
      const exits = flow.edges.filter(({ from }) => from === node.id)
      if (exits.length === 0 || new Set(exits.map(({ to }) => to)).size > 1) return []
      return [{ code: exits.length === 1 ? 'decision-one-exit' : 'decision-same-way', nodeId: node.id }]
    })
  },
}
