import { z } from 'zod'
import { Condition } from './condition.ts'
import { OverallDeadlinePolicy } from './deadline-policy.ts'
import { Duration } from './duration.ts'
import { limits } from './limits.ts'

const label = z.string().trim().max(limits.label)
const sentence = z.string().trim().min(1).max(limits.sentence)
const sentences = z.array(sentence).max(limits.items).default([])

/** The 14 components of PermenPANRB 15/2014 in their order: six of service delivery, then eight of management. */
export const componentKeys = [
  'requirements',
  'procedure',
  'serviceTime',
  'fee',
  'products',
  'complaints',
  'legalBasis',
  'facilities',
  'competence',
  'supervision',
  'staffing',
  'serviceGuarantee',
  'safetyGuarantee',
  'evaluation',
] as const
export const ComponentKey = z.enum(componentKeys)
export type ComponentKey = z.infer<typeof ComponentKey>
export const publishedComponentKeys = componentKeys.slice(0, 6)

/** The promise for the whole procedure: the first limit whose condition is true binds; one without `when` always is. */
const TimeLimit = z.strictObject({ when: Condition.optional(), label: label.optional(), duration: Duration })
export type TimeLimit = z.infer<typeof TimeLimit>

export const Regulation = z.strictObject({
  text: sentence,
  /** For the register of regulations: kind, number and year as they are cited. */
  type: label.optional(),
  number: label.optional(),
  year: z.number().int().min(1900).max(2200).optional(),
})
export type Regulation = z.infer<typeof Regulation>

/** A way to complain. `value` is printed as it stands; `contact` instead names a contact of the agency by id. */
export const ComplaintChannel = z.strictObject({
  kind: z.enum(['inPerson', 'box', 'letter', 'whatsapp', 'phone', 'email', 'web', 'instagram', 'twitter', 'facebook', 'other']),
  text: label.optional(),
  value: label.optional(),
  contact: label.optional(),
})
export type ComplaintChannel = z.infer<typeof ComplaintChannel>

export const Components = z.strictObject({
  requirements: z.strictObject({ items: sentences }),
  procedure: z.strictObject({
    /** Printed above the steps; the steps themselves are the flow's own sentences. */
    intro: sentences,
    notes: sentences,
  }),
  serviceTime: z.strictObject({
    limits: z.array(TimeLimit).max(limits.items).default([]),
    notes: sentences,
    /** What the promise does when it nears and when it is broken. */
    deadline: OverallDeadlinePolicy.optional(),
  }),
  fee: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('unset') }),
    z.strictObject({ kind: z.literal('free'), words: sentences }),
    z.strictObject({
      kind: z.literal('tariff'),
      lines: z
        .array(z.strictObject({ what: sentence, rupiah: z.number().int().min(0), per: label.optional() }))
        .max(limits.items),
      basis: sentence.optional(),
    }),
  ]),
  products: z.strictObject({ items: sentences }),
  complaints: z.strictObject({
    channels: z.array(ComplaintChannel).max(limits.items).default([]),
    flow: sentences,
    limits: z
      .array(z.strictObject({ class: label.min(1), duration: Duration }))
      .max(20)
      .default([]),
  }),
  legalBasis: z.strictObject({ items: z.array(Regulation).max(limits.items).default([]) }),
  facilities: z.strictObject({ items: sentences }),
  competence: z.strictObject({ items: sentences }),
  supervision: z.strictObject({ items: sentences }),
  staffing: z.strictObject({ count: z.number().int().min(0).max(10000).optional(), text: label.optional() }),
  serviceGuarantee: z.strictObject({ items: sentences }),
  safetyGuarantee: z.strictObject({ items: sentences }),
  evaluation: z.strictObject({ items: sentences }),
})
export type Components = z.infer<typeof Components>

/** The identity page of an SOP (PermenPANRB 35/2012). Dates are civil dates of the agency. */
export const SopBlock = z.strictObject({
  name: label.optional(),
  number: label.optional(),
  madeOn: z.iso.date().optional(),
  revisedOn: z.iso.date().optional(),
  effectiveOn: z.iso.date().optional(),
  legalBasis: z.array(Regulation).max(limits.items).default([]),
  qualifications: sentences,
  related: sentences,
  equipment: sentences,
  warnings: sentences,
  records: sentences,
})
export type SopBlock = z.infer<typeof SopBlock>

/** The words of the decree (SK) that sets the standard; letters, numbers and ordinals are generated. */
export const DecreeText = z.strictObject({
  about: sentence,
  considering: sentences,
  recalling: sentences,
  decides: sentence.optional(),
  dictums: sentences,
  copies: sentences,
  place: label.optional(),
})
export type DecreeText = z.infer<typeof DecreeText>
