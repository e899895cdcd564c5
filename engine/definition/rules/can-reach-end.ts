import type { NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule } from './finding.ts'

/** From every node some path leads to an end. What only runs into an open exit is that exit's fault, not named again here. */
export const canReachEnd: DefinitionRule = {
  name: 'can-reach-end',
  check({ flow }) {
    const ends = flow.nodes.filter((node) => node.kind === 'end').map((node) => node.id)
    if (ends.length === 0) return [{ code: 'no-end', path: 'flow.nodes' }]
    const open = flow.nodes.filter((node) => !flow.edges.some((edge) => edge.from === node.id)).map((node) => node.id)
    const fine = leadingTo([...ends, ...open], flow)
    return flow.nodes.filter((node) => !fine.has(node.id)).map((node) => ({ code: 'cannot-reach-end', nodeId: node.id }))
  },
}

function leadingTo(targets: readonly NodeId[], flow: Definition['flow']): Set<NodeId> {
  const sources = new Map<NodeId, NodeId[]>()
  for (const { from, to } of flow.edges) sources.set(to, [...(sources.get(to) ?? []), from])
  const found = new Set(targets)
  for (const id of found) for (const from of sources.get(id) ?? []) found.add(from)
  return found
}
