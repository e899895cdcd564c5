import type { Duration } from '../definition/duration.ts'
import type { Instant } from '../instant.ts'
import { addMonths, civilDate, civilOf, type DayNumber, dayNumber, endOfDay } from './civil.ts'
import type { DueReason } from './due-reason.ts'
import type { Calendar } from './schema.ts'
import { decisiveHours } from './special-hours.ts'
import { CalendarWithoutHours, horizonDays, type WorkingDays, workingDaysOf } from './working-days.ts'
import { addWorkingMinutes, nextWorkingDay, receivedAt } from './working-time.ts'

export type Due = { at: Instant; why: DueReason }

/** What `DueReason.unit` may say: a duration's unit, where hours and minutes of open time have their own word. */
export type DueUnit = Duration['unit'] | 'workingMinute' | 'workingHour'

/**
 * When a duration that begins at `from` is over, and why, after the conventions of Indonesian offices:
 * - working days end at the closing of the n-th working day after the day of receipt; working hours and minutes count
 *   open time alone. What comes after closing or on a free day counts as received at the next opening (`why.from`).
 * - calendar days, weeks and months end with the last millisecond of their day, rolled forward to the next working day.
 * - `sameDay` ends with the civil day of `from`, free or not.
 * - `upTo`, the upper end of a range, is what binds.
 * @returns null when the duration sets no limit (an amount of 0)
 * @throws {CalendarWithoutHours} when working time is asked of a calendar that has none
 */
export function dueAt(duration: Duration, from: Instant, calendar: Calendar): Due | null {
  const due = count(duration, from, calendar)
  if (!due || !asksWorkingTime(due.why)) return due
  const hours = decisiveHours(from, due.at, calendar, (other) => count(duration, from, other))
  const why = { ...due.why, ...(hours.length > 0 && { hours }), ...(calendar.unit && { calendarUnit: calendar.unit }) }
  return { at: due.at, why }
}

const asksWorkingTime = ({ unit, skipped }: DueReason): boolean => unit.startsWith('working') || skipped.length > 0

function count(duration: Duration, from: Instant, calendar: Calendar): Due | null {
  const amount = duration.upTo ?? duration.amount
  const days = workingDaysOf(calendar)
  const { zone } = calendar
  const today = civilDate(from, zone)
  if (duration.unit === 'sameDay') return due(endOfDay(today, zone), from, 1, 'sameDay', [])
  if (amount === 0) return null
  switch (duration.unit) {
    case 'minute':
      return afterMinutes(amount, 1, 'minute')
    case 'hour':
      return afterMinutes(amount, 60, 'hour')
    case 'workingDay':
      return afterWorkingDays(amount, from, days)
    case 'calendarDay':
      return endOfCivilDay(dayNumber(today) + amount)
    case 'week':
      return endOfCivilDay(dayNumber(today) + amount * 7)
    case 'month':
      return endOfCivilDay(dayNumber(addMonths(today, amount)))
  }

  function afterMinutes(count: number, minutesEach: number, unit: 'minute' | 'hour'): Due {
    if (duration.clock === 'calendar') return due(from + count * minutesEach * 60_000, from, count, unit, [])
    const begins = addWorkingMinutes(from, 0, calendar)
    const at = addWorkingMinutes(begins, count * minutesEach, calendar)
    return due(
      at,
      begins,
      count,
      unit === 'hour' ? 'workingHour' : 'workingMinute',
      // Midnight ends the day before it.
      holidaysBetween(days.dayOf(from), days.dayOf(at - 1), days),
    )
  }

  function endOfCivilDay(day: DayNumber): Due {
    const last = days.hasHours ? nextWorkingDay(day, days, from) : day
    const rolledOver = Array.from({ length: last - day }, (_, i) => freeDay(day + i, days))
    return due(endOfDay(civilOf(last), zone), from, amount, duration.unit, rolledOver)
  }
}

function afterWorkingDays(amount: number, from: Instant, days: WorkingDays): Due {
  const received = receivedAt(from, days)
  let left = amount
  for (let day = received.day + 1; day < received.day + horizonDays; day++) {
    if (days.isWorking(day)) left--
    if (left === 0) return due(days.closing(day), received.at, amount, 'workingDay', holidaysBetween(days.dayOf(from), day, days))
  }
  throw new CalendarWithoutHours(from)
}

function due(at: Instant, from: Instant, amount: number, unit: DueUnit, skipped: DueReason['skipped']): Due {
  return { at, why: { from, amount, unit, skipped } }
}

/** Holidays on days that would otherwise be worked; free weekdays need no explanation in working time. */
function holidaysBetween(first: DayNumber, last: DayNumber, days: WorkingDays): DueReason['skipped'] {
  const found: { date: string; name: string }[] = []
  for (let day = first; day <= last; day++) {
    if (days.holidayName(day) !== undefined && days.hasUsualHours(day)) found.push(freeDay(day, days))
  }
  return found
}

/** A free weekday has no name of its own. */
const freeDay = (day: DayNumber, days: WorkingDays) => ({ date: civilOf(day), name: days.holidayName(day) ?? '' })
