import { resultsOf } from '../exits.ts'
import type { Edge, Outcome, TaskNode, WaitNode } from '../flow.ts'
import { FlowNode } from '../flow.ts'
import { type EdgeId, type NodeId, OutcomeId } from '../ids.ts'
import { limits } from '../limits.ts'
import { exitsOf, flowOrder, outcomeOf } from '../rows.ts'
import { type Definition, Layout } from '../schema.ts'
import { connect, exitOf } from './edges.ts'
import { type Edit, type NodePatch, type Place, type Point, refuseEdit } from './edit.ts'
import { checked, edgeOf, insertAt, laneOf, nodeOf, requireFresh, requireRoom, withFlow } from './pieces.ts'
import { asksAboutStep, followReferences } from './references.ts'

export function addNode(definition: Definition, { node: raw, place, at }: Extract<Edit, { type: 'AddNode' }>): Definition {
  const { nodes } = definition.flow
  requireRoom(nodes, limits.nodes, 'nodes')
  requireFresh(nodes, raw.id)
  const node = checked(FlowNode, raw, ['flow', 'nodes', raw.id])
  laneOf(definition, node.lane)
  const before = place === undefined ? undefined : 'after' in place ? place.after : edgeOf(definition, place.onEdge).from
  const index = before === undefined ? nodes.length : nodes.findIndex(({ id }) => id === before) + 1
  const standing = withFlow(definition, { nodes: insertAt(nodes, node, index) })
  const placed = at === undefined ? standing : moveNode(standing, node.id, at)
  return place === undefined ? placed : wire(placed, node, place)
}

function wire(definition: Definition, node: FlowNode, place: Place): Definition {
  if ('onEdge' in place) return insertOn(definition, node, place.onEdge, place.through)
  const before = nodeOf(definition, place.after)
  const main = exitsOf(before, definition.flow.edges)[0]
  const exit = exitOf(before, definition.flow.edges)
  const free = before.kind === 'decision' || before.kind === 'parallel' || main === undefined || exit.outcome !== undefined
  if (node.kind !== 'end' && main !== undefined) return insertOn(definition, node, main.id, place.through)
  if (!free) return refuseEdit({ code: 'has-exit', node: before.id })
  return connect(definition, { id: place.edge, from: before.id, to: node.id, ...exit })
}

/** The edge keeps its id, outcome and words and now ends at the node; the node's main exit goes on to where it led. */
function insertOn(definition: Definition, node: FlowNode, onEdge: EdgeId, through: EdgeId): Definition {
  if (node.kind === 'start' || node.kind === 'end') return refuseEdit({ code: 'cannot-insert', kind: node.kind })
  const edge = edgeOf(definition, onEdge)
  const edges = definition.flow.edges.map((item) => (item.id === onEdge ? { ...item, to: node.id } : item))
  const rerouted = withFlow(definition, { edges })
  return connect(rerouted, { id: through, from: node.id, to: edge.to, ...exitOf(node, edges) })
}

/**
 * Takes a node away with all that refers to it. Where the flow goes on from it in one direction only, what led to it is led
 * there; otherwise those exits are left open for the author to connect.
 */
export function removeNode(definition: Definition, id: NodeId): Definition {
  nodeOf(definition, id)
  const bridge = soleTarget(definition, id)
  const edges = definition.flow.edges
    .filter((edge) => edge.from !== id)
    .flatMap((edge) => (edge.to !== id ? [edge] : bridge === null || edge.from === bridge ? [] : [{ ...edge, to: bridge }]))
  const nodes = definition.flow.nodes.filter((node) => node.id !== id)
  const { [id]: _, ...layout } = definition.layout
  return followReferences(
    { ...withFlow(definition, { nodes, edges }), layout },
    {
      leaf: (leaf) => (asksAboutStep(leaf, id) ? null : leaf),
      anchor: (anchor) => (anchor.kind === 'completed' && anchor.node === id ? { kind: 'entered' } : anchor),
      node: (other) => (other === id ? null : other),
    },
  )
}

function soleTarget(definition: Definition, id: NodeId): NodeId | null {
  const { back } = flowOrder(definition)
  const onward = definition.flow.edges.filter((edge) => edge.from === id && edge.to !== id && !back.has(edge.id))
  const targets = new Set(onward.map((edge) => edge.to))
  const [only] = targets
  return targets.size === 1 && only !== undefined ? only : null
}

