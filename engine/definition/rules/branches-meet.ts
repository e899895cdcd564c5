import type { FlowNode, JoinNode } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import { limits } from '../limits.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** What splits has at least two exits and not too many; what joins asks for no more branches than there are. */
export const branchesMeet: DefinitionRule = {
  name: 'branches-meet',
  check({ flow }) {
    return flow.nodes.flatMap((node) =>
      node.kind === 'parallel' ? ofParallel(node.id, flow) : node.kind === 'join' ? ofJoin(node, flow) : [],
    )
  },
}

function ofParallel(nodeId: NodeId, { edges }: Definition['flow']): RuleFinding[] {
  const count = edges.filter((edge) => edge.from === nodeId).length
  if (count === 1) return [{ code: 'parallel-one-branch', nodeId }]
  return count > limits.branches ? [{ code: 'parallel-too-many', nodeId, params: { max: limits.branches } }] : []
}

function ofJoin({ id: nodeId, quorum }: JoinNode, flow: Definition['flow']): RuleFinding[] {
  const splits = splitsOf(nodeId, flow)
  if (splits.length === 0) return []
  const most = Math.max(...splits.map((id) => flow.edges.filter((edge) => edge.from === id).length))
  const over = quorum.kind === 'atLeast' && most > 0 && quorum.n > most
  return over ? [{ code: 'quorum-too-high', nodeId, params: { n: quorum.n, max: most } }] : []
}

/** The splits whose branches a join may meet: going back, each join passed on the way belongs to a split further in. */
function splitsOf(join: NodeId, { nodes, edges }: Definition['flow']): NodeId[] {
  const kinds = new Map<NodeId, FlowNode['kind']>(nodes.map(({ id, kind }) => [id, kind]))
  const deepest = nodes.filter(({ kind }) => kind === 'join').length
  const found = new Set<NodeId>()
  const seen = new Set<string>()
  const ahead = [{ id: join, depth: 0 }]
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { id, depth } = next
    for (const { from } of edges.filter((edge) => edge.to === id)) {
      const kind = kinds.get(from)
      if (kind === 'parallel' && depth === 0) {
        found.add(from)
        continue
      }
      const deeper = depth + (kind === 'join' ? 1 : kind === 'parallel' ? -1 : 0)
      if (deeper > deepest || seen.has(`${from} ${deeper}`)) continue
      seen.add(`${from} ${deeper}`)
      ahead.push({ id: from, depth: deeper })
    }
  }
  return [...found]
}
