import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { type ListedStandard, listStandards, readPublicAgency } from '#db/stores/public-read.ts'
import { AgencyProfile } from '#engine'
import { slug } from './address.ts'

export type AgencyView = { id: string; profile: AgencyProfile; standards: ListedStandard[] }

const mostListed = 500

/** One agency with the standards that the public may read. */
export async function readAgencyPage(input: { agency: string }, { db }: Ports): Promise<Result<AgencyView, AppRefusal>> {
  if (!slug.test(input.agency)) return refuse({ code: 'not-found' })
  const agency = await readPublicAgency(db, input.agency)
  if (!agency) return refuse({ code: 'not-found' })
  const standards = await listStandards(db, agency.id, mostListed)
  return ok({ id: agency.id, profile: AgencyProfile.parse(agency.profile), standards })
}
