import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, refuse } from '#app/result.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { AgencyProfile } from '#engine'

type Input = { visitor: Visitor; agencyId: string }

export async function readAgencySettings({ visitor, agencyId }: Input, ports: Ports) {
  const allowed = authorise(visitor, 'agency.read', { agencyId })
  if (!allowed.ok) return allowed
  const agency = await readAgency(ports.db, agencyId)
  if (!agency) return refuse({ code: 'not-found' })
  const { id, name, timeZone, revision, profile } = agency
  return ok({
    agency: { id, name, timeZone, revision, profile: AgencyProfile.parse(profile) },
    mayEdit: can(visitor, 'agency.settings', { agencyId }),
  })
}
