import type { Visitor } from '#app/actor.ts'
import { agenciesFor, authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { listAgencies, listCalendarTemplates } from '#db/stores/agencies-admin.ts'

export type ListedAgency = { id: string; name: string; government: string; timeZone: string }

/** The agencies whose administration the visitor may open. */
export async function listAdministered(
  { visitor }: { visitor: Visitor },
  ports: Ports,
): Promise<Result<{ agencies: ListedAgency[]; mayCreate: boolean }>> {
  if (visitor.kind === 'anonymous') return refuse({ code: 'not-signed-in' })
  const ids = agenciesFor(visitor, 'agency.read')
  const mayCreate = can(visitor, 'agency.manage')
  if (ids !== 'all' && ids.length === 0) return refuse({ code: 'not-allowed', action: 'agency.read' })
  const found = await listAgencies(ports.db, ids)
  return ok({ agencies: found, mayCreate })
}

/** What a new agency may start from. */
export async function listTemplates({ visitor }: { visitor: Visitor }, ports: Ports) {
  const allowed = authorise(visitor, 'agency.manage')
  return allowed.ok ? ok(await listCalendarTemplates(ports.db)) : allowed
}
