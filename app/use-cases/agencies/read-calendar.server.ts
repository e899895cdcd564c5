import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, refuse } from '#app/result.ts'
import { listCalendarTemplates, readCalendar } from '#db/stores/agencies-admin.ts'
import { unitUses } from '#db/stores/calendar-uses.ts'
import { Calendar, civilDate } from '#engine'

export type { UnitUse } from '#db/stores/calendar-uses.ts'

export async function readAgencyCalendar({ visitor, agencyId }: { visitor: Visitor; agencyId: string }, ports: Ports) {
  const allowed = authorise(visitor, 'agency.read', { agencyId })
  if (!allowed.ok) return allowed
  const row = await readCalendar(ports.db, agencyId)
  if (!row) return refuse({ code: 'not-found' })
  const calendar = Calendar.parse(row.body)
  return ok({
    calendar,
    revision: row.revision,
    today: civilDate(ports.now(), calendar.zone),
    templates: await listCalendarTemplates(ports.db),
    /** Versions that count in the time of a unit. */
    uses: await unitUses(ports.db, agencyId),
    mayEdit: can(visitor, 'agency.settings', { agencyId }),
  })
}
