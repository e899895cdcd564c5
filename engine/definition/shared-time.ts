import { printDuration } from '../calendar/print.ts'
import type { TaskNode } from './flow.ts'
import type { StepRow } from './rows.ts'

/** Whether two steps are given the same time as papers print it; what it counts from is each step's own. */
export function hasSameTime(one: TaskNode, other: TaskNode): boolean {
  if (!one.duration || !other.duration) return false
  return printDuration(one.duration, 'id') === printDuration(other.duration, 'id')
}

/** Whether a row has one time with the row above it: it names that step, or both name the same one. */
export function sharesTimeWithAbove(above: StepRow | undefined, { node }: StepRow): boolean {
  if (node.kind !== 'task' || node.sharesTimeWith === undefined || above?.node.kind !== 'task') return false
  const { id, sharesTimeWith } = above.node
  const named = id === node.sharesTimeWith || sharesTimeWith === node.sharesTimeWith
  return named && hasSameTime(above.node, node)
}
