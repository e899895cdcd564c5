import type { Visitor } from '#app/actor.ts'
import { can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type Office, officeNames, officeOf } from '#db/stores/offices.ts'

export type { Office, OfficeName } from '#db/stores/offices.ts'

/** An agency's zone and positions; the names of those in office for its own people only. */
export async function readOffice(input: { visitor: Visitor; agencyId: string }, ports: Ports): Promise<Result<Office>> {
  const { visitor, agencyId } = input
  const office = await officeOf(ports.db, agencyId, ports.now())
  if (!office) return refuse({ code: 'not-found' })
  return ok(can(visitor, 'instance.read', { agencyId, onTask: true }) ? office : { ...office, people: {} })
}

/** Names and zones of several agencies, as every public page shows them. */
export const readOfficeNames = (agencyIds: readonly string[], ports: Ports) => officeNames(ports.db, [...new Set(agencyIds)])
