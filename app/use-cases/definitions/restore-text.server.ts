import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import type { Db } from '#db/connection.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { readVersionBody } from '#db/stores/authoring-read.ts'
import { readSnapshot } from '#db/stores/snapshots.ts'
import { lockVersion, type VersionKey } from '#db/stores/version-life.ts'
import { canonicalJson, type Definition } from '#engine'
import { beginDraft, draftExists } from './begin-draft.ts'
import { writersOfText } from './own-work.ts'
import { replaceDraft } from './replace-draft.server.ts'
import { storedDefinition } from './stored-definition.server.ts'

/** A version by its number, or a kept text of a draft by its id. */
export type TextOf = { version: number } | { snapshot: string }
type Input = VersionKey & { visitor: Visitor; text: TextOf }
export type Restored = { number: number; began: boolean }
type Text = { number: number; definition: Definition; writers: string[] }

/**
 * Makes any earlier text the draft. Where a draft is being written, what it says is kept first; where none is, one begins.
 */
export async function restoreText(input: Input, ports: Ports): Promise<Result<Restored>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const key = { agencyId: input.agencyId, slug: input.slug }
  const moment = { id: ports.newId(), personId: person.id, at: new Date(ports.now()) }
  try {
    return await ports.db.transaction(async (tx): Promise<Result<Restored>> => {
      const text = await readText(tx, key, input.text)
      if (text === null) return refuse({ code: 'not-found' })
      if (await lockVersion(tx, key, 'in-review')) return refuse({ code: 'conflict', what: 'in-review' })
      const draft = await lockVersion(tx, key, 'draft')
      const refusal = draft && (await replaceDraft(tx, draft, { ...text, why: 'restored' }, moment))
      if (refusal) return { ok: false, refusal }
      const number = draft?.number ?? (await beginDraft(tx, { key, text: storedAs(text), ...moment }, ports))
      const act = { agencyId: key.agencyId, at: moment.at, personId: person.id, actor: person.name, action: 'draft.restored' }
      await appendAudit(tx, { ...act, subject: `${key.slug}/${number}`, detail: { from: { ...input.text } } })
      return ok({ number, began: draft === null })
    })
  } catch (error) {
    return draftExists(error)
  }
}

function storedAs({ definition, number, writers }: Text) {
  const body = canonicalJson(definition)
  return { body, digest: digestOf(body), basedOn: number, writers }
}

async function readText(tx: Db, key: VersionKey, of: TextOf): Promise<Text | null> {
  if ('snapshot' in of) {
    const kept = await readSnapshot(tx, key, of.snapshot)
    return kept && { number: kept.number, definition: storedDefinition({ ...key, ...kept }), writers: [...kept.writers] }
  }
  const row = await readVersionBody(tx, key, of.version)
  return row && { number: row.number, definition: storedDefinition({ ...key, ...row }), writers: writersOfText(row) }
}
