import { type Case, type Cover, coverOf } from '../../condition/cover.ts'
import type { World } from '../../condition/domains.ts'
import { leavesOf } from '../../condition/evaluate.ts'
import { outcomeOf } from '../exits.ts'
import type { DecisionNode, Edge } from '../flow.ts'
import type { EdgeId, NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import { decidedBefore } from './decided-before.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { exitName, exitsFrom, nodesBefore } from './on-the-way.ts'
import { exampleWords, worldOf } from './values-known.ts'

/**
 * For any values that can come to it a decision finds one exit and no more: its conditions do not overlap unless they are
 * asked in their order, leave nothing open where there is no exit for all else, and each of them can come true.
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

/** Of each step the outcomes from which some way leads to a decision: another leaves nothing to decide there. */
function outcomesBefore({ id }: DecisionNode, definition: Definition): Map<string, string[]> {
  const { nodes, edges } = definition.flow
  const before = nodesBefore(id, definition)
  const steps = new Map(nodes.flatMap((node) => (node.kind === 'task' ? [[node.id as string, node] as const] : [])))
  const leading = new Map(
    [...steps].map(([step, { outcomes }]) => [step, before.has(step as NodeId) ? [] : outcomes.map((one) => one.id as string)]),
  )
  for (const edge of edges) {
    const step = steps.get(edge.from)
    const outcome = step && outcomeOf(step, edge)
    if (outcome && before.has(edge.from) && (edge.to === id || before.has(edge.to))) leading.get(edge.from)?.push(outcome)
  }
  return leading
}

/** What becomes of the values that can come to a decision; null where no exit asks anything. */
export function coverAt(node: DecisionNode, definition: Definition, world = worldOf(definition)): Cover<EdgeId> | null {
  const exits = exitsFrom(node.id, definition)
  const cases = exits.flatMap((exit): Case<EdgeId>[] => (exit.when && !exit.otherwise ? [{ id: exit.id, when: exit.when }] : []))
  if (cases.length === 0) return null
  const asksOutcomes = cases.some(({ when }) => leavesOf(when).some(({ kind }) => kind === 'outcome'))
  const known = asksOutcomes ? { ...world, ledHere: outcomesBefore(node, definition) } : world
  const waysHere = () => decidedBefore(node, definition)
  return coverOf(cases, node.ordered, known, { closed: cases.length < exits.length, waysHere })
}

function ofDecision(node: DecisionNode, definition: Definition, world: World): RuleFinding[] {
  const cover = coverAt(node, definition, world)
  if (cover?.kind !== 'solved') return []
  const { id: nodeId } = node
  const exits = exitsFrom(nodeId, definition)
  return [
    ...cover.never.map((edgeId): RuleFinding => ({ code: 'branch-never-taken', nodeId, edgeId })),
    ...cover.overlaps.map(
      ({ one, other, example }): RuleFinding => ({
        code: 'branches-overlap',
        nodeId,
        edgeId: other,
        params: { other: nameOfExit(one, exits, definition), example: exampleWords(example, definition) },
      }),
    ),
    ...(cover.gap ? [{ code: 'branches-gap', nodeId, params: { example: exampleWords(cover.gap, definition) } } as const] : []),
  ]
}

function nameOfExit(id: EdgeId, exits: readonly Edge[], definition: Definition): string {
  const exit = exits.find((one) => one.id === id)
  return exit ? exitName(exit, definition) : id
}
