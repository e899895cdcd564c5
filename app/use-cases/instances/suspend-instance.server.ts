import type { Ports } from '#app/ports.ts'
import { type Supervised, supervise } from './supervise.server.ts'

/** Stops the work and the clock of a request until it is resumed; nothing is withdrawn. */
export const suspendInstance = (input: Supervised, ports: Ports) =>
  supervise(input, 'instance.suspend', { type: 'Suspend', reason: input.reason }, ports)
