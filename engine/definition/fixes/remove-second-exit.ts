import { outcomeOf } from '../exits.ts'
import type { Edge } from '../flow.ts'
import type { DefinitionFix } from './fix.ts'
import { edgeFound } from './found.ts'

/** Of two exits for the same that lead to the same place one goes. */
export const removeSecondExit = {
  name: 'remove-second-exit',
  codes: [
    'several-exits',
    'outcome-with-several-exits',
    'several-exits-of-result',
    'decision-several-defaults',
    'decision-edge-without-condition',
  ],
  propose(definition, finding) {
    const edge = edgeFound(definition, finding)
    const node = definition.flow.nodes.find(({ id }) => id === edge?.from)
    if (!edge || !node) return null
    const ofWhat = (exit: Edge) => (node.kind === 'task' ? outcomeOf(node, exit) : exit.outcome)
    const twin = definition.flow.edges.some(
      (other) =>
        other.id !== edge.id &&
        other.from === edge.from &&
        other.to === edge.to &&
        (node.kind === 'decision' ? other.otherwise : ofWhat(other) === ofWhat(edge)),
    )
    return twin ? [{ type: 'RemoveEdge', edge: edge.id }] : null
  },
} as const satisfies DefinitionFix
