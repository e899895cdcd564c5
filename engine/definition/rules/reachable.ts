import type { DefinitionRule } from './finding.ts'
import { orderOf } from './on-the-way.ts'

/** Some path from a start leads to every node. Silent while there is no start: that is said once, elsewhere. */
export const reachable: DefinitionRule = {
  name: 'reachable',
  check(definition) {
    const { nodes } = definition.flow
    if (!nodes.some((node) => node.kind === 'start')) return []
    const found = orderOf(definition).reachable
    return nodes.filter((node) => !found.has(node.id)).map((node) => ({ code: 'unreachable', nodeId: node.id }))
  },
}
