import type { Ports } from '#app/ports.ts'
import { type Supervised, supervise } from './supervise.server.ts'

export type CancelInstanceInput = Supervised

/** Stops a request for good, with a reason that the applicant reads. */
export const cancelInstance = (input: CancelInstanceInput, ports: Ports) =>
  supervise(input, 'instance.cancel', { type: 'Cancel', reason: input.reason }, ports)
