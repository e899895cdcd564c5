import { Temporal } from 'temporal-polyfill'
import type { CivilDate, Instant } from '../instant.ts'

/** Whole days since 1970-01-01, of a civil date; the arithmetic of dates without a zone. */
export type DayNumber = number

const DAY_MS = 86_400_000

/** Whether `zone` is a time zone by name (`Asia/Jakarta`), as known to this runtime. */
export function isTimeZone(zone: string): boolean {
  // Offsets and moments in ISO form, which begin otherwise, are understood below as well.
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

/**
 * The civil date on which an instant falls in a zone.
 * @throws {RangeError} when the zone is unknown
 */
export function civilDate(instant: Instant, zone: string): CivilDate {
  const offset = settledOffset(zone)
  if (offset !== null && instant >= settledSince) return isoDate(instant + offset)
  return zoned(instant, zone).toPlainDate().toString()
}

/** Time of day of an instant in a zone, `HH:mm`. */
export function civilTime(instant: Instant, zone: string): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The instant of a civil date and time (`HH:mm`, or `24:00`) in a zone; a time that a clock change skips moves forward. */
export function instantOf(date: CivilDate, time: string, zone: string): Instant {
  if (time === '24:00') return startOfDay(civilOf(dayNumber(date) + 1), zone)
  const plainTime = Temporal.PlainTime.from(time)
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
}

/**
 * The instant at which the clock on the wall first shows a time of a civil date, or, when a clock change skips it, the
 * moment of that change: offices open and close by the clock.
 */
export function shownAt(date: CivilDate, time: string, zone: string): Instant {
  const instant = instantOf(date, time, zone)
  if (time === '24:00' || civilTime(instant, zone) === time) return instant
  return zoned(instant + 1, zone).getTimeZoneTransition('previous')?.epochMilliseconds ?? instant
}

/** The instant at which a civil date begins in a zone. */
export function startOfDay(date: CivilDate, zone: string): Instant {
  const offset = settledOffset(zone)
  const midnight = dayNumber(date) * DAY_MS
  if (offset !== null && midnight - offset >= settledSince) return midnight - offset
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
}

/** The last millisecond of a civil date in a zone: printed as 23.59, and still that day. */
export function endOfDay(date: CivilDate, zone: string): Instant {
  return startOfDay(civilOf(dayNumber(date) + 1), zone) - 1
}

/** The same day of the month `months` later, or the last day of that month. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

/** Minutes by which the zone's clock is ahead of UTC at an instant. */
export function zoneOffsetMinutes(instant: Instant, zone: string): number {
  return zoned(instant, zone).offsetNanoseconds / 60_000_000_000
}

export const dayNumber = (date: CivilDate): DayNumber => Date.parse(`${date}T00:00:00Z`) / DAY_MS
export const civilOf = (day: DayNumber): CivilDate => isoDate(day * DAY_MS)

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7

const dates = new Map<DayNumber, CivilDate>()
const datesKept = 10_000

/** Written out once for each day, since counting a time limit asks for the same days again and again. */
function isoDate(utc: Instant): CivilDate {
  const day = Math.floor(utc / DAY_MS)
  const known = dates.get(day)
  if (known !== undefined) return known
  const iso = new Date(utc).toISOString()
  // A year past 9999 takes more than four digits.
  const date = iso.slice(0, iso.indexOf('T'))
  if (dates.size >= datesKept) dates.clear()
  dates.set(day, date)
  return date
}

const settledSince: Instant = Date.UTC(2000, 0, 1)
const settledOffsets = new Map<string, number | null>()

/**
 * Milliseconds that a zone is ahead of UTC, if its clocks have not changed since the year 2000 and no change is planned;
 * else null. The general arithmetic costs a hundred times as much, and offices count many days.
 */
function settledOffset(zone: string): number | null {
  const known = settledOffsets.get(zone)
  if (known !== undefined) return known
  const then = zoned(settledSince, zone)
  const offset = then.getTimeZoneTransition('next') === null ? then.offsetNanoseconds / 1_000_000 : null
  settledOffsets.set(zone, offset)
  return offset
}

function zoned(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
}
