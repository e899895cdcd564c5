import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, refuse } from '#app/result.ts'
import { listCalendarTemplates, readCalendar } from '#db/stores/agencies-admin.ts'
import { Calendar, civilDate } from '#engine'

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
    mayEdit: can(visitor, 'agency.settings', { agencyId }),
  })
}
