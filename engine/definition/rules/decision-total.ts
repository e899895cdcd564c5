import type { Edge, Flow, FlowNode } from '../flow.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { exitsFrom } from './on-the-way.ts'

/** A decision always finds an exit: the author chose one default, every other exit has a condition, no default rejects. */
export const decisionTotal: DefinitionRule = {
  name: 'decision-total',
  check({ flow }) {
    return flow.nodes
      .filter((node) => node.kind === 'decision')
      .flatMap((node) => ofDecision(node, exitsFrom(node.id, { flow }), flow))
  },
}

function ofDecision({ id: nodeId }: FlowNode, exits: readonly Edge[], flow: Flow): RuleFinding[] {
  if (exits.length === 0) return []
  const defaults = exits.filter((edge) => edge.otherwise)
  const bare = exits.filter((edge) => !edge.otherwise && edge.when === undefined)
  const rejecting = defaults.filter((edge) => rejects(edge, flow))
  return [
    ...(defaults.length === 0 ? [{ code: 'decision-without-default', nodeId } as const] : []),
    ...defaults.slice(1).map((edge): RuleFinding => ({ code: 'decision-several-defaults', nodeId, edgeId: edge.id })),
    ...bare.map((edge): RuleFinding => ({ code: 'decision-edge-without-condition', nodeId, edgeId: edge.id })),
    ...rejecting.map((edge): RuleFinding => ({ code: 'default-to-rejection', nodeId, edgeId: edge.id })),
  ]
}

/** Whether an exit leads to a rejection with nobody between: past what only happens, and decisions by their own default. */
export function rejects({ to }: Edge, flow: Flow, passed = new Set<string>()): boolean {
  const node = flow.nodes.find(({ id }) => id === to)
  if (!node || passed.has(to)) return false
  passed.add(to)
  if (node.kind === 'end') return node.result === 'rejected'
  const onward = exitsFrom(to, { flow })
  const goesOn = node.kind === 'event' || node.kind === 'join' || node.kind === 'parallel'
  const exits = goesOn ? onward : node.kind === 'decision' ? onward.filter(({ otherwise }) => otherwise) : []
  return exits.some((exit) => rejects(exit, flow, passed))
}
