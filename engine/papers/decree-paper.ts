import type { AgencyProfile } from '../agency.ts'
import { printDate } from '../calendar/index.ts'
import type { Definition } from '../definition/index.ts'
import { type Letterhead, letterheadOf } from './letterhead.ts'
import { dictumOrdinal } from './ordinals.ts'
import { type Publication, type Signatory, type Standing, standingOf } from './publication.ts'

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

/** Makes the content of the decree, or null when the definition holds no decree text. */
export function decreePaper(definition: Definition, publication: Publication, agency: AgencyProfile): DecreePaper | null {
  const text = definition.decree
  if (!text) return null
  const { decree } = publication
  const office = decree?.signatory.title ?? publication.office ?? null
  const about = text.about
  return {
    letterhead: letterheadOf(agency),
    standing: standingOf(publication),
    office,
    number: decree?.number ?? null,
    about,
    considering: text.considering,
    recalling: text.recalling,
    decides: text.decides ?? `Keputusan ${office ?? 'pimpinan'} tentang ${about}`,
    dictums: text.dictums.map((words, index) => ({ ordinal: dictumOrdinal(index + 1), text: words })),
    place: text.place || agency.place,
    signedOn: decree && printDate(decree.signedOn, 'id'),
    signatory: decree?.signatory ?? null,
    copies: text.copies,
  }
}

/** NIP as it is printed, 8-6-1-3; what is not 18 digits is printed as it stands. */
export function printNip(nip: string): string {
  const digits = nip.replace(/\s/g, '')
  if (!/^\d{18}$/.test(digits)) return nip
  return `${digits.slice(0, 8)} ${digits.slice(8, 14)} ${digits.slice(14, 15)} ${digits.slice(15)}`
}
