import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { deleteHolder, endHolder, readHolder } from '#db/stores/positions-admin.ts'
import type { CivilDate } from '#engine'
import { dayAfter } from './appoint-holder.server.ts'

/** `lastDay` null ends it at this moment. */
type Input = { visitor: Visitor; agencyId: string; id: string; lastDay: CivilDate | null }

/** Ends an appointment; one that has not begun yet is taken back whole, and an acting one is not lengthened this way. */
export async function endAppointment({ visitor, agencyId, id, lastDay }: Input, ports: Ports): Promise<Result<null>> {
  const allowed = authorise(visitor, 'appointment.manage', { agencyId })
  if (!allowed.ok) return allowed
  return ports.db.transaction(async (tx) => {
    const agency = await readAgency(tx, agencyId)
    const holder = await readHolder(tx, agencyId, id)
    const now = ports.now()
    const over = holder?.until && holder.until.getTime() <= now
    if (!agency || !holder || over) return refuse({ code: 'not-found' })
    const until = Math.max(now, lastDay === null ? now : dayAfter(lastDay, agency.timeZone))
    if (holder.kind !== 'definitive' && holder.until && until > holder.until.getTime())
      return refuse({ code: 'invalid', errors: [{ path: 'lastDay', code: 'acting-needs-a-letter' }] })
    if (holder.from.getTime() >= until) await deleteHolder(tx, agencyId, id)
    else await endHolder(tx, agencyId, id, new Date(until))
    const detail = { personId: holder.personId, kind: holder.kind, lastDay }
    await recordAct(tx, ports, allowed.value, { agencyId, action: 'appointment.end', subject: holder.positionId, detail })
    return ok(null)
  })
}
