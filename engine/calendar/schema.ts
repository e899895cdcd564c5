import { z } from 'zod'
import { CalendarUnitId } from '../definition/ids.ts'
import { isTimeZone } from './civil.ts'

const words = z.string().trim().max(200)
const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** A time of day as clerks write it: `07:30`. */
export const ClockTime = z.string().regex(clock)

/** An open stretch of a day; it may end at `24:00`. */
export const OpenHours = z
  .tuple([ClockTime, z.union([ClockTime, z.literal('24:00')])])
  .refine(([opens, closes]) => opens < closes, 'closes before it opens')

const DayHours = z
  .array(OpenHours)
  .max(6)
  .refine(
    (spans) => spans.every((span, i) => i === 0 || (spans[i - 1]?.[1] ?? '') <= span[0]),
    'hours overlap or are out of order',
  )

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const WeekHours = z.strictObject({
  mon: DayHours,
  tue: DayHours,
  wed: DayHours,
  thu: DayHours,
  fri: DayHours,
  sat: DayHours,
  sun: DayHours,
})
export type WeekHours = z.infer<typeof WeekHours>

/** Working hours from a date on. A span with `until` (Ramadan) overrides the open-ended hours it falls into. */
export const Schedule = z
  .strictObject({
    from: z.iso.date(),
    until: z.iso.date().optional(),
    name: words.optional(),
    week: WeekHours,
    source: words.optional(),
  })
  .refine((schedule) => schedule.until === undefined || schedule.from <= schedule.until, 'ends before it begins')
export type Schedule = z.infer<typeof Schedule>

/** A day without work for the whole office: national holiday, collective leave, or a day of this region alone. */
export const Holiday = z.strictObject({
  date: z.iso.date(),
  name: words.min(1),
  kind: z.enum(['national', 'jointLeave', 'local']),
  source: words.optional(),
})
export type Holiday = z.infer<typeof Holiday>

const content = { schedules: z.array(Schedule).max(200).default([]), holidays: z.array(Holiday).max(2000).default([]) }

/** Hours and holidays that many agencies share; a zone makes a `Calendar` of it. */
export const CalendarTemplate = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(80),
  name: words.min(1),
  ...content,
})
export type CalendarTemplate = z.infer<typeof CalendarTemplate>

/**
 * A part of an agency with working time of its own (a six-day service desk). Its hours come before the agency's on every
 * day for which it has set any; without any it keeps the agency's. It is free on the agency's holidays, apart from the
 * kinds that it `worksOn`, and on its own.
 */
export const CalendarUnit = z.strictObject({
  id: CalendarUnitId,
  name: words.min(1),
  ...content,
  worksOn: z.array(Holiday.shape.kind).max(3).default([]),
})
export type CalendarUnit = z.infer<typeof CalendarUnit>

/**
 * The working time of one agency: its zone, its hours by date, its free days, and the units that differ.
 * `unit` is the name of the unit that `calendarOf` made it for; a stored calendar has none.
 */
export const Calendar = z.strictObject({
  zone: z.string().max(64).refine(isTimeZone, 'unknown time zone'),
  ...content,
  units: z
    .array(CalendarUnit)
    .max(100)
    .refine((units) => new Set(units.map(({ id }) => id)).size === units.length, 'two units have one id')
    .default([]),
  unit: words.optional(),
})
export type Calendar = z.infer<typeof Calendar>
