import { z } from 'zod'
import { publicStatuses } from '../../decree/life.ts'
import { DurationUnit } from '../../definition/duration.ts'

const words = z.string()
const orNull = words.nullable()
const lines = z.array(words)
const day = z.iso.date()
const link = z.url()
const heading = words.meta({ description: 'The heading as this standard prints it' })
const list = z.object({ heading, items: lines })

const OpenDuration = z
  .object({
    text: words.meta({ description: 'As printed: "Maksimal 1 hari kerja"' }),
    amount: z.number().int().nullable().meta({ description: 'Null for the day of the event itself (unit sameDay)' }),
    upTo: z.number().int().nullable().meta({ description: 'Upper end of a range; then it binds' }),
    unit: DurationUnit,
    clock: z.enum(['working', 'calendar']).meta({ description: 'Whether minutes and hours count in open hours alone' }),
    maximum: z.boolean(),
    note: orNull,
  })
  .meta({ id: 'Duration' })

const Fee = z
  .object({
    heading,
    kind: z.enum(['unset', 'free', 'tariff']),
    currency: z.literal('IDR'),
    words: lines,
    lines: z.array(z.object({ what: words, amount: z.number().int(), per: orNull })),
    basis: orNull,
  })
  .meta({ id: 'Fee' })

const Channel = z
  .object({
    kind: words,
    name: words,
    value: words.meta({ description: 'Number, address or name as printed; names of persons are left out' }),
    href: orNull,
  })
  .meta({ id: 'Channel' })

const Regulation = z
  .object({ text: words, type: orNull, number: orNull, year: z.number().int().nullable() })
  .meta({ id: 'Regulation' })

const Components = z
  .object({
    requirements: list,
    procedure: z.object({
      heading,
      intro: lines,
      sentences: lines.meta({ description: 'The sentences of the steps, in order' }),
      notes: lines,
    }),
    serviceTime: z.object({ heading, limits: z.array(z.object({ label: orNull, duration: OpenDuration })), notes: lines }),
    fee: Fee,
    products: list,
    complaints: z.object({
      heading,
      channels: z.array(Channel),
      flow: lines,
      limits: z.array(z.object({ class: words, duration: OpenDuration })),
    }),
    legalBasis: z.object({ heading, items: z.array(Regulation) }),
    facilities: list,
    competence: list,
    supervision: list,
    staffing: z.object({ heading, count: z.number().int().nullable(), text: orNull }),
    serviceGuarantee: list,
    safetyGuarantee: list,
    evaluation: list,
  })
  .meta({ description: 'The 14 components of PermenPANRB 15/2014; the first six are those that must be published' })

const Step = z
  .object({
    number: z.number().int(),
    activity: words,
    statement: orNull.meta({ description: 'The official sentence of the step' }),
    lane: words,
    joint: lines.meta({ description: 'Lanes that do the step together with its own' }),
    symbol: z.enum(['capsule', 'box', 'diamond']),
    first: z.boolean(),
    requirements: lines,
    time: words.meta({ description: 'As printed; empty where none is set' }),
    duration: OpenDuration.nullable(),
    output: lines,
    remarks: lines,
    exits: z.array(
      z.object({
        label: orNull,
        to: z.array(z.number().int().nullable()).meta({ description: 'Numbers of steps; null where the procedure ends' }),
      }),
    ),
  })
  .meta({ id: 'Step' })

const SopIdentity = z
  .object({
    name: words,
    number: orNull,
    madeOn: day.nullable(),
    revisedOn: day.nullable(),
    effectiveOn: day.nullable(),
    legalBasis: z.array(Regulation),
    qualifications: lines,
    related: lines,
    equipment: lines,
    warnings: lines,
    records: lines,
  })
  .meta({ id: 'SopIdentity' })

const Status = z
  .enum(publicStatuses)
  .meta({ description: 'published: in force. approved: not yet set by a decree. upcoming: set, its day is still to come' })
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the version, hex' })

const Decree = z
  .object({
    number: words,
    about: words,
    signedOn: day,
    effectiveOn: day,
    signatory: z.object({ name: words, office: words, acting: z.enum(['plt', 'plh']).nullable() }),
  })
  .meta({ id: 'Decree' })

const VersionLine = z.object({
  version: z.number().int(),
  status: Status,
  digest,
  decree: z.object({ number: words, signedOn: day, effectiveOn: day }).nullable(),
  url: link,
})

const Agency = z.object({
  id: words,
  name: words,
  government: words,
  address: orNull,
  contacts: z.array(z.object({ kind: words, value: words })),
  url: link,
})

const Paper = z.object({
  paper: z.enum(['sheet', 'components', 'sop', 'decree', 'pledge']),
  mediaType: words,
  url: link,
})

/**
 * The public content of one version of a standard as open data, version 1. Fields may be added within this version; none is
 * renamed, given another meaning or taken away. Names and numbers of persons are no part of it.
 */
export const OpenStandard = z.object({
  $schema: link,
  schemaVersion: z.literal(1),
  id: link.meta({ description: 'The version itself; lasts' }),
  url: link.meta({ description: 'Where the version in force is read' }),
  agency: Agency,
  slug: words,
  title: words,
  kind: z.enum(['service', 'sop']),
  summary: orNull,
  unit: orNull.meta({ description: 'The unit that serves, as printed' }),
  language: z.literal('id'),
  version: z.number().int(),
  status: Status,
  digest,
  decree: Decree.nullable(),
  supersededBy: z.object({ version: z.number().int(), number: orNull, signedOn: day.nullable(), url: link }).nullable(),
  endedBy: z
    .object({ number: words, signedOn: day.nullable() })
    .nullable()
    .meta({ description: 'The act that revoked or cancelled it' }),
  apply: link.nullable().meta({ description: 'Where anybody may begin the procedure now' }),
  components: Components,
  lanes: z.array(z.object({ id: words, name: words, kind: z.enum(['positions', 'applicant', 'public', 'system']) })),
  steps: z.array(Step),
  sop: SopIdentity.nullable(),
  versions: z.array(VersionLine),
  papers: z.array(Paper),
})
export type OpenStandard = z.infer<typeof OpenStandard>
export type OpenPaper = z.infer<typeof Paper>
export type OpenDuration = z.infer<typeof OpenDuration>
