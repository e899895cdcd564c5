import type { AgencyProfile } from '../agency.ts'
import { printDate } from '../calendar/index.ts'
import type { DecreeStatus } from '../decree/act.ts'
import type { DecreeText } from '../definition/components.ts'
import type { Definition } from '../definition/index.ts'
import type { CivilDate } from '../instant.ts'
import type { ComponentTable } from './component-table.ts'
import { type Letterhead, letterheadOf } from './letterhead.ts'
import { dictumOrdinal } from './ordinals.ts'
import { type Publication, type Signatory, type Standing, standingOf } from './publication.ts'
import type { SopPaper } from './sop-paper.ts'

/** The decree (SK) that sets the standard, part by part (domain 4.1). Letters and numbers of the lists come from the renderer. */
export type DecreePaper = {
  letterhead: Letterhead
  standing: Standing
  /** The deciding office: "Kepala Dinas …"; null when nobody who signs is known yet. */
  office: string | null
  number: string | null
  about: string
  considering: readonly string[]
  recalling: readonly string[]
  decides: string
  dictums: readonly { ordinal: string; text: string }[]
  place: string
  /** Date in words; null until signed. */
  signedOn: string | null
  signatory: Signatory | null
  copies: readonly string[]
}

/** One standard that a decree sets, in its place: the 14 components, or the papers of an SOP. */
export type Lampiran = { table: ComponentTable | null; sop: SopPaper | null }

/** Makes the content of the decree, or null when the definition holds no decree text. */
export function decreePaper(definition: Definition, publication: Publication, agency: AgencyProfile): DecreePaper | null {
  const { decree } = publication
  const text = decree?.text ?? definition.decree
  if (!text) return null
  const office = decree?.signatory.title ?? publication.office ?? null
  return { ...wordsOf(text, office, agency), standing: standingOf(publication), ...signedBy(decree) }
}

/** A decree that changes or ends others and has no standard of its own to speak for it. */
export type ActContent = {
  number: string
  signedOn: CivilDate
  effectiveOn: CivilDate
  signatory: Signatory
  text: DecreeText
  status: DecreeStatus
  /** SHA-256 of what was signed, hex. */
  digest: string
  endedBy: { number: string; signedOn: CivilDate } | null
}

/** Makes the content of an amending, revoking or cancelling decree from the words that were signed. */
export function actPaper(act: ActContent, agency: AgencyProfile): DecreePaper {
  const { number, signedOn, effectiveOn, status, digest, endedBy } = act
  const standing: Standing = {
    ...{ kind: status === 'upcoming' ? 'not-yet' : status, version: null, digest, number },
    ...{ signedOn: printDate(signedOn, 'id'), effectiveOn: printDate(effectiveOn, 'id'), replacedBy: null, erratum: null },
    endedBy: endedBy && { number: endedBy.number, signedOn: printDate(endedBy.signedOn, 'id') },
  }
  return { ...wordsOf(act.text, act.signatory.title, agency), standing, ...signedBy(act) }
}

function wordsOf(text: DecreeText, office: string | null, agency: AgencyProfile) {
  return {
    letterhead: letterheadOf(agency),
    office,
    about: text.about,
    considering: text.considering,
    recalling: text.recalling,
    decides: text.decides ?? `Keputusan ${office ?? 'pimpinan'} tentang ${text.about}`,
    dictums: text.dictums.map((words, index) => ({ ordinal: dictumOrdinal(index + 1), text: words })),
    place: text.place || agency.place,
    copies: text.copies,
  }
}

const signedBy = (decree: { number: string; signedOn: CivilDate; signatory: Signatory } | null) => ({
  number: decree?.number ?? null,
  signedOn: decree && printDate(decree.signedOn, 'id'),
  signatory: decree?.signatory ?? null,
})

/** NIP as it is printed, 8-6-1-3; what is not 18 digits is printed as it stands. */
export function printNip(nip: string): string {
  const digits = nip.replace(/\s/g, '')
  if (!/^\d{18}$/.test(digits)) return nip
  return `${digits.slice(0, 8)} ${digits.slice(8, 14)} ${digits.slice(14, 15)} ${digits.slice(15)}`
}
