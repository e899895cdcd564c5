import type { Ports } from '#app/ports.ts'
import { type Supervised, supervise } from './supervise.server.ts'

/** `incident` is its key (`incidentKey`) or its node; without it the first one that offers the exit. */
export type ResolveIncidentInput = Supervised & { edgeId: string; incident?: string }

/** A person chooses the way on where the procedure itself found none. */
export function resolveIncident(input: ResolveIncidentInput, ports: Ports) {
  const { edgeId, reason, incident } = input
  const command = { type: 'ResolveIncident', edgeId, reason, ...(incident === undefined ? {} : { incident }) } as const
  return supervise(input, 'instance.resolve', command, ports)
}
