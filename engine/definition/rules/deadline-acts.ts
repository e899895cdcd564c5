import type { LeadTime } from '../deadline-policy.ts'
import type { Duration } from '../duration.ts'
import type { TaskNode } from '../flow.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleContext, RuleFinding } from './finding.ts'
import { comesBefore, nameOf } from './on-the-way.ts'

/** What a deadline does can be done: there is one, its warning comes after the step opens, it leads back or to somebody. */
export const deadlineActs: DefinitionRule = {
  name: 'deadline-acts',
  check(definition, context) {
    const { limits, deadline } = definition.components.serviceTime
    const path = 'components.serviceTime'
    const whole = deadline?.warn && limits.length > 0 && limits.every(({ duration }) => isTooEarly(deadline.warn, duration))
    return [
      ...definition.flow.nodes.flatMap((node) => (node.kind === 'task' ? ofTask(node, definition, context) : [])),
      ...(whole ? [{ code: 'warning-too-early', path } as const] : []),
    ]
  },
}

function ofTask(task: TaskNode, definition: Definition, context: RuleContext): RuleFinding[] {
  const { deadline, duration, id: nodeId } = task
  if (deadline === undefined) return []
  const asks = deadline.warn !== undefined || deadline.afterwards.kind !== 'keep'
  if (duration === undefined) return asks ? [{ code: 'deadline-without-duration', nodeId }] : []
  return [
    ...(isTooEarly(deadline.warn, duration) ? [{ code: 'warning-too-early', nodeId } as const] : []),
    ...ofAfterwards(task, definition, context),
  ]
}

function ofAfterwards({ id: nodeId, deadline }: TaskNode, definition: Definition, { positions }: RuleContext): RuleFinding[] {
  const after = deadline?.afterwards
  if (after?.kind === 'reassign' && after.to !== 'superior') {
    const gone = after.to.filter((id) => positions && !positions.some((position) => position.id === id))
    return gone.map((position) => ({ code: 'assigned-unknown-position', nodeId, params: { position } }))
  }
  if (after?.kind !== 'return') return []
  const target = definition.flow.nodes.find((node) => node.id === after.to)
  if (target?.kind !== 'task') return [{ code: 'return-unknown-step', nodeId, params: { step: after.to } }]
  const fine = comesBefore(target.id, nodeId, definition)
  return fine ? [] : [{ code: 'return-comes-later', nodeId, params: { step: nameOf(target) } }]
}

/** Rough minutes of work; a day of work and a civil day are taken as equal, so a close call is left to the author. */
const minutes = { minute: 1, hour: 60, workingDay: 480, calendarDay: 480, sameDay: 480, week: 2400, month: 10_560 } as const

function isTooEarly(warn: LeadTime | undefined, { amount, upTo, unit }: Duration): boolean {
  if (warn === undefined) return false
  const length = unit === 'sameDay' ? 1 : Math.max(amount, upTo ?? 0)
  return length > 0 && warn.amount * minutes[warn.unit] >= length * minutes[unit]
}
