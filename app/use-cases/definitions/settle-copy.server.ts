import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import type { Db } from '#db/connection.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { type RemovedCopy, readVersionBody, removeCopy } from '#db/stores/authoring-read.ts'
import { addWriters, keepConflict } from '#db/stores/drafts.ts'
import { lockVersion, type VersionKey } from '#db/stores/version-life.ts'
import { writersOf } from './own-work.ts'
import { rewriteDraft } from './rewrite-draft.server.ts'
import { storedDefinition } from './stored-definition.server.ts'

type Input = VersionKey & { visitor: Visitor; copy: string }

/** Makes a kept text the draft. What the draft said until now is kept in its place, so that no text is lost (P14). */
export async function adoptCopy(input: Input, ports: Ports): Promise<Result<{ revision: number }>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const personId = allowed.value.id
  const at = new Date(ports.now())
  return ports.db.transaction(async (tx) => {
    const row = await lockVersion(tx, input, 'draft')
    if (!row) return refuse({ code: 'conflict', what: 'no-draft' })
    const copy = await removeCopy(tx, input, input.copy)
    if (!copy) return refuse({ code: 'conflict', what: 'copy-gone' })
    const earlier = { id: ports.newId(), basedOnRevision: row.revision, body: row.body, personId: row.updatedBy ?? personId, at }
    await keepConflict(tx, row, earlier)
    await addWriters(tx, row, await writersOfCopy(tx, input, copy, row.number))
    const definition = storedDefinition({ ...row, body: copy.body })
    const written = await rewriteDraft(tx, row, definition, { id: ports.newId(), personId, at })
    return written.ok ? ok({ revision: written.value.revision }) : written
  })
}

/** Who kept the text wrote it (V11); one that was kept beside another version was made from what others wrote there. */
async function writersOfCopy(tx: Db, key: VersionKey, copy: RemovedCopy, number: number): Promise<string[]> {
  const origin = copy.number === number ? null : await readVersionBody(tx, key, copy.number)
  return [copy.personId, ...(origin ? writersOf(origin) : [])]
}

/** Takes a kept text away for good; who did it stands in the log. */
export async function discardCopy(input: Input, ports: Ports): Promise<Result<null>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const { id: personId, name: actor } = allowed.value
  return ports.db.transaction(async (tx) => {
    const copy = await removeCopy(tx, input, input.copy)
    if (!copy) return refuse({ code: 'conflict', what: 'copy-gone' })
    const subject = `${input.slug}/${copy.number}`
    const act = { agencyId: input.agencyId, at: new Date(ports.now()), personId, actor, action: 'draft.copy-discarded', subject }
    await appendAudit(tx, { ...act, detail: { digest: digestOf(copy.body) } })
    return ok(null)
  })
}
