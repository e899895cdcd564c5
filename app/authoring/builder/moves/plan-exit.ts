import { applyEdits, type Definition, type Edge, type LaneId, type NodeId, type OutcomeId, type Point } from '#engine'
import { outcomeOf } from '#engine/definition/rows.ts'
import { laneAt, laneWidth } from '../geometry.ts'
import type { NewKind, NewWords, Plan } from '../new-node.ts'
import { planSplit } from '../plan-branches.ts'
import { planAfter, planAt, planConnect, planOnEdge } from '../steps.ts'

export type Exit = { from: NodeId; outcome?: OutcomeId; at?: Point }

/**
 * A new step at the end of an exit: where it was let go on the canvas, else where its row is. An exit that leads somewhere
 * already leads there through the new step.
 */
export function planFromExit(definition: Definition, exit: Exit, kind: NewKind, words: NewWords): Plan | null {
  const { at } = exit
  const node = definition.flow.nodes.find(({ id }) => id === exit.from)
  if (node === undefined || node.kind === 'end' || kind === 'start') return null
  const lane = (at && laneAt(definition, at.x)) ?? node.lane
  const standing = standingEdge(definition, exit)
  const between = standing && planOnEdge(definition, standing.id, kind, words, lane)
  if (between) return at ? { ...between, edits: [...between.edits, ...placedAt(between, at)] } : between
  return connected(definition, exit, added(definition, kind, lane, at, words))
}

function added(definition: Definition, kind: NewKind, lane: LaneId, at: Point | undefined, words: NewWords): Plan | null {
  if (kind === 'parallel') return planSplit(definition, null, lane, words)
  return at ? planAt(definition, kind, lane, inLane(at), words) : planAfter(definition, null, kind, words, lane)
}

function connected(definition: Definition, { from, outcome }: Exit, plan: Plan | null): Plan | null {
  if (plan?.select?.kind !== 'node') return null
  const standing = applyEdits(definition, plan.edits)
  if (!standing.ok) return plan
  return { ...plan, edits: [...plan.edits, ...planConnect(standing.definition, from, plan.select.id, outcome)] }
}

const placedAt = ({ select }: Plan, at: Point): Plan['edits'] =>
  select?.kind === 'node' ? [{ type: 'MoveNode', node: select.id, to: inLane(at) }] : []

const inLane = ({ x, y }: Point): Point => ({ x: x - Math.floor(x / laneWidth) * laneWidth - 110, y: Math.max(0, y - 20) })

/** The way that an exit leads already; what branches has room for another. */
function standingEdge({ flow }: Definition, { from, outcome }: Exit): Edge | undefined {
  const node = flow.nodes.find(({ id }) => id === from)
  const own = flow.edges.filter((edge) => edge.from === from)
  if (node?.kind === 'task') return own.find((edge) => outcome === undefined || outcomeOf(node, edge) === outcome)
  return node?.kind === 'start' || node?.kind === 'event' || node?.kind === 'join' ? own[0] : undefined
}
