import type { Recurrence } from '../definition/recurrence.ts'
import type { Instant } from '../instant.ts'
import { addMonths, civilOf, type DayNumber, dayNumber, shownAt, weekdayOf } from './civil.ts'
import type { Calendar } from './schema.ts'
import { type WorkingDays, workingDaysOf } from './working-days.ts'

/** A start may have been moved out of the period before the present one; those before it move to the same day or less far. */
const periodsBack = 1
/** How far a search goes: ten years of weeks. */
const periodsAhead = 520
/** A free stretch longer than this moves nothing: the calendar is not kept. */
const longestFree = 366

/**
 * The first moment after `after` at which a start by the clock comes; null when none does within ten years of weeks,
 * because the office is free on every one of its days. Days and times are those of the calendar's zone. Of two starts
 * that fall on one day because of free days there is one.
 */
export function nextOccurrence(recurrence: Recurrence, after: Instant, calendar: Calendar): Instant | null {
  const days = workingDaysOf(calendar)
  const today = days.dayOf(after)
  for (let period = -periodsBack; period <= periodsAhead; period++) {
    const named = dayIn(recurrence, today, period)
    const day = named === null ? null : moved(named, recurrence.onFreeDay, days)
    const at = day === null ? null : shownAt(civilOf(day), recurrence.time, calendar.zone)
    if (at !== null && at > after) return at
  }
  return null
}

/**
 * When the start that was planned for `planned`, and has not come, comes by the calendar as it is now: never another one
 * than was planned, though free days have moved it. That may lie before `now`: then it is overdue.
 */
export function replanned(recurrence: Recurrence, planned: Instant, now: Instant, calendar: Calendar): Instant | null {
  // What falls on a free day is left out, so there is no other day to which the one planned could have moved.
  if (recurrence.onFreeDay === 'skip') return nextOccurrence(recurrence, now, calendar)
  const day = moved(namedFor(recurrence, planned, calendar), recurrence.onFreeDay, workingDaysOf(calendar))
  return day === null ? null : shownAt(civilOf(day), recurrence.time, calendar.zone)
}

/** The first start after the one that came at `at`: of a later day named, though the calendar has changed since. */
export function followingOccurrence(recurrence: Recurrence, at: Instant, calendar: Calendar): Instant | null {
  const named = namedFor(recurrence, at, calendar)
  let next = nextOccurrence(recurrence, at, calendar)
  while (next !== null && namedFor(recurrence, next, calendar) <= named) next = nextOccurrence(recurrence, next, calendar)
  return next
}

/** The day named for a start that comes at `at`: the nearest one from which free days can have moved it there. */
function namedFor(recurrence: Recurrence, at: Instant, calendar: Calendar): DayNumber {
  const day = workingDaysOf(calendar).dayOf(at)
  const near = [-1, 0, 1].map((period) => dayIn(recurrence, day, period))
  switch (recurrence.onFreeDay) {
    case 'next':
      return Math.max(...near.filter((named) => named <= day))
    case 'previous':
      return Math.min(...near.filter((named) => named >= day))
    default:
      return day
  }
}

/** The day that the recurrence names in the period that lies so many after that of `today`. */
function dayIn({ every, month = 1, day }: Recurrence, today: DayNumber, period: number): DayNumber {
  if (every === 'week') {
    const monday = today - weekdayOf(today) + period * 7
    return monday + (day === 'last' ? 7 : Math.min(day, 7)) - 1
  }
  const [year = 0, monthNow = 1] = civilOf(today).split('-').map(Number)
  const months = { month: 1, quarter: 3, year: 12 }[every]
  const first = Math.floor((monthNow - 1) / months) * months + period * months
  const index = year * 12 + first + (every === 'month' ? 0 : Math.min(month, months) - 1)
  return dayOfMonth(Math.floor(index / 12), (index % 12) + 1, day)
}

/** A day that the month does not have is its last one. */
function dayOfMonth(year: number, month: number, day: Recurrence['day']): DayNumber {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const length = dayNumber(addMonths(first, 1)) - dayNumber(first)
  return dayNumber(first) + (day === 'last' ? length : Math.min(day, length)) - 1
}

function moved(day: DayNumber, onFreeDay: Recurrence['onFreeDay'], days: WorkingDays): DayNumber | null {
  if (onFreeDay === 'keep' || !days.hasHours || days.isWorking(day)) return day
  if (onFreeDay === 'skip') return null
  const step = onFreeDay === 'next' ? 1 : -1
  for (let i = 1; i <= longestFree; i++) if (days.isWorking(day + step * i)) return day + step * i
  return day
}
