import { printDate } from '../calendar/index.ts'
import type { PublicStatus } from '../decree/life.ts'
import type { DecreeText } from '../definition/components.ts'
import type { CivilDate } from '../instant.ts'
import { type Correction, correctionSentence } from './changes/index.ts'

/** The official who signed, as he or she was at that moment (V12). `title` is the office as printed, acting mark included. */
export type Signatory = {
  name: string
  title: string
  nip: string | null
  rank: string | null
  seat: 'definitive' | 'plt' | 'plh' | null
}

export type PublishedDecree = {
  number: string
  signedOn: CivilDate
  effectiveOn: CivilDate
  signatory: Signatory
  about: string
  /** The words that were signed, where they are not those of the one standard that the decree sets. */
  text?: DecreeText | null
}

/** Typing errors of a text that was read before this one under the same decree (ralat). */
export type Erratum = { corrects: number; correctedOn: CivilDate; corrections: readonly Correction[] }

/** What is known about one public version beside its definition. */
export type Publication = {
  status: PublicStatus
  version: number
  /** SHA-256 of the definition's canonical JSON, hex. */
  digest: string
  decree: PublishedDecree | null
  /** What took its place, when something did (P4). */
  supersededBy: { version: number; number: string | null; signedOn: CivilDate | null } | null
  /** The act that revoked or cancelled it; without its day where only a note of it is known. */
  endedBy?: { number: string; signedOn: CivilDate | null } | null
  /** What this version corrects. */
  erratum?: Erratum | null
  /** Office that will sign, for the heading of a decree that is not yet set. */
  office?: string | null
}

/** Whether a paper is in force, in the words and dates that papers print. */
export type Standing = {
  kind: 'not-set' | 'not-yet' | 'in-force' | 'superseded' | 'revoked' | 'cancelled'
  /** Null for a decree that sets nothing itself. */
  version: number | null
  digest: string
  number: string | null
  signedOn: string | null
  effectiveOn: string | null
  replacedBy: { version: number; number: string | null; signedOn: string | null } | null
  /** The act that revoked or cancelled it. */
  endedBy: { number: string; signedOn: string | null } | null
  /** What it corrects under the same number, sentence by sentence. */
  erratum: { on: string; sentences: readonly string[] } | null
}

const kinds = {
  approved: 'not-set',
  upcoming: 'not-yet',
  published: 'in-force',
  superseded: 'superseded',
  revoked: 'revoked',
  cancelled: 'cancelled',
} as const satisfies Record<PublicStatus, Standing['kind']>

/** How a paper made from this publication stands. */
export function standingOf(publication: Publication): Standing {
  const { decree, supersededBy, endedBy, erratum } = publication
  return {
    kind: kinds[publication.status],
    version: publication.version,
    digest: publication.digest,
    number: decree?.number ?? null,
    signedOn: decree && printDate(decree.signedOn, 'id'),
    effectiveOn: decree && printDate(decree.effectiveOn, 'id'),
    replacedBy: supersededBy && {
      version: supersededBy.version,
      number: supersededBy.number,
      signedOn: supersededBy.signedOn && printDate(supersededBy.signedOn, 'id'),
    },
    endedBy: endedBy ? { number: endedBy.number, signedOn: endedBy.signedOn && printDate(endedBy.signedOn, 'id') } : null,
    erratum: erratum
      ? { on: printDate(erratum.correctedOn, 'id'), sentences: erratum.corrections.map(correctionSentence) }
      : null,
  }
}
