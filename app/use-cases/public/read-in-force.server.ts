import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { listVersionsInForce, type VersionInForce } from '#db/stores/public-open-data.ts'
import { readPublicAgency } from '#db/stores/public-read.ts'
import { AgencyProfile, type Definition } from '#engine'
import { slug } from './address.ts'

export type StandardInForce = Omit<VersionInForce, 'body'> & { definition: Definition }
export type InForceView = { agencyId: string; agency: AgencyProfile; standards: StandardInForce[] }

const mostListed = 500

/** Every standard of an agency that is set and published, with what it says. */
export async function readInForce(input: { agency: string }, { db }: Ports): Promise<Result<InForceView, AppRefusal>> {
  if (!slug.test(input.agency)) return refuse({ code: 'not-found' })
  const agency = await readPublicAgency(db, input.agency)
  if (!agency) return refuse({ code: 'not-found' })
  const found = await listVersionsInForce(db, agency.id, mostListed)
  const standards = found.map(({ body, ...version }) => ({ ...version, definition: storedDefinition({ ...version, body }) }))
  return ok({ agencyId: agency.id, agency: AgencyProfile.parse(agency.profile), standards })
}
