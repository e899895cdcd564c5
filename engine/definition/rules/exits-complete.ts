import { resultsOf } from '../exits.ts'
import type { CallNode, Edge, FlowNode, TaskNode, WaitNode } from '../flow.ts'
import { outcomeOf } from '../rows.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { exitsFrom } from './on-the-way.ts'

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
      ...flow.nodes.flatMap((node) => ofNode(node, exitsFrom(node.id, { flow }))),
    ]
  },
}

function ofNode(node: FlowNode, exits: readonly Edge[]): RuleFinding[] {
  switch (node.kind) {
    case 'task':
      return ofTask(node, exits)
    case 'end':
      return exits.map((edge) => ({ code: 'exit-from-end', nodeId: node.id, edgeId: edge.id }))
    case 'wait':
    case 'call':
      return ofResults(node, exits)
    case 'decision':
    case 'parallel':
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

/** A wait or call goes on over one exit for each result that has one, and one for all others. */
function ofResults(node: WaitNode | CallNode, exits: readonly Edge[]): RuleFinding[] {
  const nodeId = node.id
  if (exits.length === 0) return [{ code: 'no-exit', nodeId }]
  const possible = resultsOf(node)
  const stray = exits.flatMap((edge): RuleFinding[] => {
    if (edge.outcome === undefined || possible.some((result) => result === (edge.outcome as string))) return []
    return [{ code: 'edge-unknown-outcome', nodeId, edgeId: edge.id, params: { outcome: edge.outcome } }]
  })
  const twice = exits.filter((edge, index) => exits.findIndex(({ outcome }) => outcome === edge.outcome) < index)
  const covered = node.kind === 'call' && possible.every((result) => exits.some(({ outcome }) => (outcome as string) === result))
  const rest = covered || exits.some(({ outcome }) => outcome === undefined)
  return [
    ...stray,
    ...twice.map((edge): RuleFinding => ({ code: 'several-exits-of-result', nodeId, edgeId: edge.id })),
    ...(rest ? [] : [{ code: 'result-without-exit', nodeId } as const]),
  ]
}
