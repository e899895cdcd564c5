import { resultsOf } from '../exits.ts'
import { type CallNode, Edge, type FlowNode, type TaskNode, type WaitNode } from '../flow.ts'
import { type EdgeId, OutcomeId } from '../ids.ts'
import { limits } from '../limits.ts'
import { outcomeOf } from '../rows.ts'
import type { Definition } from '../schema.ts'
import { type EdgePatch, type Edit, refuseEdit } from './edit.ts'
import { checked, edgeOf, nodeOf, requireFresh, requireRoom, withFlow, withoutLast } from './pieces.ts'

export function connect(definition: Definition, raw: Edge): Definition {
  requireRoom(definition.flow.edges, limits.edges, 'edges')
  requireFresh(definition.flow.edges, raw.id)
  const edge = fittingEdge(definition, raw)
  return withFlow(definition, { edges: clearDefault([...definition.flow.edges, edge], edge) })
}

export function reconnect(definition: Definition, edit: Extract<Edit, { type: 'Reconnect' }>): Definition {
  const edge = edgeOf(definition, edit.edge)
  const moved = { ...edge, from: edit.from ?? edge.from, to: edit.to ?? edge.to, outcome: edit.outcome ?? edge.outcome }
  const others = definition.flow.edges.filter(({ id }) => id !== edge.id)
  const from = nodeOf(definition, moved.from)
  const kept = moved.from === edge.from ? moved : { ...moved, ...exitOf(from, others, edit.outcome) }
  const fitting = fittingEdge(withFlow(definition, { edges: others }), kept)
  return withFlow(definition, { edges: definition.flow.edges.map((item) => (item.id === edge.id ? fitting : item)) })
}

export function updateEdge(definition: Definition, id: EdgeId, patch: EdgePatch): Definition {
  const edge = edgeOf(definition, id)
  const chosen = { ...edge, ...patch, ...(patch.otherwise ? { when: undefined } : patch.when ? { otherwise: undefined } : {}) }
  const others = definition.flow.edges.filter((item) => item.id !== id)
  const fitting = fittingEdge(withFlow(definition, { edges: others }), chosen)
  const edges = definition.flow.edges.map((item) => (item.id === id ? fitting : item))
  return withFlow(definition, { edges: clearDefault(edges, fitting) })
}

export function removeEdge(definition: Definition, id: EdgeId): Definition {
  edgeOf(definition, id)
  return withFlow(definition, { edges: withoutLast(definition.flow.edges, id) })
}

/**
 * What a new edge out of a node has to carry: the first outcome that leads nowhere yet, the default of a decision that has
 * none, the first result of a wait or call without an exit of its own. `exits` are the edges that stand; a wish for an outcome is kept.
 */
export function exitOf(from: FlowNode, edges: readonly Edge[], wish?: OutcomeId): Pick<Edge, 'outcome' | 'when' | 'otherwise'> {
  const own = edges.filter((edge) => edge.from === from.id)
  if (from.kind === 'task') {
    const free = from.outcomes.find(({ id }) => !own.some((edge) => outcomeOf(from, edge) === id))
    return { outcome: wish ?? free?.id, when: undefined, otherwise: undefined }
  }
  if ((from.kind === 'wait' || from.kind === 'call') && own.some((edge) => edge.outcome === undefined)) {
    const free = resultsOf(from).find((result) => !own.some((edge) => edge.outcome === (result as string)))
    return { outcome: wish ?? (free && OutcomeId.parse(free)), when: undefined, otherwise: undefined }
  }
  if (from.kind === 'decision' && !own.some((edge) => edge.otherwise))
    return { outcome: undefined, when: undefined, otherwise: true }
  return { outcome: undefined, when: undefined, otherwise: undefined }
}

/** The edge as it may stand beside the others, or a refusal: no way into a start or out of an end, one edge to each exit. */
function fittingEdge(definition: Definition, raw: Edge): Edge {
  const edge = checked(Edge, raw, ['flow', 'edges', raw.id])
  const from = nodeOf(definition, edge.from)
  const to = nodeOf(definition, edge.to)
  if (to.kind === 'start') return refuseEdit({ code: 'no-way-into-start' })
  const siblings = definition.flow.edges.filter((other) => other.from === edge.from)
  switch (from.kind) {
    case 'end':
      return refuseEdit({ code: 'no-way-out-of-end' })
    case 'decision':
      return without(edge, 'outcome')
    case 'task':
      return taskEdge(without(without(edge, 'when'), 'otherwise'), from, siblings)
    case 'wait':
    case 'call':
      return resultEdge(without(without(edge, 'when'), 'otherwise'), from, siblings)
    case 'parallel':
      requireRoom(siblings, limits.branches, 'branches')
      return without(without(without(edge, 'outcome'), 'when'), 'otherwise')
    case 'start':
    case 'event':
    case 'join':
      if (siblings.length > 0) return refuseEdit({ code: 'has-exit', node: from.id })
      return without(without(without(edge, 'outcome'), 'when'), 'otherwise')
  }
}

function taskEdge(edge: Edge, task: TaskNode, siblings: readonly Edge[]): Edge {
  const outcome = outcomeOf(task, edge)
  if (outcome === undefined) return refuseEdit({ code: 'has-exit', node: task.id })
  if (!task.outcomes.some(({ id }) => id === outcome)) return refuseEdit({ code: 'unknown-outcome', id: outcome })
  if (siblings.some((other) => outcomeOf(task, other) === outcome))
    return refuseEdit({ code: 'has-exit', node: task.id, outcome })
  return { ...edge, outcome }
}

function resultEdge(edge: Edge, node: WaitNode | CallNode, siblings: readonly Edge[]): Edge {
  const { outcome } = edge
  if (outcome !== undefined && !resultsOf(node).some((result) => result === (outcome as string)))
    return refuseEdit({ code: 'unknown-outcome', id: outcome })
  if (siblings.some((other) => other.outcome === outcome)) return refuseEdit({ code: 'has-exit', node: node.id, outcome })
  return edge
}

function without(edge: Edge, key: 'outcome' | 'when' | 'otherwise'): Edge {
  const { [key]: _, ...rest } = edge
  return rest
}

/** A decision has one default: the edge that was made it last. */
function clearDefault(edges: readonly Edge[], chosen: Edge): Edge[] {
  return edges.map((edge) =>
    chosen.otherwise && edge.from === chosen.from && edge.id !== chosen.id && edge.otherwise ? without(edge, 'otherwise') : edge,
  )
}
