import type { AgencyProfile } from '../agency.ts'
import { type ComponentKey, componentKeys, type Definition, publishedComponentKeys } from '../definition/index.ts'
import { componentContent } from './component-content.ts'
import { headingOf } from './headings.ts'
import { type Letterhead, letterheadOf } from './letterhead.ts'
import { type Publication, type Standing, standingOf } from './publication.ts'
import type { PaperSection } from './service-sheet.ts'

export type ComponentGroup = { name: string; gloss: string; rows: readonly PaperSection[] }

/** The 14 components in the table form that is set by decree: two groups, each numbered from 1. */
export type ComponentTable = {
  letterhead: Letterhead
  /** "6. Standar Pelayanan …" where the collection of the agency numbers it. */
  ordinal: number | null
  title: string
  standing: Standing
  groups: readonly ComponentGroup[]
}

/** Makes the content of the 14-component table; every component has its row, filled or not. */
export function componentTable(definition: Definition, publication: Publication, agency: AgencyProfile): ComponentTable {
  const rows = (keys: readonly ComponentKey[]) =>
    keys.map((key, index) => ({
      key,
      number: index + 1,
      heading: headingOf(definition, key, agency.papers),
      blocks: componentContent(definition, key, agency, 'letter'),
    }))
  const split = publishedComponentKeys.length
  return {
    letterhead: letterheadOf(agency),
    ordinal: definition.identity.ordinal ?? null,
    title: definition.identity.title,
    standing: standingOf(publication),
    groups: [
      { name: 'Penyampaian Pelayanan', gloss: 'service delivery', rows: rows(componentKeys.slice(0, split)) },
      { name: 'Pengelolaan Pelayanan', gloss: 'manufacturing', rows: rows(componentKeys.slice(split)) },
    ],
  }
}
