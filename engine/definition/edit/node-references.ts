import type { DecisionExample, Given } from '../decision-example.ts'
import type { Assignment, CallNode, DecisionNode, FlowNode, TaskNode, WaitNode } from '../flow.ts'
import { inDuration, mapKeeping, type Renaming } from './renaming.ts'

/** Follows a renaming through one node. */
export function inNode(node: FlowNode, renaming: Renaming): FlowNode {
  switch (node.kind) {
    case 'task':
      return inTask(node, renaming)
    case 'decision':
      return inDecision(node, renaming)
    case 'wait':
      return inWait(node, renaming)
    case 'call':
      return inCall(node, renaming)
    default:
      return node
  }
}

function inTask(node: TaskNode, renaming: Renaming): TaskNode {
  const named = renaming.node === undefined ? node : inNamedSteps(node, renaming.node)
  return named.duration === undefined ? named : inDuration(named, named.duration, renaming)
}

/** A test row keeps what is left of it: what it took from a field or step that is gone falls away. */
function inDecision(node: DecisionNode, renaming: Renaming): DecisionNode {
  if (node.examples === undefined) return node
  const examples = mapKeeping(node.examples, (example) => inExample(example, renaming))
  return examples === node.examples ? node : { ...node, examples }
}

function inExample(example: DecisionExample, renaming: Renaming): DecisionExample {
  const given = example.given.map((one) => inGiven(one, renaming))
  if (given.every((one, index) => one === example.given[index])) return example
  return { ...example, given: given.filter((one) => one !== null) }
}

/** What is given is named as a question about it names it. */
function inGiven(given: Given, { leaf }: Renaming): Given | null {
  switch (given.kind) {
    case 'field': {
      const asked = leaf({ kind: 'field', field: given.field, op: 'filled' })
      return asked?.kind !== 'field' ? null : asked.field === given.field ? given : { ...given, field: asked.field }
    }
    case 'outcome': {
      const asked = leaf({ kind: 'outcome', node: given.node, is: given.is })
      return asked?.kind !== 'outcome' ? null : asked.is === given.is ? given : { ...given, is: asked.is }
    }
    case 'performer':
      return leaf({ kind: 'person', of: given.of, is: 'same-as', as: given.of }) === null ? null : given
    case 'startDay':
      return given
  }
}

type RenameNode = NonNullable<Renaming['node']>

function inNamedSteps(node: TaskNode, rename: RenameNode): TaskNode {
  const assignment = inAssignment(node.assignment, rename)
  const deadline = inDeadline(node.deadline, rename)
  const keeps = node.notPerformersOf.every((id) => rename(id) === id)
  const shared = node.sharesTimeWith && rename(node.sharesTimeWith)
  if (assignment === node.assignment && deadline === node.deadline && keeps && shared === node.sharesTimeWith) return node
  const notPerformersOf = node.notPerformersOf.map(rename).filter((id) => id !== null)
  const { sharesTimeWith: _, ...rest } = node
  return {
    ...rest,
    assignment,
    notPerformersOf,
    ...(deadline ? { deadline } : {}),
    ...(shared ? { sharesTimeWith: shared } : {}),
  }
}

/** A step whose performer was to come from a step that is gone falls to its lane. */
function inAssignment(assignment: Assignment, rename: RenameNode): Assignment {
  const lane = { kind: 'lane' } as const
  switch (assignment.kind) {
    case 'disposition': {
      const from = rename(assignment.from)
      return from === assignment.from ? assignment : from === null ? lane : { ...assignment, from }
    }
    case 'performer': {
      const of = rename(assignment.of)
      return of === assignment.of ? assignment : of === null ? lane : { ...assignment, of }
    }
    case 'superior': {
      const of = assignment.of === undefined ? undefined : rename(assignment.of)
      return of === assignment.of ? assignment : of === null ? lane : { ...assignment, of }
    }
    default:
      return assignment
  }
}

/** A deadline that was to lead back to a step that is gone leaves the step where it is. */
function inDeadline(deadline: TaskNode['deadline'], rename: RenameNode): TaskNode['deadline'] {
  if (deadline?.afterwards.kind !== 'return') return deadline
  const to = rename(deadline.afterwards.to)
  if (to === deadline.afterwards.to) return deadline
  return { ...deadline, afterwards: to === null ? { kind: 'keep' } : { kind: 'return', to } }
}

/** A wait for the date in a field that is gone keeps its name: what it waits for instead, only its author knows. */
function inWait(node: WaitNode, renaming: Renaming): WaitNode {
  const { until } = node
  switch (until.kind) {
    case 'duration': {
      const followed = inDuration(until, until.duration, renaming)
      return followed === until ? node : { ...node, until: followed }
    }
    case 'moment': {
      const field = renaming.field?.(until.field) ?? until.field
      return field === until.field ? node : { ...node, until: { ...until, field } }
    }
    case 'report': {
      if (until.atMost === undefined) return node
      const anchor = renaming.anchor(until.atMost.anchor)
      return anchor === until.atMost.anchor ? node : { ...node, until: { ...until, atMost: { ...until.atMost, anchor } } }
    }
  }
}

function inCall(node: CallNode, { field: rename }: Renaming): CallNode {
  if (rename === undefined) return node
  const passes = withNames(node.passes, 'from', rename)
  const returns = withNames(node.returns, 'to', rename)
  return passes === node.passes && returns === node.returns ? node : { ...node, passes, returns }
}

type Pairs = CallNode['passes']

/** A pair whose own field is gone carries nothing and falls away. */
function withNames(pairs: Pairs, end: 'from' | 'to', rename: NonNullable<Renaming['field']>): Pairs {
  if (pairs.every((pair) => rename(pair[end]) === pair[end])) return pairs
  return pairs.flatMap((pair) => {
    const name = rename(pair[end])
    return name === null ? [] : [{ ...pair, [end]: name }]
  })
}
