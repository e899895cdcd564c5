import { type Case, coverOf } from '../../condition/cover.ts'
import type { World } from '../../condition/domains.ts'
import type { DecisionNode, Edge } from '../flow.ts'
import type { EdgeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { nameOf } from './on-the-way.ts'
import { exampleWords, worldOf } from './values-known.ts'

/**
 * For any values a decision finds one exit and no more: its conditions do not overlap unless they are asked in their order,
 * leave nothing open where there is no exit for all else, and each of them can come true.
 */
export const branchesCover: DefinitionRule = {
  name: 'branches-cover',
  check(definition) {
    const decisions = definition.flow.nodes.filter((node) => node.kind === 'decision')
    if (decisions.length === 0) return []
    const world = worldOf(definition)
    return decisions.flatMap((node) => ofDecision(node, definition, world))
  },
}

function ofDecision({ id: nodeId, ordered }: DecisionNode, definition: Definition, world: World): RuleFinding[] {
  const exits = definition.flow.edges.filter(({ from }) => from === nodeId)
  const cases = exits.flatMap((exit): Case<EdgeId>[] => (exit.when && !exit.otherwise ? [{ id: exit.id, when: exit.when }] : []))
  if (cases.length === 0) return []
  const cover = coverOf(cases, ordered, world)
  if (cover.kind === 'unsolved') return []
  const isOpen = cover.gap !== null && cases.length === exits.length
  return [
    ...cover.never.map((edgeId): RuleFinding => ({ code: 'branch-never-taken', nodeId, edgeId })),
    ...cover.overlaps.map(
      ({ one, other, example }): RuleFinding => ({
        code: 'branches-overlap',
        nodeId,
        edgeId: other,
        params: { other: exitName(one, exits, definition), example: exampleWords(example, definition) },
      }),
    ),
    ...(isOpen
      ? [{ code: 'branches-gap', nodeId, params: { example: exampleWords(cover.gap ?? [], definition) } } as const]
      : []),
  ]
}

/** What an exit says, or where it leads. */
function exitName(id: EdgeId, exits: readonly Edge[], { flow }: Definition): string {
  const exit = exits.find((one) => one.id === id)
  if (exit?.label) return exit.label
  const to = flow.nodes.find((node) => node.id === exit?.to)
  return to === undefined ? id : nameOf(to)
}
