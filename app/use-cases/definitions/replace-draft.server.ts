import { type AppRefusal, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import type { Db } from '#db/connection.ts'
import { addWriters } from '#db/stores/drafts.ts'
import { keepSnapshot, type SnapshotReason } from '#db/stores/snapshots.ts'
import type { VersionRow } from '#db/stores/version-life.ts'
import { canonicalJson, type Definition } from '#engine'
import { writersOf } from './own-work.ts'
import { rewriteDraft } from './rewrite-draft.server.ts'

/** Of one standard, named ones and kept ones together. None is thrown away for a new one: authors say which are not needed. */
export const mostSnapshots = 200

type Moment = { id: string; personId: string; at: Date }
type Why = { why: Exclude<SnapshotReason, 'named'>; name?: undefined } | { why: 'named'; name: string }

/** Keeps what a draft says now. False when there is no room for another. */
export function keepAsItIs(tx: Db, row: VersionRow, moment: Moment, { why, name }: Why): Promise<boolean> {
  const { agencyId, slug, number, body, digest } = row
  const snapshot = { agencyId, slug, number, why, name: name ?? null, body, digest, writers: writersOf(row), ...moment }
  return keepSnapshot(tx, snapshot, mostSnapshots)
}

type Text = { definition: Definition; writers: readonly string[]; why: Exclude<SnapshotReason, 'named'> }

/**
 * Puts another text into a locked draft. What it said until now is kept first (P14), and whoever wrote the new text counts
 * among the draft's writers (V11). The same text again changes nothing.
 */
export async function replaceDraft(tx: Db, row: VersionRow, text: Text, moment: Moment): Promise<AppRefusal | null> {
  if (digestOf(canonicalJson(text.definition)) === row.digest) return null
  if (!(await keepAsItIs(tx, row, moment, { why: text.why }))) return tooMany.refusal
  await addWriters(tx, row, text.writers)
  const written = await rewriteDraft(tx, row, text.definition, moment)
  return written.ok ? null : written.refusal
}

export const tooMany = refuse({ code: 'conflict', what: 'too-many-snapshots' })
