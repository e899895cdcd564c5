import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import type { PersonId, TaskId } from '#engine/instance/messages.ts'
import { type Asked, bySupervisor } from './by-person.ts'
import { isUuid } from './ids.ts'
import { type InstanceRefusal, type Progress, runCommand } from './run-command.server.ts'

export type ReassignTaskInput = Asked & {
  visitor: Visitor
  agencyId: string
  taskId: string
  /** Who gets the task; null gives it back to all who may perform it. */
  to: string | null
  reason: string
}

/** A supervisor releases a colleague's task or hands it over, with a reason that stays in the history. */
export async function reassignTask(input: ReassignTaskInput, ports: Ports): Promise<Result<Progress, InstanceRefusal>> {
  const { agencyId, taskId, to, reason } = input
  const asked = authorise(input.visitor, 'instance.reassign', { agencyId })
  if (!asked.ok) return asked
  if (!isUuid(taskId)) return refuse({ code: 'not-found' })
  if (to !== null && !isUuid(to)) return refuse({ code: 'delegate-not-eligible', personId: to })
  const command = { type: 'Reassign', taskId: taskId as TaskId, to: to as PersonId | null, reason } as const
  const person = bySupervisor(asked.value, 'instance.reassign', input)
  return runCommand({ target: { agencyId, taskId }, command, ...person }, ports)
}
