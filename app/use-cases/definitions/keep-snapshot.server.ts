import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { removeSnapshot } from '#db/stores/snapshots.ts'
import { lockVersion, type VersionKey } from '#db/stores/version-life.ts'
import { limits } from '#engine'
import { keepAsItIs, tooMany } from './replace-draft.server.ts'

type Input = VersionKey & { visitor: Visitor }

/** Keeps the draft as it stands under a name, to compare with and to come back to. */
export async function keepNamedSnapshot(input: Input & { name: string }, ports: Ports): Promise<Result<{ id: string }>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const name = input.name.trim()
  const fault = faultOf(name)
  if (fault) return refuse({ code: 'invalid', errors: [{ path: 'name', ...fault }] })
  const moment = { id: ports.newId(), personId: allowed.value.id, at: new Date(ports.now()) }
  return ports.db.transaction(async (tx) => {
    const row = (await lockVersion(tx, input, 'draft')) ?? (await lockVersion(tx, input, 'in-review'))
    if (!row) return refuse({ code: 'conflict', what: 'no-draft' })
    return (await keepAsItIs(tx, row, moment, { why: 'named', name })) ? ok({ id: moment.id }) : tooMany
  })
}

function faultOf(name: string) {
  if (name === '') return { code: 'required' }
  return name.length > limits.label ? { code: 'too-long', params: { max: limits.label } } : null
}

/** Takes a kept text away for good; who did it stands in the log. */
export async function discardSnapshot(input: Input & { snapshot: string }, ports: Ports): Promise<Result<null>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const { id: personId, name: actor } = allowed.value
  return ports.db.transaction(async (tx) => {
    const gone = await removeSnapshot(tx, input, input.snapshot)
    if (!gone) return refuse({ code: 'conflict', what: 'copy-gone' })
    const act = { agencyId: input.agencyId, at: new Date(ports.now()), personId, actor, action: 'draft.snapshot-discarded' }
    await appendAudit(tx, { ...act, subject: `${input.slug}/${gone.number}`, detail: { digest: gone.digest } })
    return ok(null)
  })
}
