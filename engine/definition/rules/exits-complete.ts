import type { Edge, FlowNode, TaskNode } from '../flow.ts'
import { outcomeOf } from '../rows.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Every outcome has its one exit, every other node its way on, and no edge hangs in the air. */
export const exitsComplete: DefinitionRule = {
  name: 'exits-complete',
  check({ flow }) {
    const ids = new Set<string>(flow.nodes.map((node) => node.id))
    const dangling = flow.edges.filter((edge) => !ids.has(edge.from) || !ids.has(edge.to))
    const starts = new Set<string>(flow.nodes.filter((node) => node.kind === 'start').map((node) => node.id))
    return [
      ...dangling.map(
        (edge): RuleFinding => ({ code: 'dangling-edge', edgeId: edge.id, params: { from: edge.from, to: edge.to } }),
      ),
      ...flow.edges.filter(({ to }) => starts.has(to)).map((edge): RuleFinding => ({ code: 'way-into-start', edgeId: edge.id })),
      ...flow.nodes.flatMap((node) =>
        ofNode(
          node,
          flow.edges.filter((edge) => edge.from === node.id),
        ),
      ),
    ]
  },
}

function ofNode(node: FlowNode, exits: readonly Edge[]): RuleFinding[] {
  switch (node.kind) {
    case 'task':
      return ofTask(node, exits)
    case 'end':
      return exits.map((edge) => ({ code: 'exit-from-end', nodeId: node.id, edgeId: edge.id }))
    case 'decision':
    case 'parallel':
    case 'wait':
    case 'call':
      return exits.length === 0 ? [{ code: 'no-exit', nodeId: node.id }] : []
    case 'start':
    case 'join':
    case 'event':
      if (exits.length === 0) return [{ code: 'no-exit', nodeId: node.id }]
      return exits.slice(1).map((edge) => ({ code: 'several-exits', nodeId: node.id, edgeId: edge.id }))
  }
}

function ofTask(task: TaskNode, exits: readonly Edge[]): RuleFinding[] {
  const known = new Set(task.outcomes.map(({ id }) => id))
  const stray = exits.flatMap((edge): RuleFinding[] => {
    const outcome = outcomeOf(task, edge)
    if (outcome === undefined) return [{ code: 'edge-without-outcome', nodeId: task.id, edgeId: edge.id }]
    return known.has(outcome) ? [] : [{ code: 'edge-unknown-outcome', nodeId: task.id, edgeId: edge.id, params: { outcome } }]
  })
  const uneven = task.outcomes.flatMap((outcome): RuleFinding[] => {
    const own = exits.filter((edge) => outcomeOf(task, edge) === outcome.id)
    const params = { outcome: outcome.label }
    if (own.length === 0) return [{ code: 'outcome-without-exit', nodeId: task.id, path: `outcomes.${outcome.id}`, params }]
    return own.slice(1).map((edge) => ({ code: 'outcome-with-several-exits', nodeId: task.id, edgeId: edge.id, params }))
  })
  return [...stray, ...uneven]
}
