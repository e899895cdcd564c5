import type { Ports } from '#app/ports.ts'
import type { NodeId } from '#engine'
import { type Supervised, supervise } from './supervise.server.ts'

/** `to` is a step that was done already. */
export type SendBackInput = Supervised & { to: string }

/** Has an earlier step done again; what was entered stays, what is under way in its branch is withdrawn. */
export const sendBack = (input: SendBackInput, ports: Ports) =>
  supervise(input, 'instance.sendBack', { type: 'SendBack', to: input.to as NodeId, reason: input.reason }, ports)
