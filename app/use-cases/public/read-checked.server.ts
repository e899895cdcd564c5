import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readRevocation } from '#app/use-cases/decrees/revocation-note.ts'
import { type CheckedVersion, readSealed } from '#db/stores/public-check.ts'
import { civilDate, type ReadCode, readCode, type Verdict, verdictOf } from '#engine'
import { paperCode } from './paper-code.ts'

/** What somebody who holds a paper is told of it. */
export type Checked = Omit<CheckedVersion, 'revoked' | 'zone' | 'published'> & {
  code: string
  verdict: Verdict
  /** The version to read instead, when another is in force. */
  instead: number | null
  /** Number of the revoking act as it was entered, its reason, and the day on which it was written down. */
  revoked: { decree: string | null; reason: string; on: string } | null
}

export type CodeRefusal = { code: 'not-found' } | { code: 'bad-code'; read: Extract<ReadCode, { ok: false }> }

/** What the code on a paper says of it today. Anybody may ask; drafts have no code (V18). */
export async function readChecked(typed: string, ports: Ports): Promise<Result<Checked, CodeRefusal>> {
  const read = readCode(typed)
  if (!read.ok) return refuse({ code: 'bad-code', read })
  const found = await readSealed(ports.db, read.seal)
  return found ? ok(checkedAt(found, ports.now())) : refuse({ code: 'not-found' })
}

/** How the version stands at a moment, by the days of its agency. */
export function checkedAt({ zone, revoked, published, ...version }: CheckedVersion, now: number): Checked {
  const { status, decree, next } = version
  const today = civilDate(now, zone)
  const held = { status, decree, replacedFrom: next?.decree?.effectiveOn ?? null }
  const verdict = verdictOf(held, today)
  const other = published?.version === version.version ? null : published
  return {
    ...version,
    code: paperCode(version),
    verdict,
    instead: other?.effectiveOn && other.effectiveOn <= today ? other.version : null,
    revoked: revoked && { ...readRevocation(revoked.note ?? ''), on: civilDate(revoked.at, zone) },
  }
}
