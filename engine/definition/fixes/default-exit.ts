import type { DecisionNode, Edge } from '../flow.ts'
import { coverAt } from '../rules/branches-cover.ts'
import { rejects } from '../rules/decision-total.ts'
import { exitsFrom } from '../rules/on-the-way.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionFix } from './fix.ts'
import { nodeFound, sole } from './found.ts'

/** The one exit without a condition is for all else; so is the last that rejects nobody, where the conditions leave nothing else. */
export const defaultExit = {
  name: 'default-exit',
  codes: ['decision-without-default', 'decision-edge-without-condition'],
  propose(definition, finding) {
    const node = nodeFound(definition, finding)
    if (node?.kind !== 'decision') return null
    const exits = exitsFrom(node.id, definition)
    if (exits.some(({ otherwise }) => otherwise)) return null
    const bare = exits.filter(({ when }) => when === undefined)
    const chosen = bare.length > 0 ? sole(bare) : lastThatIsLeft(node, exits, definition)
    return chosen && !rejects(chosen, definition.flow)
      ? [{ type: 'UpdateEdge', edge: chosen.id, patch: { otherwise: true } }]
      : null
  },
} as const satisfies DefinitionFix

/** Where the conditions leave no values over, an exit for all else means what its condition did. */
function lastThatIsLeft(node: DecisionNode, exits: readonly Edge[], definition: Definition): Edge | undefined {
  const cover = coverAt(node, definition)
  if (cover?.kind !== 'solved' || cover.gap !== null || cover.overlaps.length > 0) return undefined
  return exits.findLast((exit) => !rejects(exit, definition.flow))
}
