import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import type { Submission, TaskId } from '#engine/instance/messages.ts'
import { type Asked, byPerson } from './by-person.ts'
import { isUuid } from './ids.ts'
import { type InstanceRefusal, type Progress, runCommand } from './run-command.server.ts'

export type CompleteTaskInput = Asked & {
  visitor: Visitor
  agencyId: string
  taskId: string
  submission: Submission
  /** What makes two sendings the same where their files were stored twice; default: the submission. */
  sameAs?: unknown
}

/** An official completes a task: 'task-closed' when somebody was first (P1). */
export async function completeTask(input: CompleteTaskInput, ports: Ports): Promise<Result<Progress, InstanceRefusal>> {
  const asked = authorise(input.visitor, 'task.complete', { agencyId: input.agencyId })
  if (!asked.ok) return asked
  if (!isUuid(input.taskId)) return refuse({ code: 'not-found' })
  const { agencyId, taskId, submission } = input
  const command = { type: 'Complete' as const, taskId: taskId as TaskId, submission }
  const run = { target: { agencyId, taskId }, command, sameAs: input.sameAs, ...byPerson(asked.value, input) }
  return runCommand(run, ports)
}
