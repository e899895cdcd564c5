import type { AgencyProfile } from '../../agency.ts'
import type { ComponentKey, Components, Definition } from '../../definition/index.ts'
import { channelParts } from '../channels.ts'
import { headingOf } from '../headings.ts'
import { procedureSentences } from '../procedure.ts'
import { openDuration, openRegulation } from './open-duration.ts'
import type { OpenStandard } from './standard-schema.ts'

/** The 14 components as data, each under its heading. */
export function openComponents(definition: Definition, agency: AgencyProfile): OpenStandard['components'] {
  const { components } = definition
  const heading = (key: ComponentKey) => ({ heading: headingOf(definition, key) })
  const list = (key: ListKey) => ({ ...heading(key), items: components[key].items })
  const { procedure, serviceTime, complaints, staffing } = components
  return {
    requirements: list('requirements'),
    procedure: {
      ...heading('procedure'),
      ...{ intro: procedure.intro, sentences: procedureSentences(definition), notes: procedure.notes },
    },
    serviceTime: {
      ...heading('serviceTime'),
      limits: serviceTime.limits.map(({ label, duration }) => ({ label: label || null, duration: openDuration(duration) })),
      notes: serviceTime.notes,
    },
    fee: { ...heading('fee'), ...feeOf(components.fee) },
    products: list('products'),
    complaints: {
      ...heading('complaints'),
      channels: complaints.channels.flatMap((channel) => {
        const parts = channelParts(channel, agency)
        return parts ? [{ kind: parts.kind, name: parts.name, value: parts.value, href: parts.link?.href ?? null }] : []
      }),
      flow: complaints.flow,
      limits: complaints.limits.map(({ class: name, duration }) => ({ class: name, duration: openDuration(duration) })),
    },
    legalBasis: { ...heading('legalBasis'), items: components.legalBasis.items.map(openRegulation) },
    facilities: list('facilities'),
    competence: list('competence'),
    supervision: list('supervision'),
    staffing: { ...heading('staffing'), count: staffing.count ?? null, text: staffing.text || null },
    serviceGuarantee: list('serviceGuarantee'),
    safetyGuarantee: list('safetyGuarantee'),
    evaluation: list('evaluation'),
  }
}

type ListKey = {
  [Key in ComponentKey]: Components[Key] extends { items: string[] } ? Key : never
}[ComponentKey]

function feeOf(fee: Components['fee']): Omit<OpenStandard['components']['fee'], 'heading'> {
  const none = { kind: fee.kind, currency: 'IDR' as const, words: [], lines: [], basis: null }
  switch (fee.kind) {
    case 'unset':
      return none
    case 'free':
      return { ...none, words: fee.words }
    case 'tariff': {
      const lines = fee.lines.map(({ what, rupiah, per }) => ({ what, amount: rupiah, per: per || null }))
      return { ...none, lines, basis: fee.basis || null }
    }
  }
}
