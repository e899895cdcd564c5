import { outcomeOf, type WaitResult, waitResults } from './exits.ts'
import type { Edge, FlowNode, Outcome } from './flow.ts'
import type { EdgeId, NodeId } from './ids.ts'

/**
 * Where a row leads: `next` further down, `back` to this row or one above, `end` out of the procedure. What splits and
 * joins branches is seen through: an edge that splits gives an exit to each row behind it.
 */
export type StepExit = {
  kind: 'next' | 'back' | 'end'
  edge: EdgeId
  /** The row or the end it leads to; the node itself where it leads no further. */
  to: NodeId
  /** Number of the row it leads to; null for an end. */
  number: number | null
  /** The edge's own label, else its outcome's; null where neither is given. */
  label: string | null
  outcome: Outcome['kind'] | null
  result: WaitResult | null
  /** Other exits of the same edge are taken at the same time. */
  together: boolean
  /** It goes on only when enough of the branches beside it have come too. */
  awaits: boolean
  /** Edges behind `edge` on the way. */
  via: readonly EdgeId[]
}

export type Graph = { nodes: ReadonlyMap<NodeId, FlowNode>; exits: ReadonlyMap<NodeId, readonly Edge[]> }
type Numbers = ReadonlyMap<NodeId, number>

/** The exits of the row with the number `own` over one of its edges. */
export function stepExitsOf(edge: Edge, node: FlowNode, own: number, numbers: Numbers, graph: Graph): StepExit[] {
  const outcome = node.kind === 'task' ? node.outcomes.find(({ id }) => id === outcomeOf(node, edge)) : undefined
  const waiting = node.kind === 'wait' || node.kind === 'call'
  const reached = reachedBy(edge, graph)
  return reached.map(({ to, awaits, via }) => {
    const number = numbers.get(to) ?? null
    return {
      kind: number === null ? 'end' : number > own ? 'next' : 'back',
      edge: edge.id,
      to,
      number,
      label: edge.label || outcome?.label || null,
      outcome: outcome?.kind ?? null,
      result: (waiting && waitResults.find((result) => result === (edge.outcome as string))) || null,
      together: reached.length > 1,
      awaits,
      via,
    }
  })
}

type Reached = { to: NodeId; awaits: boolean; via: readonly EdgeId[] }

/** The rows and ends behind an edge, in the order of the branches; a circle of splits and joins leads to itself. */
export function reachedBy(edge: Edge, { nodes, exits }: Graph): Reached[] {
  const found = new Map<NodeId, Reached>()
  const passed = new Set<NodeId>()
  const ahead: Reached[] = [{ to: edge.to, awaits: false, via: [] }]
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    const { to, via } = next
    const node = nodes.get(to)
    const onward = node?.kind === 'parallel' || node?.kind === 'join' ? (exits.get(to) ?? []) : []
    if (onward.length === 0) {
      if (!found.has(to)) found.set(to, next)
    } else if (!passed.has(to)) {
      passed.add(to)
      const awaits = next.awaits || node?.kind === 'join'
      ahead.unshift(...onward.map((exit) => ({ to: exit.to, awaits, via: [...via, exit.id] })))
    }
  }
  return found.size > 0 ? [...found.values()] : [{ to: edge.to, awaits: false, via: [] }]
}
