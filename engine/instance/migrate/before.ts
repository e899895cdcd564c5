import type { NodeId } from '../../definition/ids.ts'
import type { Definition } from '../../definition/schema.ts'
import type { InstanceState } from '../state.ts'

/** Steps through which every way of the version to the step `node` leads, and which this instance has not done and is not at. */
export function stepsNotDone(to: Pick<Definition, 'flow'>, node: NodeId, { steps, open }: InstanceState): NodeId[] {
  const at = new Set(open.map((task) => task.node))
  return to.flow.nodes
    .filter(({ id, kind }) => kind === 'task' && id !== node && !steps[id] && !at.has(id))
    .filter(({ id }) => !isReachedWithout(to, node, id))
    .map(({ id }) => id)
}

function isReachedWithout({ flow }: Pick<Definition, 'flow'>, node: NodeId, without: NodeId): boolean {
  const seen = new Set<NodeId>(flow.nodes.flatMap(({ kind, id }) => (kind === 'start' ? [id] : [])))
  const ahead = [...seen]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === node) return true
    for (const { from, to } of flow.edges) {
      if (from === next && to !== without && !seen.has(to)) {
        seen.add(to)
        ahead.push(to)
      }
    }
  }
  return false
}
