import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { lockVersion, type VersionKey } from '#db/stores/version-life.ts'
import { takeVersionStep } from './version-step.server.ts'

/** Lays a draft aside. Its text is kept, so nothing is lost. */
export async function discardDraft(input: VersionKey & { visitor: Visitor }, ports: Ports): Promise<Result<{ number: number }>> {
  const allowed = authorise(input.visitor, 'definition.deleteDraft', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  return ports.db.transaction(async (tx) => {
    const row = await lockVersion(tx, input, 'draft')
    if (!row) return refuse({ code: 'conflict', what: 'no-draft' })
    await takeVersionStep(tx, row, { act: 'withdrawn', change: { status: 'withdrawn' }, person: allowed.value }, ports)
    return ok({ number: row.number })
  })
}
