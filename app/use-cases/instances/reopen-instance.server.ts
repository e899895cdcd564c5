import type { Ports } from '#app/ports.ts'
import type { NodeId } from '#engine'
import { type Supervised, supervise } from './supervise.server.ts'

/** `to` is the step at which work goes on. */
export type ReopenInstanceInput = Supervised & { to: string }

/** Opens a closed request again at a step that was done, within the days that the engine allows (`reopenDays`). */
export const reopenInstance = (input: ReopenInstanceInput, ports: Ports) =>
  supervise(input, 'instance.reopen', { type: 'Reopen', to: input.to as NodeId, reason: input.reason }, ports)
