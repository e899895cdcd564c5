import type { NodeKind } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import type { DefinitionRule } from './finding.ts'

/** Every round of a loop passes a task, a wait or a call: what goes on by itself alone would turn for ever. */
export const noAutomaticCycle: DefinitionRule = {
  name: 'no-automatic-cycle',
  check({ flow }) {
    const automatic = new Set(flow.nodes.filter(({ kind }) => byItself.includes(kind)).map((node) => node.id))
    const inner = flow.edges.filter((edge) => automatic.has(edge.from) && automatic.has(edge.to))
    const left = new Set(automatic)
    for (let free = withoutWayOn(left, inner); free.length > 0; free = withoutWayOn(left, inner)) {
      for (const id of free) left.delete(id)
    }
    for (let free = withoutWayIn(left, inner); free.length > 0; free = withoutWayIn(left, inner)) {
      for (const id of free) left.delete(id)
    }
    return [...left].map((nodeId) => ({ code: 'automatic-cycle', nodeId }))
  },
}

const byItself: readonly NodeKind[] = ['decision', 'event', 'parallel', 'join']
type Arrow = { from: NodeId; to: NodeId }
const withoutWayOn = (nodes: ReadonlySet<NodeId>, edges: readonly Arrow[]): NodeId[] =>
  [...nodes].filter((id) => !edges.some((edge) => edge.from === id && nodes.has(edge.to)))
const withoutWayIn = (nodes: ReadonlySet<NodeId>, edges: readonly Arrow[]): NodeId[] =>
  [...nodes].filter((id) => !edges.some((edge) => edge.to === id && nodes.has(edge.from)))
