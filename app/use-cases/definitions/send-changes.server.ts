import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { nameOfPerson } from '#db/stores/drafts.ts'
import { readBatch } from '#db/stores/joint-drafts.ts'
import { lockVersion } from '#db/stores/version-life.ts'
import { applyPartChanges, type Clash, PartChanges, schemaErrors } from '#engine'
import { rewriteDraft } from './rewrite-draft.server.ts'
import type { SaveRefusal } from './save-draft.server.ts'
import { storedDefinition } from './stored-definition.server.ts'

type Input = {
  visitor: Visitor
  agencyId: string
  slug: string
  number: number
  /** For whom the window was opened: another person's session does not speak for it. */
  openedBy?: string
  /** Given by the sender; the same batch sent again counts once (V15). */
  batch: { id: string; changes: unknown }
}
export type Sent = { revision: number; clashes: readonly Clash[] }

/**
 * Makes an author's changes on the draft as it is now, whatever colleagues did since: what stands first stands, and what
 * cannot be made comes back to its author (P14).
 */
export async function sendChanges({ batch, ...input }: Input, ports: Ports): Promise<Result<Sent, SaveRefusal>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  if (input.openedBy !== undefined && input.openedBy !== allowed.value.id) return refuse({ code: 'not-signed-in' })
  const changes = PartChanges.safeParse(batch.changes)
  if (!changes.success) return refuse({ code: 'invalid', errors: schemaErrors(changes.error, ['changes']) })
  const personId = allowed.value.id
  return ports.db.transaction(async (tx): Promise<Result<Sent, SaveRefusal>> => {
    const row = await lockVersion(tx, input, 'draft')
    if (row === null) return refuse({ code: 'conflict', what: 'no-draft' })
    if (row.number !== input.number) {
      const name = (await nameOfPerson(tx, row.updatedBy)) ?? ''
      const { number, revision } = row
      return refuse({ code: 'draft-conflict', number, revision, name, definition: storedDefinition(row) })
    }
    const earlier = await readBatch(tx, row, batch.id)
    if (earlier !== null) {
      if (earlier.personId !== personId) return refuse({ code: 'conflict', what: 'changed' })
      return ok({ revision: row.revision, clashes: earlier.clashes as Clash[] })
    }
    const { definition, clashes } = applyPartChanges(storedDefinition(row), changes.data)
    const at = new Date(ports.now())
    const written = await rewriteDraft(tx, row, definition, { id: batch.id, personId, at, clashes })
    return written.ok ? ok({ revision: written.value.revision, clashes }) : written
  })
}
