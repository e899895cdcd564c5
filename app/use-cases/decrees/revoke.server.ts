import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { takeVersionStep, wrongNote } from '#app/use-cases/definitions/version-step.server.ts'
import { keepSchedules } from '#db/stores/schedules.ts'
import { lockVersion, settleDecree, type VersionKey } from '#db/stores/version-life.ts'
import { revocationNote } from './revocation-note.ts'

type Input = VersionKey & {
  visitor: Visitor
  /** The version in force as it was shown; when another has taken its place, nothing is revoked. */
  version?: number
  /** The decree that revokes, as printed. */
  decree: string
  reason: string
}

/** Ends the version in force without another in its place. Requests that run on it run to their end. */
export async function revoke(input: Input, ports: Ports): Promise<Result<{ version: number }>> {
  const allowed = authorise(input.visitor, 'standard.revoke', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const errors = (['decree', 'reason'] as const)
    .filter((path) => input[path].trim() === '')
    .map((path) => ({ path, code: 'required' }))
  const wrong = wrongNote('reason', `${input.decree}: ${input.reason}`)
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  if (wrong) return wrong
  const note = revocationNote(input.decree, input.reason)
  return ports.db.transaction(async (tx) => {
    const row = await lockVersion(tx, input, 'published')
    if (!row) return refuse({ code: 'conflict', what: 'not-published' })
    if (input.version !== undefined && row.number !== input.version) return refuse({ code: 'conflict', what: 'changed' })
    await takeVersionStep(tx, row, { act: 'revoked', note, change: { status: 'revoked' }, person: allowed.value }, ports)
    await keepSchedules(tx, input, null, ports.now())
    if (row.decreeId) await settleDecree(tx, input.agencyId, row.decreeId, 'revoked', note)
    return ok({ version: row.number })
  })
}