export function updateNode(definition: Definition, id: NodeId, patch: NodePatch): Definition {
  const before = nodeOf(definition, id)
  const after = checked(FlowNode, { ...before, ...patch, id, kind: before.kind }, ['flow', 'nodes', id])
  laneOf(definition, after.lane)
  const nodes = definition.flow.nodes.map((node) => (node.id === id ? after : node))
  const changed = withFlow(definition, { nodes })
  if (before.kind === 'task' && after.kind === 'task') return withoutLostOutcomes(changed, before, after)
  return after.kind === 'wait' ? withoutLostResults(changed, after) : changed
}

function withoutLostOutcomes(definition: Definition, before: TaskNode, after: TaskNode): Definition {
  const ids = after.outcomes.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) return refuseEdit({ code: 'duplicate-id', id: twice })
  const named = withFlow(definition, {
    edges: definition.flow.edges.map((edge) => (edge.from === after.id ? naming(before, edge) : edge)),
  })
  const lost = new Set(before.outcomes.map(({ id }) => id).filter((id) => !ids.includes(id)))
  if (lost.size === 0) return ids.length === before.outcomes.length ? definition : named
  const isLost = (edge: Edge) => edge.from === after.id && edge.outcome !== undefined && lost.has(edge.outcome)
  const edges = named.flow.edges.filter((edge) => !isLost(edge))
  return followReferences(withFlow(named, { edges }), {
    leaf: (leaf) => (leaf.kind === 'outcome' && leaf.node === after.id && lost.has(leaf.is) ? null : leaf),
    anchor: (anchor) => anchor,
  })
}

/** A wait without a limit can not lapse. */
function withoutLostResults(definition: Definition, wait: WaitNode): Definition {
  const possible = resultsOf(wait) as readonly string[]
  const isLost = ({ from, outcome }: Edge) => from === wait.id && outcome !== undefined && !possible.includes(outcome)
  return withFlow(definition, { edges: definition.flow.edges.filter((edge) => !isLost(edge)) })
}

function naming(task: TaskNode, edge: Edge): Edge {
  const outcome = outcomeOf(task, edge)
  return outcome === edge.outcome ? edge : { ...edge, outcome }
}

export function renameOutcome(definition: Definition, edit: Extract<Edit, { type: 'RenameOutcome' }>): Definition {
  const node = nodeOf(definition, edit.node)
  const outcomes: readonly Outcome[] = node.kind === 'task' ? node.outcomes : []
  if (node.kind !== 'task' || !outcomes.some(({ id }) => id === edit.outcome)) {
    return refuseEdit({ code: 'unknown-outcome', id: edit.outcome })
  }
  const to = checked(OutcomeId, edit.to, ['flow', 'nodes', node.id, 'outcomes'])
  if (to === edit.outcome) return definition
  requireFresh(outcomes, to)
  const renamed = {
    ...node,
    outcomes: outcomes.map((outcome) => (outcome.id === edit.outcome ? { ...outcome, id: to } : outcome)),
  }
  const nodes = definition.flow.nodes.map((item) => (item.id === node.id ? renamed : item))
  const edges = definition.flow.edges.map((edge) =>
    edge.from === node.id && outcomeOf(node, edge) === edit.outcome ? { ...edge, outcome: to } : edge,
  )
  return followReferences(withFlow(definition, { nodes, edges }), {
    leaf: (leaf) => (leaf.kind === 'outcome' && leaf.node === node.id && leaf.is === edit.outcome ? { ...leaf, is: to } : leaf),
    anchor: (anchor) => anchor,
    outcome: (of, id) => (of === node.id && id === edit.outcome ? to : id),
  })
}

export function moveNode(definition: Definition, id: NodeId, to: Point): Definition {
  nodeOf(definition, id)
  return setLayout(definition, { ...definition.layout, [id]: { x: to.x, y: to.y } })
}

/** Sets where nodes stand. JSON knows no negative zero, so neither does a layout. */
export function setLayout(definition: Definition, wished: Layout): Definition {
  const places = Object.entries(checked(Layout, wished, ['layout']))
  const layout = Object.fromEntries(places.map(([id, { x, y }]) => [id, { x: x + 0, y: y + 0 }]))
  return { ...definition, layout }
}
