import type { Ports } from '#app/ports.ts'
import { type Supervised, supervise } from './supervise.server.ts'

/** Lets a suspended request go on; its deadlines move by the time for which it stood still. The reason may be empty. */
export const resumeInstance = (input: Supervised, ports: Ports) =>
  supervise(input, 'instance.suspend', { type: 'Resume', reason: input.reason }, ports)
