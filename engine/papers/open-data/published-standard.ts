import type { AgencyProfile } from '../../agency.ts'
import type { Definition } from '../../definition/index.ts'
import type { CivilDate } from '../../instant.ts'
import type { Publication } from '../publication.ts'

/** One public version of a standard with what stands around it: what open data is made from. */
export type PublishedStandard = {
  agencyId: string
  slug: string
  agency: AgencyProfile
  definition: Definition
  publication: Publication
  /** Every public version, newest first. */
  versions: readonly PublicVersionLine[]
  /** How somebody outside may begin the procedure, where that can be done now. */
  begins: 'applicant' | 'complaint' | null
}

export type PublicVersionLine = {
  number: number
  status: Publication['status']
  digest: string
  decree: { number: string; signedOn: CivilDate; effectiveOn: CivilDate } | null
}

/** The absolute addresses of a standard, below the origin that people know. They last as long as the standard is public. */
export function addressesOf({ agencyId, slug }: Pick<PublishedStandard, 'agencyId' | 'slug'>, origin: string) {
  const agency = `${origin}/standar/${agencyId}`
  const standard = `${agency}/${slug}`
  const version = (number: number) => `${standard}/v/${number}`
  return { agency, standard, version, apply: `${origin}/ajukan/${agencyId}/${slug}`, schema: `${origin}/skema/standar-1.json` }
}
