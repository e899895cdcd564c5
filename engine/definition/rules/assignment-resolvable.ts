import type { FlowNode, TaskNode } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleContext, RuleFinding } from './finding.ts'
import { comesBefore, nameOf } from './on-the-way.ts'

/** Whoever is to do a step can be found when it opens: its positions exist, whoever it looks back to came before it. */
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
  switch (assignment.kind) {
    case 'lane':
      return []
    case 'positions': {
      const gone = assignment.positions.filter((id) => positions && !positions.some((position) => position.id === id))
      return gone.map((position) => ({ code: 'assigned-unknown-position', nodeId, params: { position } }))
    }
    case 'disposition':
      return ofGiver(assignment.from, task, definition)
    case 'performer':
      return ofPerformer(assignment.of, task, definition)
    case 'superior':
      return assignment.of === undefined ? ofStarter(task, definition) : ofPerformer(assignment.of, task, definition)
    case 'starter':
      return ofStarter(task, definition)
  }
}

function ofPerformer(of: NodeId, { id: nodeId, assignment }: TaskNode, definition: Definition): RuleFinding[] {
  const before = definition.flow.nodes.find((node) => node.id === of)
  if (before?.kind !== 'task') return [{ code: 'performer-unknown-step', nodeId, params: { step: of } }]
  const params = { step: nameOf(before) }
  if (!comesBefore(of, nodeId, definition)) return [{ code: 'performer-comes-later', nodeId, params }]
  const lane = definition.flow.lanes.find(({ id }) => id === before.lane)
  const byApplicant = lane?.kind === 'applicant' && before.assignment.kind === 'lane'
  return assignment.kind === 'superior' && byApplicant ? [{ code: 'applicant-has-no-superior', nodeId, params }] : []
}

/** Nobody starts by the clock or when called, and an applicant has no superior. */
function ofStarter({ id: nodeId, assignment }: TaskNode, { flow }: Definition): RuleFinding[] {
  const ways = flow.nodes.flatMap((node) => (node.kind === 'start' ? [node.by] : []))
  const fits = assignment.kind === 'superior' ? ['staff', 'complaint'] : ['applicant', 'staff', 'complaint']
  return ways.length === 0 || ways.some((by) => fits.includes(by)) ? [] : [{ code: 'starter-is-nobody', nodeId }]
}

function ofGiver(from: NodeId, task: TaskNode, definition: Definition): RuleFinding[] {
  const { id: nodeId } = task
  const giver = definition.flow.nodes.find((node) => node.id === from)
  if (giver === undefined) return [{ code: 'disposition-unknown-step', nodeId, params: { step: from } }]
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
