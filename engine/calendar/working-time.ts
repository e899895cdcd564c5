import type { Instant } from '../instant.ts'
import type { DayNumber } from './civil.ts'
import type { Calendar } from './schema.ts'
import { CalendarWithoutHours, horizonDays, type WorkingDays, workingDaysOf } from './working-days.ts'

const MINUTE_MS = 60_000

/**
 * The instant at which `minutes` of open time have passed since `from`. Full time ends at a closing, never at the next opening.
 * @param minutes 0 or more, fractions allowed; 0 gives the next moment the office is open
 * @throws {CalendarWithoutHours} when the calendar never offers that much time
 */
export function addWorkingMinutes(from: Instant, minutes: number, calendar: Calendar): Instant {
  const days = workingDaysOf(calendar)
  let left = minutes * MINUTE_MS
  const first = days.dayOf(from)
  for (let day = first; day < first + horizonDays; day++) {
    for (const { opens, closes } of days.open(day)) {
      const begins = Math.max(opens, from)
      if (begins >= closes) continue
      if (left <= closes - begins) return begins + left
      left -= closes - begins
    }
  }
  throw new CalendarWithoutHours(from)
}

/** Open minutes between two instants, with fractions; negative when `to` lies before `from`. */
export function workingMinutesBetween(from: Instant, to: Instant, calendar: Calendar): number {
  if (to < from) return -workingMinutesBetween(to, from, calendar)
  const days = workingDaysOf(calendar)
  let sum = 0
  for (let day = days.dayOf(from), last = days.dayOf(to); day <= last; day++) {
    for (const { opens, closes } of days.open(day)) sum += Math.max(0, Math.min(closes, to) - Math.max(opens, from))
  }
  return sum / MINUTE_MS
}

/**
 * When something that came at `from` counts as received: then, if the office was not yet closed for the day,
 * else at the opening of the next working day (domain 5.3).
 */
export function receivedAt(from: Instant, days: WorkingDays): { at: Instant; day: DayNumber } {
  const first = days.dayOf(from)
  if (days.isWorking(first) && from <= days.closing(first)) return { at: from, day: first }
  const day = nextWorkingDay(first + 1, days, from)
  return { at: days.opening(day), day }
}

/** The first working day from `day` on, itself included. */
export function nextWorkingDay(day: DayNumber, days: WorkingDays, from: Instant): DayNumber {
  for (let next = day; next < day + horizonDays; next++) if (days.isWorking(next)) return next
  throw new CalendarWithoutHours(from)
}
