import { wordsOfBroken } from '../../trial/broken-words.ts'
import { runScenarios } from '../../trial/scenarios.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/**
 * Every walk that the author kept still ends as it says, played by the engine itself with made-up people. Without working
 * hours no deadline can be counted, and nothing is said.
 */
export const scenariosHold: DefinitionRule = {
  name: 'scenarios-hold',
  check(definition, { calendar, positions }) {
    if (!calendar || definition.scenarios === undefined) return []
    return runScenarios(definition, { calendar, positions }).flatMap(({ scenario, run }, index): RuleFinding[] => {
      if (run.ok) return []
      const { node, ...params } = wordsOfBroken(scenario, run)
      const standing = definition.flow.nodes.find(({ id }) => id === node)
      return [
        {
          code: 'scenario-broken',
          ...(standing ? { nodeId: standing.id } : {}),
          path: `scenarios.${index}`,
          params: { ...params, ...(node === undefined ? {} : { node }) },
        },
      ]
    })
  },
}
