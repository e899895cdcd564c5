import { z } from 'zod'
import { AgencyProfile } from '../agency.ts'
import { Calendar, type CalendarTemplate, Holiday, Schedule } from '../calendar/schema.ts'
import { NumberPattern } from '../decree/number.ts'
import { PositionId, Slug } from './ids.ts'
import { limits } from './limits.ts'
import { Definition } from './schema.ts'
import { upgrade } from './upgrade.ts'

const line = z.string().trim().max(limits.label)

/** An office of the agency; work goes to it, people hold it. */
const ShippedPosition = z.strictObject({
  id: PositionId,
  title: line.min(1),
  unit: line.optional(),
  superior: PositionId.optional(),
  /** May sign decrees of the agency. */
  signs: z.boolean().default(false),
})
export type ShippedPosition = z.infer<typeof ShippedPosition>

const ShippedSeries = z.strictObject({
  id: Slug,
  name: line.min(1),
  kind: z.enum(['decree', 'sop']),
  pattern: NumberPattern,
})
export type ShippedSeries = z.infer<typeof ShippedSeries>

/**
 * An act that was set before the register began. `series` and `seq`, where known, let the series go on after it.
 * The signatory is kept as printed: an office or NIP that the document does not name stays empty.
 */
export const ImportedDecree = z.strictObject({
  id: Slug,
  origin: z.literal('imported'),
  series: Slug.optional(),
  seq: z.number().int().min(1).optional(),
  number: line.min(1),
  about: z.string().trim().min(1).max(limits.sentence),
  signedOn: z.iso.date(),
  effectiveOn: z.iso.date(),
  signatory: z.strictObject({
    name: line.min(1),
    title: line,
    nip: z
      .string()
      .regex(/^\d{18}$/)
      .nullable(),
    rank: line.nullable(),
    seat: z.enum(['definitive', 'plt', 'plh']).nullable(),
  }),
})
export type ImportedDecree = z.infer<typeof ImportedDecree>

/** One agency as data: what a fresh database is given of it. The calendar is a template with the agency's own additions. */
export const AgencyFile = z.strictObject({
  id: Slug,
  zone: Calendar.shape.zone,
  profile: AgencyProfile,
  calendar: z.strictObject({
    template: Slug.optional(),
    schedules: z.array(Schedule).max(200).default([]),
    holidays: z.array(Holiday).max(2000).default([]),
    units: Calendar.shape.units,
  }),
  positions: z.array(ShippedPosition).min(1).max(500),
  series: z.array(ShippedSeries).max(50).default([]),
  decrees: z.array(ImportedDecree).max(500).default([]),
})
export type AgencyFile = z.infer<typeof AgencyFile>

/** One standard as data: its first version, and the imported decree of its agency that set it, when one did. */
export const StandardFile = z
  .strictObject({
    slug: Slug,
    status: z.enum(['approved', 'published']),
    decree: Slug.optional(),
    definition: z.preprocess(upgraded, Definition),
  })
  .refine(
    (file) => (file.status === 'published') === (file.decree !== undefined),
    'a published standard names its decree, an approved one none',
  )
export type StandardFile = z.infer<typeof StandardFile>

/**
 * The working calendar of an agency: its template's hours and holidays, then its own.
 * @throws {RangeError} when it names a template that is not among those given
 */
export function shippedCalendar({ id, zone, calendar }: AgencyFile, templates: readonly CalendarTemplate[]): Calendar {
  const template = templates.find((candidate) => candidate.id === calendar.template)
  if (calendar.template !== undefined && template === undefined) {
    throw new RangeError(`${id}: calendar.template: expected a known template, got "${calendar.template}"`)
  }
  return Calendar.parse({
    zone,
    schedules: [...(template?.schedules ?? []), ...calendar.schedules],
    holidays: [...(template?.holidays ?? []), ...calendar.holidays],
    units: calendar.units,
  })
}

/** A file written for an older schema is read as stored documents are. */
function upgraded(raw: unknown): unknown {
  const result = upgrade(raw)
  return result.ok ? result.raw : raw
}
