import type { Definition, EdgeId, Edit, FlowNode, LaneId, NodeId, OutcomeId, Place } from '#engine'
import { exitsOf } from '#engine/definition/rows.ts'
import { freshIds } from './fresh-id.ts'
import { type NewWords, newTask, type Plan } from './new-node.ts'

/**
 * What splits, with two branches of one step each and the join where they meet, on an edge or after a node; so that what
 * is drawn can run at once. Alone it stands without branches.
 */
export function planSplit(definition: Definition, where: EdgeId | NodeId | null, lane: LaneId, words: NewWords): Plan {
  const fresh = freshIds(definition)
  const split: FlowNode = { kind: 'parallel', id: fresh<NodeId>('step'), lane }
  const join: FlowNode = { kind: 'join', id: fresh<NodeId>('step'), lane, quorum: { kind: 'all' } }
  const steps = [lane, besideOf(definition, lane)].map((own) => newTask(fresh<NodeId>('step'), own, words))
  const main = edgeAt(definition, where)
  const [first, onward] = [fresh<EdgeId>('edge'), fresh<EdgeId>('edge')]
  const branches = steps.flatMap((step): Edit[] => [
    { type: 'AddNode', node: step },
    { type: 'Connect', edge: { id: fresh('edge'), from: split.id, to: step.id } },
    { type: 'Connect', edge: { id: fresh('edge'), from: step.id, to: join.id, outcome: 'submit' as OutcomeId } },
  ])
  const put = (node: FlowNode, place?: Place): Edit => ({ type: 'AddNode', node, ...(place ? { place } : {}) })
  const apart = main === undefined
  const after: Place | undefined = apart && where !== null ? { after: where as NodeId, edge: onward, through: first } : undefined
  const frame: Edit[] = apart
    ? [put(split, after), put(join)]
    : [
        put(split, { onEdge: main, through: first }),
        put(join, { onEdge: first, through: onward }),
        { type: 'RemoveEdge', edge: first },
      ]
  return { edits: [...frame, ...branches], select: { kind: 'node', id: split.id } }
}

/** Another branch of one step, which meets the others where they meet. */
export function planBranch(definition: Definition, split: NodeId, words: NewWords): Plan | null {
  const node = definition.flow.nodes.find(({ id }) => id === split)
  if (node?.kind !== 'parallel') return null
  const fresh = freshIds(definition)
  const step = newTask(fresh<NodeId>('step'), node.lane, words)
  const join = meetingOf(definition, split)
  const edges: Edit[] = [{ type: 'Connect', edge: { id: fresh('edge'), from: split, to: step.id } }]
  if (join) edges.push({ type: 'Connect', edge: { id: fresh('edge'), from: step.id, to: join, outcome: 'submit' as OutcomeId } })
  return { edits: [{ type: 'AddNode', node: step }, ...edges], select: { kind: 'node', id: step.id } }
}

/** Where the branches of a split meet: the first join ahead that does not belong to a split further in. */
export function meetingOf({ flow }: Definition, split: NodeId): NodeId | null {
  const seen = new Set<string>()
  const ahead = [{ id: split, depth: 0 }]
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    for (const { to } of flow.edges.filter((edge) => edge.from === next.id)) {
      const kind = flow.nodes.find(({ id }) => id === to)?.kind
      if (kind === 'join' && next.depth === 0) return to
      const depth = next.depth + (kind === 'parallel' ? 1 : kind === 'join' ? -1 : 0)
      if (seen.has(`${to} ${depth}`) || depth > flow.nodes.length) continue
      seen.add(`${to} ${depth}`)
      ahead.push({ id: to, depth })
    }
  }
  return null
}

function edgeAt({ flow }: Definition, where: EdgeId | NodeId | null): EdgeId | undefined {
  const edge = flow.edges.find(({ id }) => (id as string) === where)
  if (edge) return edge.id
  const node = flow.nodes.find(({ id }) => (id as string) === where)
  return node && exitsOf(node, flow.edges)[0]?.id
}

/** Another lane of officials for the second branch, where there is one. */
const besideOf = ({ flow }: Definition, lane: LaneId): LaneId =>
  flow.lanes.find((other) => other.id !== lane && other.kind === 'positions')?.id ?? lane
