import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { nameOfPerson } from '#db/stores/drafts.ts'
import { lockVersion } from '#db/stores/version-life.ts'
import { canonicalJson, type Definition, parseDefinition } from '#engine'
import { rewriteDraft } from './rewrite-draft.server.ts'
import { storedDefinition } from './stored-definition.server.ts'

type Input = { visitor: Visitor; agencyId: string; slug: string; number: number; revision: number; definition: unknown }

/** What a colleague saved meanwhile; both texts exist, neither is lost (P14, V16). */
export type DraftConflict = { code: 'draft-conflict'; number: number; revision: number; name: string; definition: Definition }
export type SaveRefusal = AppRefusal | DraftConflict
export type SavedDraft = { revision: number; digest: string }

/** Saves the draft over the version and revision it was made from (V16). The same text sent twice is saved once (V15). */
export async function saveDraft(input: Input, ports: Ports): Promise<Result<SavedDraft, SaveRefusal>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const parsed = parseDefinition(input.definition)
  if (!parsed.ok) return refuse({ code: 'invalid', errors: parsed.errors })
  const digest = digestOf(canonicalJson(parsed.definition))
  return ports.db.transaction(async (tx): Promise<Result<SavedDraft, SaveRefusal>> => {
    const row = await lockVersion(tx, input, 'draft')
    if (row === null) return refuse({ code: 'conflict', what: 'no-draft' })
    const same = row.number === input.number
    if (same && row.digest === digest) return ok({ revision: row.revision, digest })
    const by = { id: ports.newId(), personId: allowed.value.id, at: new Date(ports.now()) }
    if (same && row.revision === input.revision) return rewriteDraft(tx, row, parsed.definition, by)
    const name = (await nameOfPerson(tx, row.updatedBy)) ?? ''
    const { number } = row
    return refuse({ code: 'draft-conflict', number, revision: row.revision, name, definition: storedDefinition(row) })
  })
}
