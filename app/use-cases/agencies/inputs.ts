import { z } from 'zod'
import { AgencyProfile, ClockTime, Contact, Holiday, isTimeZone, NumberPattern, PositionId } from '#engine'
import { Slug } from '#engine/definition/ids.ts'
import { isPrintable } from '#engine/definition/printable.ts'
import { readHolidayLines } from './holiday-list.ts'

const line = z.string().trim().max(200).refine(isPrintable, 'letter-unprintable')
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .default('')
    .transform((text) => text || null)
const revision = z.coerce.number().int().min(1)
const zone = z.string().max(64).refine(isTimeZone, 'unknown-zone')

/** The zones of the country by what clerks call them. */
export const zones = [
  { id: 'Asia/Jakarta', name: 'WIB' },
  { id: 'Asia/Makassar', name: 'WITA' },
  { id: 'Asia/Jayapura', name: 'WIT' },
] as const

export const NewAgency = z
  .object({
    id: Slug.min(1),
    government: line.min(1),
    name: line.min(1),
    shortName: line.min(1),
    place: line.min(1),
    address: line.default(''),
    zone,
    template: z.string().max(80).default(''),
    administratorName: z.string().trim().max(120).default(''),
    administratorEmail: z.union([z.literal(''), z.email().max(200)]).default(''),
  })
  .refine((typed) => typed.administratorEmail === '' || typed.administratorName !== '', {
    path: ['administratorName'],
    message: 'required',
  })

const lines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const contactKinds = Contact.shape.kind.options
/** One row of the contacts table; a row without a value is left out. */
const contactRows = z.object({
  contactId: z.array(z.string().max(40)).max(60).default([]),
  contactKind: z.array(z.enum(contactKinds)).max(60).default([]),
  contactValue: z.array(line).max(60).default([]),
  contactWho: z.array(line).max(60).default([]),
})

export const AgencySettings = contactRows
  .extend({
    revision,
    zone,
    government: line.min(1),
    name: line.min(1),
    shortName: line.min(1),
    place: line.min(1),
    address: line.default(''),
    letterhead: z.string().max(1300).default('').transform(lines),
  })
  .transform((typed, context) => {
    const kept = new Set(typed.contactId)
    const freeId = () => {
      let n = 1
      while (kept.has(`contact-${n}`)) n += 1
      kept.add(`contact-${n}`)
      return `contact-${n}`
    }
    const contacts = typed.contactValue.flatMap((value, i) => {
      const kind = typed.contactKind[i]
      if (value === '' || !kind) return []
      return [{ id: typed.contactId[i] || freeId(), kind, value, who: typed.contactWho[i] || undefined }]
    })
    const { government, name, shortName, place, address, letterhead } = typed
    const profile = AgencyProfile.safeParse({ government, name, shortName, place, address, letterhead, contacts })
    for (const issue of profile.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [...issue.path].slice(0, 1), message: 'wrong-type' })
    return profile.data ? { revision: typed.revision, zone: typed.zone, profile: profile.data } : z.NEVER
  })
export type AgencySettings = z.infer<typeof AgencySettings>

const superior = z.union([z.literal('').transform(() => null), PositionId]).default(null)
export const PositionDetails = z.object({
  title: z.string().trim().min(1).max(160).refine(isPrintable, 'letter-unprintable'),
  unit: optional(160),
  superiorId: superior,
  signs: z
    .literal('yes')
    .optional()
    .transform((typed) => typed === 'yes'),
})
export type PositionDetails = z.infer<typeof PositionDetails>

export const Appointment = z
  .object({
    positionId: PositionId,
    personId: z.uuid(),
    kind: z.enum(['definitive', 'plt', 'plh']),
    basis: optional(200),
    from: z.iso.date(),
    /** The last day; empty when open. */
    until: z.union([z.literal('').transform(() => null), z.iso.date()]).default(null),
  })
  .refine((typed) => typed.until === null || typed.until >= typed.from, { path: ['until'], message: 'ends-before-it-begins' })
export type Appointment = z.infer<typeof Appointment>

export const LocalHoliday = z.object({ date: z.iso.date(), name: line.min(1), source: optional(200), revision })

/** The pasted list of a year's holidays; taken whole or not at all. */
export const HolidayListInput = z.object({
  revision,
  list: z
    .string()
    .trim()
    .min(1)
    .max(60_000)
    .transform((text, context) => {
      const { holidays, problems } = readHolidayLines(text)
      for (const { code, line } of problems) context.addIssue({ code: 'custom', message: code, params: { line } })
      if (holidays.length === 0 && problems.length === 0) context.addIssue({ code: 'custom', message: 'required' })
      if (holidays.length > 500) context.addIssue({ code: 'custom', message: 'too-many', params: { max: 500 } })
      return holidays
    }),
})
export type HolidayListInput = z.infer<typeof HolidayListInput>

export const UnitDetails = z.object({ name: line.min(1), worksOn: z.array(Holiday.shape.kind).max(3).default([]), revision })

/** A day's hours as clerks write them: `07:30-12:00, 13:00-16:00`; empty is a day off. */
const dayHours = z
  .string()
  .max(120)
  .default('')
  .transform((text, context) => {
    const spans = text
      .split(/[,;]/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
    const pairs = spans.map((one) => one.replace(/\./g, ':').split(/\s*[-–]\s*/))
    const good = pairs.every(
      ([opens, closes, more]) => isClock(opens) && (isClock(closes) || closes === '24:00') && more === undefined,
    )
    if (!good) context.addIssue({ code: 'custom', message: 'bad-hours' })
    return pairs.map(([opens = '', closes = '']): [string, string] => [opens, closes])
  })
const isClock = (text: string | undefined) => ClockTime.safeParse(text).success

export const Hours = z.object({
  from: z.iso.date(),
  until: z.union([z.literal('').transform(() => null), z.iso.date()]).default(null),
  name: optional(200),
  source: optional(200),
  mon: dayHours,
  tue: dayHours,
  wed: dayHours,
  thu: dayHours,
  fri: dayHours,
  sat: dayHours,
  sun: dayHours,
  revision,
})

export const NewSeries = z.object({
  name: line.min(1),
  kind: z.enum(['decree', 'sop']),
  pattern: z.string().trim().min(1).max(80).pipe(NumberPattern),
})
