import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type AppRefusal, type Result, refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { nameOfPerson } from '#db/stores/drafts.ts'
import { readBatchesSince } from '#db/stores/joint-drafts.ts'
import { lockVersion, type VersionRow } from '#db/stores/version-life.ts'
import { applyPartChanges, type Definition, inversePartChanges, type PartChange, partChangesBetween } from '#engine'
import { type Rewritten, rewriteDraft } from './rewrite-draft.server.ts'
import type { SaveRefusal } from './save-draft.server.ts'
import { storedDefinition } from './stored-definition.server.ts'

type Input = {
  visitor: Visitor
  agencyId: string
  slug: string
  /** The version and revision that the page showed. */
  number: number
  revision: number
  /** What the author made of what they were shown. */
  change(shown: Definition): Result<Definition, AppRefusal>
}

/**
 * Makes what an author did on a page over the draft as it is now: what colleagues did elsewhere in it meanwhile stays. Where
 * they meet, or the log does not reach back to what was shown, nothing is written (V16).
 */
export async function editShownDraft(input: Input, ports: Ports): Promise<Result<Rewritten, SaveRefusal>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const personId = allowed.value.id
  return ports.db.transaction(async (tx): Promise<Result<Rewritten, SaveRefusal>> => {
    const row = await lockVersion(tx, input, 'draft')
    if (row === null) return refuse({ code: 'conflict', what: 'no-draft' })
    const newest = storedDefinition(row)
    const shown = row.number === input.number ? await asOf(tx, row, newest, input.revision) : null
    if (shown === null) return draftConflict(tx, row, newest)
    const changed = input.change(shown)
    if (!changed.ok) return changed
    const { definition, clashes } = applyPartChanges(newest, partChangesBetween(shown, changed.value))
    if (clashes.length > 0) return draftConflict(tx, row, newest)
    return rewriteDraft(tx, row, definition, { id: ports.newId(), personId, at: new Date(ports.now()) })
  })
}

async function draftConflict(tx: Db, row: VersionRow, definition: Definition): Promise<Result<never, SaveRefusal>> {
  const name = (await nameOfPerson(tx, row.updatedBy)) ?? ''
  return refuse({ code: 'draft-conflict', number: row.number, revision: row.revision, name, definition })
}

/** A page of words stands open for hours, and who draws meanwhile saves every few seconds. */
const mostBatches = 5000

/** The draft as it was at an earlier revision; null where its log does not tell. */
async function asOf(tx: Db, row: VersionRow, newest: Definition, revision: number): Promise<Definition | null> {
  const since = await readBatchesSince(tx, row, revision, row.revision, mostBatches)
  if (since === null) return null
  const back = (draft: Definition, changes: unknown) =>
    applyPartChanges(draft, inversePartChanges(changes as PartChange[])).definition
  return since.toReversed().reduce((draft, { changes }) => back(draft, changes), newest)
}
