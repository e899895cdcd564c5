import type { AgencyProfile } from '../agency.ts'
import { type ComponentKey, type Definition, publishedComponentKeys } from '../definition/index.ts'
import type { Block } from './block.ts'
import { componentContent } from './component-content.ts'
import { headingOf } from './headings.ts'
import { type Letterhead, letterheadOf } from './letterhead.ts'
import { type Overview, serviceOverview } from './overview/index.ts'
import { type Publication, type Standing, standingOf } from './publication.ts'

export type PaperSection = { key: ComponentKey; number: number; heading: string; blocks: readonly Block[] }

/** The sheet that the public reads: the six published components, as the national portal shows them (domain 3). */
export type ServiceSheet = {
  letterhead: Letterhead
  title: string
  summary: string | null
  unit: string | null
  standing: Standing
  /** The service at one glance; null while its flow or product is not written. */
  overview: Overview | null
  sections: readonly PaperSection[]
}

/** Makes the content of the service sheet. Procedure steps are the flow's own sentences; empty components keep their place. */
export function serviceSheet(definition: Definition, publication: Publication, agency: AgencyProfile): ServiceSheet {
  const { title, summary, unit } = definition.identity
  return {
    letterhead: letterheadOf(agency),
    title,
    summary: summary || null,
    unit: unit || null,
    standing: standingOf(publication),
    overview: serviceOverview(definition, agency),
    sections: publishedComponentKeys.map((key, index) => ({
      key,
      number: index + 1,
      heading: headingOf(definition, key, agency.papers),
      blocks: componentContent(definition, key, agency, 'number'),
    })),
  }
}
