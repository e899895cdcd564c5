import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import type { PersonId, TaskId } from '#engine/instance/messages.ts'
import { type Asked, byPerson } from './by-person.ts'
import { isUuid } from './ids.ts'
import { type InstanceRefusal, type Progress, runCommand } from './run-command.server.ts'

export type DelegateTaskInput = Asked & {
  visitor: Visitor
  agencyId: string
  taskId: string
  to: string
  reason: string
}

/** Hands an open task to a colleague, with a reason that stays in the history. */
export async function delegateTask(input: DelegateTaskInput, ports: Ports): Promise<Result<Progress, InstanceRefusal>> {
  const asked = authorise(input.visitor, 'task.delegate', { agencyId: input.agencyId })
  if (!asked.ok) return asked
  const { agencyId, taskId, to, reason } = input
  if (!isUuid(taskId)) return refuse({ code: 'not-found' })
  if (!isUuid(to)) return refuse({ code: 'delegate-not-eligible', personId: to })
  const command = { type: 'Delegate' as const, taskId: taskId as TaskId, to: to as PersonId, reason }
  return runCommand({ target: { agencyId, taskId }, command, ...byPerson(asked.value, input) }, ports)
}
