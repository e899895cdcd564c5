import type { AgencyProfile } from '../../agency.ts'
import type { Definition } from '../../definition/index.ts'
import { componentContent } from '../component-content.ts'
import { sopFlow } from '../sop-paper.ts'

export type OverviewPart = { who: string; what: string }

/** A service at one glance: who asks for it, the unit that serves, and what is handed over. */
export type Overview = {
  applicant: OverviewPart
  unit: OverviewPart
  product: OverviewPart
  /** What the applicant brings, and within which time the product is handed over; empty where not stated. */
  brings: string
  within: string
}

/** Makes the overview from the parts of the standard; null where its flow or its product is not yet written. */
export function serviceOverview(definition: Definition, agency: AgencyProfile): Overview | null {
  const { identity, components } = definition
  const { lanes, steps } = sopFlow(definition)
  const [first] = steps
  const products = components.products.items
  if (identity.kind !== 'service' || !first || products.length === 0) return null
  const staffed = new Set(definition.flow.lanes.filter(({ kind }) => kind === 'positions').map(({ id }) => id))
  const serving = lanes.filter(({ id }) => id !== first.lane && staffed.has(id)).map(({ name }) => name)
  const requirements = components.requirements.items.length
  const [time] = componentContent(definition, 'serviceTime', agency, 'number')
  return {
    applicant: { who: lanes.find(({ id }) => id === first.lane)?.name ?? '', what: first.activity },
    unit: { who: identity.unit || agency.name, what: serving.join(', ') },
    product: { who: 'Produk pelayanan', what: products.join(' ') },
    brings: requirements > 0 ? `${requirements} persyaratan` : '',
    within: (time?.items ?? []).map(({ text }) => text).join('; '),
  }
}
