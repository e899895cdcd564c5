import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok } from '#app/result.ts'
import { readTrail } from '#db/stores/audit-read.ts'

const pageSize = 50
type Input = { visitor: Visitor; agencyId: string; before: number | null }

/** The agency's audit trail, newest first. */
export async function readAuditTrail({ visitor, agencyId, before }: Input, ports: Ports) {
  const allowed = authorise(visitor, 'audit.read', { agencyId })
  if (!allowed.ok) return allowed
  const found = await readTrail(ports.db, agencyId, { before, limit: pageSize + 1 })
  const entries = found.slice(0, pageSize).map(({ at, ...entry }) => ({ ...entry, at: at.getTime() }))
  const last = entries.at(-1)
  return ok({ entries, older: found.length > pageSize && last ? last.seq : null })
}
