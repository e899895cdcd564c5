import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import { bySupervisor } from './by-person.ts'
import { isUuid } from './ids.ts'
import { type InstanceRefusal, type Progress, runCommand } from './run-command.server.ts'

export type CancelInstanceInput = {
  visitor: Visitor
  agencyId: string
  instanceId: string
  reason: string
  idempotencyKey?: string
}

/** Stops a request for good, with a reason that the applicant reads. */
export async function cancelInstance(input: CancelInstanceInput, ports: Ports): Promise<Result<Progress, InstanceRefusal>> {
  const { agencyId, instanceId, reason } = input
  const asked = authorise(input.visitor, 'instance.cancel', { agencyId })
  if (!asked.ok) return asked
  if (!isUuid(instanceId)) return refuse({ code: 'not-found' })
  const person = bySupervisor(asked.value, 'instance.cancel', input.idempotencyKey)
  return runCommand({ target: { agencyId, instanceId }, command: { type: 'Cancel', reason }, ...person }, ports)
}
