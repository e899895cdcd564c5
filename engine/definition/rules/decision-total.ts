import type { Edge, FlowNode } from '../flow.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** A decision always finds an exit: the author chose one default, every other exit has a condition, no default rejects. */
export const decisionTotal: DefinitionRule = {
  name: 'decision-total',
  check({ flow }) {
    return flow.nodes
      .filter((node) => node.kind === 'decision')
      .flatMap((node) =>
        ofDecision(
          node,
          flow.edges.filter((edge) => edge.from === node.id),
          flow.nodes,
        ),
      )
  },
}

function ofDecision({ id: nodeId }: FlowNode, exits: readonly Edge[], nodes: readonly FlowNode[]): RuleFinding[] {
  if (exits.length === 0) return []
  const defaults = exits.filter((edge) => edge.otherwise)
  const bare = exits.filter((edge) => !edge.otherwise && edge.when === undefined)
  const rejecting = defaults.filter((edge) =>
    nodes.some((node) => node.id === edge.to && node.kind === 'end' && node.result === 'rejected'),
  )
  return [
    ...(defaults.length === 0 ? [{ code: 'decision-without-default', nodeId } as const] : []),
    ...defaults.slice(1).map((edge): RuleFinding => ({ code: 'decision-several-defaults', nodeId, edgeId: edge.id })),
    ...bare.map((edge): RuleFinding => ({ code: 'decision-edge-without-condition', nodeId, edgeId: edge.id })),
    ...rejecting.map((edge): RuleFinding => ({ code: 'default-to-rejection', nodeId, edgeId: edge.id })),
  ]
}
