import { outcomeOf, resultsOf } from '../exits.ts'
import type { FlowNode, Outcome, TaskNode } from '../flow.ts'
import type { OutcomeId } from '../ids.ts'
import { exitsFrom, orderOf } from '../rules/on-the-way.ts'
import type { Definition } from '../schema.ts'

/** Outcomes of a step that lead nowhere yet. */
export function freeOutcomes(task: TaskNode, definition: Definition): Outcome[] {
  const exits = exitsFrom(task.id, definition)
  return task.outcomes.filter(({ id }) => !exits.some((edge) => outcomeOf(task, edge) === id))
}

export type OpenExit = { from: FlowNode; outcome?: OutcomeId }

/** Ways on that lead nowhere yet, from what can be come to. */
export function openExits(definition: Definition): OpenExit[] {
  const { reachable } = orderOf(definition)
  return definition.flow.nodes.flatMap((from): OpenExit[] => {
    if (!reachable.has(from.id)) return []
    if (from.kind === 'task') return freeOutcomes(from, definition).map(({ id }) => ({ from, outcome: id }))
    const exits = exitsFrom(from.id, definition)
    if (from.kind === 'wait' || from.kind === 'call') {
      const covered = resultsOf(from).every((result) => exits.some(({ outcome }) => outcome === (result as string)))
      const rest = exits.some(({ outcome }) => outcome === undefined)
      return rest || (from.kind === 'call' && covered) ? [] : [{ from }]
    }
    return from.kind === 'end' || exits.length > 0 ? [] : [{ from }]
  })
}

/** Nodes that no line leads to, though something should. */
export function rootless({ flow }: Definition): FlowNode[] {
  const led = new Set(flow.edges.filter(({ from, to }) => from !== to).map(({ to }) => to))
  return flow.nodes.filter(({ id, kind }) => kind !== 'start' && !led.has(id))
}
