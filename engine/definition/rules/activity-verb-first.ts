import { laneAtStart } from '../verb-first.ts'
import type { DefinitionRule } from './finding.ts'

/** An activity has no subject: its lane says who (domain 2.4). */
export const activityVerbFirst: DefinitionRule = {
  name: 'activity-verb-first',
  check({ flow }) {
    return flow.nodes.flatMap((node) => {
      if (!('activity' in node)) return []
      const lane = laneAtStart(node.activity, flow.lanes)
      return lane === undefined ? [] : [{ code: 'activity-names-lane', nodeId: node.id, params: { lane } } as const]
    })
  },
}
