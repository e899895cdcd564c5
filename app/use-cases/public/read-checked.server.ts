import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type CheckedAct, readSealedAct } from '#db/stores/public-acts.ts'
import { type CheckedVersion, readSealed } from '#db/stores/public-check.ts'
import { civilDate, type ReadCode, readCode, type Verdict, verdictOf } from '#engine'
import { paperCode } from './paper-code.ts'

/** What somebody who holds a paper is told of it. */
export type Checked = Omit<CheckedVersion, 'ended' | 'noted' | 'zone' | 'published'> & {
  code: string
  verdict: Verdict
  /** The version to read instead, when another is in force. */
  instead: number | null
  /** The act that revoked or cancelled it, its reason, and its day; without an act that is known, the day on which it was noted. */
  ended: { decree: { id: string; number: string } | null; reason: string | null; on: string; noted: boolean } | null
}

export type CodeRefusal = { code: 'not-found' } | { code: 'bad-code'; read: Extract<ReadCode, { ok: false }> }

/** What the code on a paper says of it today. Anybody may ask; drafts have no code (V18). */
export async function readChecked(typed: string, ports: Ports): Promise<Result<Checked, CodeRefusal>> {
  const read = readCode(typed)
  if (!read.ok) return refuse({ code: 'bad-code', read })
  const found = await readSealed(ports.db, read.seal)
  return found ? ok(checkedAt(found, ports.now())) : refuse({ code: 'not-found' })
}

/** The decree that the code on its own paper names; one that sets standards is named by the codes of theirs. */
export async function readCheckedAct(typed: string, { db }: Ports): Promise<CheckedAct | null> {
  const read = readCode(typed)
  return read.ok ? readSealedAct(db, read.seal) : null
}

/** How the version stands at a moment, by the days of its agency. */
export function checkedAt({ zone, ended, noted, published, ...version }: CheckedVersion, now: number): Checked {
  const { status, decree, next, comes } = version
  const today = civilDate(now, zone)
  const replacedFrom = next?.decree?.effectiveOn ?? comes?.effectiveOn ?? null
  const held = { status, decree, replacedFrom, corrected: version.correctedOn !== null }
  const verdict = verdictOf(held, today)
  const other = published?.version === version.version ? null : published
  return {
    ...version,
    code: paperCode(version),
    verdict,
    instead: other?.effectiveOn && other.effectiveOn <= today ? other.version : null,
    ended: endedBy({ status, ended, noted, zone }),
  }
}

type Ending = Pick<CheckedVersion, 'status' | 'ended' | 'noted' | 'zone'>
function endedBy({ status, ended, noted, zone }: Ending): Checked['ended'] {
  if (status !== 'revoked' && status !== 'cancelled') return null
  if (ended) {
    const { id, number, signedOn, reason, origin } = ended
    return { decree: { id, number }, reason, on: signedOn, noted: origin === 'noted' }
  }
  return noted && { decree: null, reason: noted.note, on: civilDate(noted.at, zone), noted: true }
}
