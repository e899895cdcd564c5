import type { TaskNode } from '../flow.ts'
import type { Definition } from '../schema.ts'
import { hasSameTime, sharesTimeWithAbove } from '../shared-time.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { nameOf, orderOf } from './on-the-way.ts'

/** Steps that are printed with one time have that time, each of them, and stand in rows one below the other. */
export const sharedTime: DefinitionRule = {
  name: 'shared-time',
  check(definition) {
    return definition.flow.nodes.flatMap((node) => (node.kind === 'task' ? ofTask(node, definition) : []))
  },
}

function ofTask(task: TaskNode, definition: Definition): RuleFinding[] {
  const { id: nodeId, sharesTimeWith } = task
  if (sharesTimeWith === undefined) return []
  const other = definition.flow.nodes.find(({ id }) => id === sharesTimeWith)
  if (other?.kind !== 'task' || other.id === nodeId)
    return [{ code: 'shared-time-unknown-step', nodeId, params: { step: sharesTimeWith } }]
  const params = { step: nameOf(other) }
  if (!hasSameTime(task, other)) return [{ code: 'shared-time-differs', nodeId, params }]
  return isBelow(task, definition) ? [] : [{ code: 'shared-time-apart', nodeId, params }]
}

function isBelow({ id }: TaskNode, definition: Definition): boolean {
  const { rows } = orderOf(definition)
  const place = rows.findIndex(({ node }) => node.id === id)
  const row = rows[place]
  return row !== undefined && sharesTimeWithAbove(rows[place - 1], row)
}
