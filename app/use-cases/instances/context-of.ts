import type { Ports } from '#app/ports.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { type Context, freshIdsNeeded } from '#engine'

/**
 * What a command is decided in: what was read of the office, with the moment, ids and digest that this process brings. The
 * ticket of the request is null where nobody answers as its applicant.
 */
export function contextOf(
  { calendar, seats, superiors, ticketHash }: Pick<Context, 'calendar' | 'seats' | 'superiors'> & { ticketHash?: string | null },
  actor: Context['actor'],
  ports: Pick<Ports, 'now' | 'newId'>,
): Context {
  const freshIds = Array.from({ length: freshIdsNeeded }, () => ports.newId())
  return { at: ports.now(), freshIds, calendar, seats, superiors, hasApplicant: ticketHash !== null, actor, digest: digestOf }
}
