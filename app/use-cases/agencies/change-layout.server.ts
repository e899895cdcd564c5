import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import type { Db } from '#db/connection.ts'
import { readAgency, updateAgency } from '#db/stores/agencies-admin.ts'
import { AgencyProfile, type PaperLayout } from '#engine'

type Input = {
  visitor: Visitor
  agencyId: string
  /** The agency as it was shown; when a colleague was faster, nothing is changed. Without it the newest is. */
  revision?: number
  /** Kept in the same transaction. */
  keep?(tx: Db): Promise<void>
}

/** Changes how the agency's papers look. Pages and files that were kept are made anew, since the agency has a new revision. */
export async function changeLayout(
  { visitor, agencyId, revision, keep }: Input,
  change: (layout: PaperLayout) => PaperLayout,
  ports: Ports,
): Promise<Result<null>> {
  const allowed = authorise(visitor, 'agency.settings', { agencyId })
  if (!allowed.ok) return allowed
  return ports.db.transaction(async (tx): Promise<Result<null>> => {
    const row = await readAgency(tx, agencyId)
    if (!row) return refuse({ code: 'not-found' })
    const before = AgencyProfile.parse(row.profile)
    const profile = { ...before, papers: change(before.papers) }
    await keep?.(tx)
    const set = { name: row.name, profile, timeZone: row.timeZone }
    if (!(await updateAgency(tx, agencyId, revision ?? row.revision, set))) return refuse({ code: 'conflict', what: 'agency' })
    const detail = { before: before.papers, after: profile.papers }
    await recordAct(tx, ports, allowed.value, { agencyId, action: 'agency.layout', subject: agencyId, detail })
    return ok(null)
  })
}
