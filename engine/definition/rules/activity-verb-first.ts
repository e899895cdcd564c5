import type { DefinitionRule } from './finding.ts'

/** An activity has no subject: its lane says who (domain 2.4). */
export const activityVerbFirst: DefinitionRule = {
  name: 'activity-verb-first',
  check({ flow }) {
    return flow.nodes.flatMap((node) => {
      if (!('activity' in node)) return []
      const activity = `${node.activity.toLocaleLowerCase('id')} `
      const named = flow.lanes
        .flatMap((lane) => [lane.name, ...lane.aliases])
        .find((name) => name.length > 2 && activity.startsWith(`${name.toLocaleLowerCase('id')} `))
      return named === undefined ? [] : [{ code: 'activity-names-lane', nodeId: node.id, params: { lane: named } } as const]
    })
  },
}
