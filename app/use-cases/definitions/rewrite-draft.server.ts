import { limits } from '#app/limits.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import type { Db } from '#db/connection.ts'
import { writeDraft } from '#db/stores/drafts.ts'
import { appendBatch } from '#db/stores/joint-drafts.ts'
import type { VersionRow } from '#db/stores/version-life.ts'
import { type Clash, canonicalJson, type Definition, partChangesBetween } from '#engine'
import { storedDefinition } from './stored-definition.server.ts'

export type Rewriting = { id: string; personId: string; at: Date; clashes?: readonly Clash[] }
export type Rewritten = { revision: number; digest: string }

/**
 * Gives a locked draft another text, and writes down what changed for those who have it open. A text that is the same leaves
 * the revision as it is.
 */
export async function rewriteDraft(
  tx: Db,
  row: VersionRow,
  definition: Definition,
  { id, personId, at, clashes = [] }: Rewriting,
): Promise<Result<Rewritten>> {
  const body = canonicalJson(definition)
  if (Buffer.byteLength(body) > limits.body.definition)
    return refuse({ code: 'invalid', errors: [{ path: '', code: 'too-large', params: { max: limits.body.definition } }] })
  const digest = digestOf(body)
  const same = digest === row.digest
  const revision = same ? row.revision : await writeDraft(tx, row, row.revision, { body, digest, personId, at })
  if (revision === null) return refuse({ code: 'conflict', what: 'changed' })
  const changes = same ? [] : partChangesBetween(storedDefinition(row), definition)
  await appendBatch(tx, row, { id, revision, personId, changes, clashes, at })
  return ok({ revision, digest })
}
