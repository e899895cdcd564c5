import type { Visitor } from '#app/actor.ts'
import { type Action, authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import type { Command } from '#engine/instance/messages.ts'
import { type Asked, bySupervisor } from './by-person.ts'
import { isUuid } from './ids.ts'
import { type InstanceRefusal, type Progress, type Run, runCommand } from './run-command.server.ts'

/** What every act of supervision over one instance names. */
export type Supervised = Asked & { visitor: Visitor; agencyId: string; instanceId: string; reason: string } & Pick<Run, 'sameAs'>

/** Runs a command on an instance for somebody with the right to it. */
export async function supervise(
  input: Supervised,
  action: Action,
  command: Command,
  ports: Ports,
): Promise<Result<Progress, InstanceRefusal>> {
  const { visitor, agencyId, instanceId, sameAs } = input
  const asked = authorise(visitor, action, { agencyId })
  if (!asked.ok) return asked
  if (!isUuid(instanceId)) return refuse({ code: 'not-found' })
  return runCommand({ target: { agencyId, instanceId }, command, sameAs, ...bySupervisor(asked.value, action, input) }, ports)
}
