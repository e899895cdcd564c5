import type { Instant } from '../instant.ts'
import { civilDate, dayNumber } from './civil.ts'
import type { DueReason } from './due-reason.ts'
import type { Calendar, Schedule } from './schema.ts'
import { CalendarWithoutHours } from './working-days.ts'

type Count = (calendar: Calendar) => { at: Instant } | null

/** The hours with an end (Ramadan) that lie between `from` and `at` and without which another moment would be due; by date. */
export function decisiveHours(from: Instant, at: Instant, calendar: Calendar, count: Count): NonNullable<DueReason['hours']> {
  const [first, last] = [civilDate(from, calendar.zone), civilDate(at, calendar.zone)]
  const decisive = calendar.schedules.flatMap((hours) => {
    const { name = '', from: begins, until } = hours
    if (until === undefined || begins > last || until < first) return []
    return momentOf(count, without(calendar, hours)) === at ? [] : [{ name, from: begins, until }]
  })
  return decisive.sort((a, b) => dayNumber(a.from) - dayNumber(b.from))
}

function momentOf(count: Count, calendar: Calendar): Instant | null {
  try {
    return count(calendar)?.at ?? null
  } catch (error) {
    if (error instanceof CalendarWithoutHours) return null
    throw error
  }
}

const lessened = new WeakMap<Calendar, Map<Schedule, Calendar>>()

/** Kept, since counting days in a new calendar begins at nothing. */
function without(calendar: Calendar, hours: Schedule): Calendar {
  const made = lessened.get(calendar) ?? new Map<Schedule, Calendar>()
  lessened.set(calendar, made)
  const less = made.get(hours) ?? { ...calendar, schedules: calendar.schedules.filter((other) => other !== hours) }
  made.set(hours, less)
  return less
}
