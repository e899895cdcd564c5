import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { constraintOf } from '#db/rows.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { readVersionBody, type StoredVersion } from '#db/stores/authoring-read.ts'
import { insertVersion, nextVersionNumber, recordAct, type VersionKey } from '#db/stores/version-life.ts'
import { isPublic } from '#engine'
import { writersOf } from './own-work.ts'

type Input = VersionKey & { visitor: Visitor; version: number }

/** Begins a new draft from any version of the standard, also one that was laid aside. */
export async function startFromVersion(input: Input, ports: Ports): Promise<Result<{ number: number }>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const key = { agencyId: input.agencyId, slug: input.slug }
  const at = new Date(ports.now())
  try {
    return await ports.db.transaction(async (tx) => {
      const base = await readVersionBody(tx, key, input.version)
      if (!base) return refuse({ code: 'not-found' })
      const made = {
        authorId: person.id,
        updatedBy: person.id,
        updatedAt: at,
        basedOn: base.number,
        writers: wasPublished(base) ? [] : writersOf(base),
      }
      const number = await nextVersionNumber(tx, key)
      const row = { ...key, number, status: 'draft', body: base.body, digest: base.digest, ...made } as const
      await insertVersion(tx, row)
      await recordAct(tx, row, { id: ports.newId(), act: 'created', personId: person.id, at })
      const detail = { number, basedOn: base.number }
      const act = { agencyId: key.agencyId, at, personId: person.id, actor: person.name, action: 'draft.started' }
      await appendAudit(tx, { ...act, subject: key.slug, detail })
      return ok({ number })
    })
  } catch (error) {
    // A draft stands already, or another one was begun at the same moment.
    const constraint = constraintOf(error)
    if (constraint !== 'versions_one_draft' && !constraint?.startsWith('versions_agency_id')) throw error
    return refuse({ code: 'conflict', what: 'draft-exists' })
  }
}

/** What was once set was signed by others than its writers; text that never was still waits for four eyes (V11). */
const wasPublished = ({ status }: StoredVersion) => isPublic(status) && status !== 'approved'
