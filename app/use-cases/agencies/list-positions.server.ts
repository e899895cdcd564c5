import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, refuse } from '#app/result.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { peopleToSeat } from '#db/stores/people.ts'
import { listPositions } from '#db/stores/positions-admin.ts'
import { civilDate } from '#engine'

type Input = { visitor: Visitor; agencyId: string }

/** Positions with present and coming holders, and whom they can be given to. */
export async function listAgencyPositions({ visitor, agencyId }: Input, ports: Ports) {
  const allowed = authorise(visitor, 'agency.read', { agencyId })
  if (!allowed.ok) return allowed
  const now = ports.now()
  const agency = await readAgency(ports.db, agencyId)
  if (!agency) return refuse({ code: 'not-found' })
  const mayManage = can(visitor, 'appointment.manage', { agencyId })
  const positions = await listPositions(ports.db, agencyId, new Date(now))
  return ok({
    zone: agency.timeZone,
    today: civilDate(now, agency.timeZone),
    positions: positions.map(({ closedAt, ...position }) => ({ ...position, closed: closedAt !== null })),
    people: mayManage ? await peopleToSeat(ports.db, agencyId, new Date(now)) : [],
    mayManage,
  })
}
