import { outcomeOf } from '../exits.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { nodesBefore } from './on-the-way.ts'

/** What is sent back for a revision is examined again: from where it leads, a way comes to the same step. */
export const reviseGoesBack: DefinitionRule = {
  name: 'revise-goes-back',
  check(definition) {
    const { flow } = definition
    return flow.nodes.flatMap((node): RuleFinding[] => {
      if (node.kind !== 'task') return []
      const revising = node.outcomes.filter(({ kind }) => kind === 'revise')
      if (revising.length === 0) return []
      const before = nodesBefore(node.id, definition)
      return revising
        .filter(({ id }) =>
          flow.edges.some(
            (edge) => edge.from === node.id && outcomeOf(node, edge) === id && edge.to !== node.id && !before.has(edge.to),
          ),
        )
        .map(({ label }) => ({ code: 'revise-not-back', nodeId: node.id, params: { outcome: label } }))
    })
  },
}
