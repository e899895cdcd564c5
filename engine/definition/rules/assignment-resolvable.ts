import type { FlowNode, TaskNode } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import { flowOrder } from '../rows.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleContext, RuleFinding } from './finding.ts'

/** Whoever is to do a step can be found when it opens: its positions exist, its disposition was given on the way to it. */
export const assignmentResolvable: DefinitionRule = {
  name: 'assignment-resolvable',
  check(definition, context) {
    return definition.flow.nodes
      .filter((node) => node.kind === 'task')
      .flatMap((task) => [
        ...ofAssignment(task, definition, context),
        ...ofDisposition(task, definition),
        ...ofFourEyes(task, definition.flow.nodes),
      ])
  },
}

function ofAssignment(task: TaskNode, definition: Definition, { positions }: RuleContext): RuleFinding[] {
  const { assignment, id: nodeId } = task
  if (assignment.kind === 'positions') {
    const gone = assignment.positions.filter((id) => positions && !positions.some((position) => position.id === id))
    return gone.map((position) => ({ code: 'assigned-unknown-position', nodeId, params: { position } }))
  }
  if (assignment.kind !== 'disposition') return []
  const giver = definition.flow.nodes.find((node) => node.id === assignment.from)
  if (giver === undefined) return [{ code: 'disposition-unknown-step', nodeId, params: { step: assignment.from } }]
  const params = { step: nameOf(giver) }
  if (giver.kind !== 'task' || giver.disposition === undefined) return [{ code: 'disposition-not-given', nodeId, params }]
  return comesBefore(giver.id, task.id, definition) ? [] : [{ code: 'disposition-comes-later', nodeId, params }]
}

function ofDisposition({ id: nodeId, disposition }: TaskNode, { flow }: Definition): RuleFinding[] {
  if (disposition === undefined) return []
  const lane = flow.lanes.find(({ id }) => id === disposition.lane)
  return [
    ...(lane?.kind === 'positions' ? [] : [{ code: 'disposition-lane', nodeId } as const]),
    ...(disposition.min > disposition.max ? [{ code: 'disposition-count', nodeId } as const] : []),
  ]
}

function ofFourEyes({ id: nodeId, notPerformersOf }: TaskNode, nodes: readonly FlowNode[]): RuleFinding[] {
  return notPerformersOf.flatMap((other): RuleFinding[] => {
    if (other === nodeId) return [{ code: 'four-eyes-self', nodeId }]
    const known = nodes.some((node) => node.id === other && node.kind === 'task')
    return known ? [] : [{ code: 'four-eyes-unknown-step', nodeId, params: { step: other } }]
  })
}

const nameOf = (node: FlowNode): string =>
  node.kind === 'task' || node.kind === 'event' ? node.activity : node.kind === 'decision' ? node.question : node.id

/** Whether going forward from one node leads to the other; loops back do not count. */
function comesBefore(from: NodeId, to: NodeId, definition: Definition): boolean {
  const { back } = flowOrder(definition)
  const found = new Set([from])
  for (const id of found) {
    for (const edge of definition.flow.edges) if (edge.from === id && !back.has(edge.id)) found.add(edge.to)
  }
  return from !== to && found.has(to)
}
