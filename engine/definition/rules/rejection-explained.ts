import { outcomeOf } from '../exits.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Whoever is rejected learns why: an outcome that leads to a rejection asks for a reason. */
export const rejectionExplained: DefinitionRule = {
  name: 'rejection-explained',
  check({ flow }) {
    const rejected = new Set(flow.nodes.flatMap((node) => (node.kind === 'end' && node.result === 'rejected' ? [node.id] : [])))
    return flow.nodes.flatMap((node): RuleFinding[] => {
      if (node.kind !== 'task') return []
      const silent = node.outcomes.filter(({ kind, reason }) => reason === 'optional' && kind !== 'revise' && kind !== 'reject')
      return silent
        .filter(({ id }) =>
          flow.edges.some((edge) => edge.from === node.id && rejected.has(edge.to) && outcomeOf(node, edge) === id),
        )
        .map(({ label }) => ({ code: 'rejection-without-reason', nodeId: node.id, params: { outcome: label } }))
    })
  },
}
