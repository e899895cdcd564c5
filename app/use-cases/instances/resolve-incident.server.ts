import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import { bySupervisor } from './by-person.ts'
import { isUuid } from './ids.ts'
import { type InstanceRefusal, type Progress, runCommand } from './run-command.server.ts'

export type ResolveIncidentInput = {
  visitor: Visitor
  agencyId: string
  instanceId: string
  edgeId: string
  reason: string
  idempotencyKey?: string
}

/** A person chooses the way on where the rules of a decision could not. */
export async function resolveIncident(input: ResolveIncidentInput, ports: Ports): Promise<Result<Progress, InstanceRefusal>> {
  const { agencyId, instanceId, edgeId, reason } = input
  const asked = authorise(input.visitor, 'instance.resolve', { agencyId })
  if (!asked.ok) return asked
  if (!isUuid(instanceId)) return refuse({ code: 'not-found' })
  const person = bySupervisor(asked.value, 'instance.resolve', input.idempotencyKey)
  return runCommand({ target: { agencyId, instanceId }, command: { type: 'ResolveIncident', edgeId, reason }, ...person }, ports)
}
