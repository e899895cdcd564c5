import type { AgencyProfile } from '../agency.ts'
import { printDate } from '../calendar/index.ts'
import type { Definition } from '../definition/index.ts'
import { type Letterhead, letterheadOf } from './letterhead.ts'
import { type Publication, type Signatory, type Standing, standingOf } from './publication.ts'

/** What a maklumat says; an agency may have its own words for each part. */
export type PledgeWords = { title: string; opening: string; promises: readonly string[] }

/** The three promises of PermenPANRB 15/2014 (domain 1.3). */
export const officialPledge: PledgeWords = {
  title: 'Maklumat Pelayanan',
  opening: 'Dengan ini kami menyatakan:',
  promises: [
    'sanggup menyelenggarakan pelayanan sesuai dengan standar pelayanan yang telah ditetapkan;',
    'memberikan pelayanan sesuai dengan kewajiban dan melakukan perbaikan secara terus-menerus;',
    'bersedia menerima sanksi dan/atau memberikan kompensasi apabila pelayanan yang diberikan tidak sesuai dengan standar.',
  ],
}

/** The maklumat pelayanan: what the head of the unit promises to those who are served by a standard. */
export type ServicePledge = PledgeWords & {
  letterhead: Letterhead
  standing: Standing
  /** Who promises: the agency, since its head signs. */
  unit: string
  /** The standard that is promised, with the decree that set it. */
  standard: { title: string; office: string; number: string; signedOn: string }
  place: string
  signedOn: string
  signatory: Signatory
}

/** Makes the content of the maklumat; null until the standard is set, and for an SOP, which promises nothing to the public. */
export function servicePledge(
  definition: Definition,
  publication: Publication,
  agency: AgencyProfile,
  words: PledgeWords = officialPledge,
): ServicePledge | null {
  const { identity } = definition
  const { decree } = publication
  if (identity.kind !== 'service' || !decree) return null
  const signedOn = printDate(decree.signedOn, 'id')
  return {
    ...words,
    letterhead: letterheadOf(agency),
    standing: standingOf(publication),
    unit: agency.name,
    standard: { title: identity.title, office: decree.signatory.title, number: decree.number, signedOn },
    place: definition.decree?.place || agency.place,
    signedOn,
    signatory: decree.signatory,
  }
}
