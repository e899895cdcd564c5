import type { Ports } from '#app/ports.ts'
import { refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { constraintOf } from '#db/rows.ts'
import { insertVersion, nextVersionNumber, recordAct, type VersionKey } from '#db/stores/version-life.ts'

type Text = { body: string; digest: string; basedOn: number; writers: readonly string[] }
type Beginning = { key: VersionKey; text: Text; personId: string; at: Date }

/** A new draft with that text; its number. */
export async function beginDraft(tx: Db, { key, text, personId, at }: Beginning, ports: Ports): Promise<number> {
  const { agencyId, slug } = key
  const number = await nextVersionNumber(tx, key)
  const made = { authorId: personId, updatedBy: personId, updatedAt: at, basedOn: text.basedOn, writers: [...text.writers] }
  const row = { agencyId, slug, number, status: 'draft', body: text.body, digest: text.digest, ...made } as const
  await insertVersion(tx, row)
  await recordAct(tx, row, { id: ports.newId(), act: 'created', personId, at })
  return number
}

/** What it means when a draft cannot be begun: one stands already, or another one was begun at the same moment. */
export function draftExists(error: unknown) {
  const constraint = constraintOf(error)
  if (constraint !== 'versions_one_draft' && !constraint?.startsWith('versions_agency_id')) throw error
  return refuse({ code: 'conflict', what: 'draft-exists' })
}
