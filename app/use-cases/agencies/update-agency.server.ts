import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { readAgency, readCalendar, updateAgency, updateCalendar } from '#db/stores/agencies-admin.ts'
import { askRecount } from '#db/stores/recounts.ts'
import { AgencyProfile, Calendar } from '#engine'
import type { AgencySettings } from './inputs.ts'

type Input = AgencySettings & { visitor: Visitor; agencyId: string }

/** Letterhead, contacts and zone; the calendar keeps the zone of its agency, and how papers look has a form of its own. */
export async function updateAgencySettings(input: Input, ports: Ports): Promise<Result<null>> {
  const { visitor, agencyId, profile, revision, zone } = input
  const allowed = authorise(visitor, 'agency.settings', { agencyId })
  if (!allowed.ok) return allowed
  const change = ports.db.transaction(async (tx): Promise<Result<null>> => {
    const before = await readAgency(tx, agencyId)
    if (!before) return refuse({ code: 'not-found' })
    const after = { ...profile, papers: AgencyProfile.parse(before.profile).papers }
    const saved = await updateAgency(tx, agencyId, revision, { name: profile.name, profile: after, timeZone: zone })
    if (!saved) return refuse({ code: 'conflict', what: 'agency' })
    const calendar = before.timeZone === zone ? null : await readCalendar(tx, agencyId)
    if (calendar) {
      const body = { ...Calendar.parse(calendar.body), zone }
      const moved = await updateCalendar(tx, agencyId, calendar.revision, body, new Date(ports.now()))
      if (!moved) throw new CalendarChanged()
      await askRecount(tx, agencyId, { action: 'agency.update', zone }, ports.now())
    }
    const detail = { before: before.profile, after, zone }
    await recordAct(tx, ports, allowed.value, { agencyId, action: 'agency.update', subject: agencyId, detail })
    return ok(null)
  })
  return change.catch((error: unknown) => {
    if (error instanceof CalendarChanged) return refuse({ code: 'conflict', what: 'agency' })
    throw error
  })
}

/** Somebody saved the calendar at the same moment: the agency must not keep a zone that its calendar has not. */
class CalendarChanged extends Error {}
