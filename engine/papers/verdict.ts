import type { DecreeStatus } from '../decree/act.ts'
import type { CivilDate } from '../instant.ts'
import type { Publication } from './publication.ts'

/** What somebody who holds a paper has to know of it first. `ending`: still in force, but what takes its place is set. */
export type Verdict = 'in-force' | 'ending' | 'not-yet' | 'not-set' | 'superseded' | 'revoked' | 'cancelled'

/**
 * What is known of a version and its act; `replacedFrom` is the day from which what takes its place, or ends it, is in force.
 * `corrected`: what took its place stands by the same act (ralat).
 */
export type Held = {
  status: Publication['status']
  corrected?: boolean
  decree: { effectiveOn: CivilDate; status: DecreeStatus } | null
  replacedFrom: CivilDate | null
}

/**
 * Whether a paper is in force. What an act lost its version loses too, unless another act had replaced it before, and nothing
 * is in force without a number.
 * @param today  the civil date where the agency is; the caller supplies it
 */
export function verdictOf({ status, decree, replacedFrom, corrected = false }: Held, today: CivilDate): Verdict {
  if (status === 'cancelled' || decree?.status === 'cancelled') return 'cancelled'
  if (status === 'revoked' || (decree?.status === 'revoked' && (status !== 'superseded' || corrected))) return 'revoked'
  if (status === 'approved') return 'not-set'
  if (status === 'upcoming') return 'not-yet'
  const begun = decree !== null && decree.effectiveOn <= today
  if (status === 'superseded') return begun && replacedFrom !== null && replacedFrom > today ? 'ending' : 'superseded'
  if (decree === null) return 'not-set'
  if (!begun) return 'not-yet'
  return replacedFrom !== null && replacedFrom > today ? 'ending' : 'in-force'
}
