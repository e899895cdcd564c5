import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, refuse } from '#app/result.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { readBookFrame } from '#db/stores/register-book.ts'
import { civilDate, needsClass } from '#engine'

/** What the forms need by which numbers are entered that no signing here has given. */
export async function readRecording({ visitor, agencyId }: { visitor: Visitor; agencyId: string }, ports: Ports) {
  const allowed = authorise(visitor, 'register.keep', { agencyId })
  if (!allowed.ok) return allowed
  const agency = await readAgency(ports.db, agencyId)
  if (!agency) return refuse({ code: 'not-found' })
  const { series } = await readBookFrame(ports.db, agencyId)
  return ok({
    agency: { id: agency.id, name: agency.name },
    today: civilDate(ports.now(), agency.timeZone),
    series: series.map(({ id, name, pattern, closed }) => ({ id, name, pattern, closed, needsClass: needsClass(pattern) })),
  })
}
