import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import type { TaskId } from '#engine/instance/messages.ts'
import { type Asked, byPerson } from './by-person.ts'
import { isUuid } from './ids.ts'
import { type InstanceRefusal, type Progress, runCommand } from './run-command.server.ts'

export type ClaimTaskInput = Asked & { visitor: Visitor; agencyId: string; taskId: string }

/** Takes an open task off the colleagues' lists. */
export async function claimTask(input: ClaimTaskInput, ports: Ports): Promise<Result<Progress, InstanceRefusal>> {
  const asked = authorise(input.visitor, 'task.claim', { agencyId: input.agencyId })
  if (!asked.ok) return asked
  if (!isUuid(input.taskId)) return refuse({ code: 'not-found' })
  const { agencyId, taskId } = input
  const command = { type: 'Claim', taskId: taskId as TaskId } as const
  return runCommand({ target: { agencyId, taskId }, command, ...byPerson(asked.value, input) }, ports)
}
