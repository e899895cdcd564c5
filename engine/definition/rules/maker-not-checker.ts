import type { TaskNode } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { directlyBefore, nameOf } from './on-the-way.ts'

/**
 * Nobody accepts his own work alone: where the same people do a step and examine it next, four eyes are asked for. A step
 * that examines is one whose performer may accept, and may revise or reject.
 */
export const makerNotChecker: DefinitionRule = {
  name: 'maker-not-checker',
  check(definition) {
    return definition.flow.nodes.flatMap((node) => {
      const maker = node.kind === 'task' && makerWhoChecks(node, definition)
      return !maker ? [] : [{ code: 'maker-is-checker', nodeId: node.id, params: { step: nameOf(maker) } } as const]
    }) satisfies RuleFinding[]
  },
}

/** The step whose performers may examine their own work in another. */
export function makerWhoChecks(checker: TaskNode, definition: Definition): TaskNode | undefined {
  if (!examines(checker)) return undefined
  return makersOf(checker, definition).find((maker) => mayBeSame(maker, checker, definition))
}

function examines({ outcomes }: TaskNode): boolean {
  const kinds = outcomes.map(({ kind }) => kind)
  return kinds.includes('accept') && (kinds.includes('revise') || kinds.includes('reject'))
}

/** The steps whose work comes to a step with nobody between; what only happens passes it on. */
export function makersOf({ id }: TaskNode, definition: Definition): TaskNode[] {
  const seen = new Set<NodeId>([id])
  const found: TaskNode[] = []
  for (const to of seen) {
    const from = definition.flow.nodes.find((node) => node.id === to)
    if (to !== id && from?.kind === 'task') found.push(from)
    else for (const before of directlyBefore(to, definition)) seen.add(before)
  }
  // A step that examines passes on what another made.
  return found.filter((task) => !examines(task))
}

function mayBeSame(maker: TaskNode, checker: TaskNode, { flow }: Definition): boolean {
  if (checker.notPerformersOf.includes(maker.id)) return false
  if (checker.assignment.kind === 'performer') return checker.assignment.of === maker.id
  if (maker.assignment.kind !== checker.assignment.kind || maker.lane !== checker.lane) return false
  switch (checker.assignment.kind) {
    case 'lane':
      // Of several who do it together each sees it.
      return checker.jointLanes.length === 0 && flow.lanes.some(({ id, kind }) => id === checker.lane && kind === 'positions')
    case 'disposition':
      return maker.assignment.kind === 'disposition' && maker.assignment.from === checker.assignment.from
    case 'positions':
    case 'starter':
    case 'superior':
      return JSON.stringify(maker.assignment) === JSON.stringify(checker.assignment)
  }
}
