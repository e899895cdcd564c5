import type { LeadTime } from '../definition/deadline-policy.ts'
import type { Instant } from '../instant.ts'
import type { Calendar } from './schema.ts'
import { horizonDays, type WorkingDays, workingDaysOf } from './working-days.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * The moment that lies a lead time before another: working minutes and hours are counted back over open time alone, working
 * days to the opening of the n-th working day before, calendar days by the day.
 * @returns null when the calendar has too little working time before it
 */
export function momentBefore(due: Instant, { amount, unit }: LeadTime, calendar: Calendar): Instant | null {
  const days = workingDaysOf(calendar)
  switch (unit) {
    case 'minute':
      return workingTimeBefore(due, amount * MINUTE_MS, days)
    case 'hour':
      return workingTimeBefore(due, amount * 60 * MINUTE_MS, days)
    case 'workingDay':
      return openingBefore(due, amount, days)
    case 'calendarDay':
      return due - amount * DAY_MS
  }
}

function workingTimeBefore(due: Instant, length: number, days: WorkingDays): Instant | null {
  let left = length
  const last = days.dayOf(due)
  for (let day = last; day > last - horizonDays; day--) {
    for (const { opens, closes } of days.open(day).toReversed()) {
      const ends = Math.min(closes, due)
      const open = Math.max(0, ends - opens)
      if (left <= open) return ends - left
      left -= open
    }
  }
  return null
}

function openingBefore(due: Instant, amount: number, days: WorkingDays): Instant | null {
  let left = amount
  // Midnight ends the day before it.
  const last = days.dayOf(due - 1)
  for (let day = last - 1; day > last - horizonDays; day--) {
    if (days.isWorking(day)) left -= 1
    if (left === 0) return days.opening(day)
  }
  return null
}
