import { civilDate, endOfDay } from '../../calendar/civil.ts'
import { dueAt } from '../../calendar/due-at.ts'
import type { Calendar } from '../../calendar/schema.ts'
import { addWorkingMinutes, workingMinutesBetween } from '../../calendar/working-time.ts'
import type { Instant } from '../../instant.ts'
import type { TimeRange } from './plan.ts'

const minutesOf = { minute: 1, hour: 60 } as const
const plain = { anchor: { kind: 'entered' }, maximum: false } as const

/**
 * When a length of time is over: whole amounts end as the engine counts them, parts of one lie between two such ends, in
 * working time where the unit is one of it.
 */
export function spanEnd(
  amount: number,
  { unit, clock }: Pick<TimeRange, 'unit' | 'clock'>,
  from: Instant,
  calendar: Calendar,
): Instant {
  if (unit === 'sameDay') return endOfDay(civilDate(from, calendar.zone), calendar.zone)
  if (amount <= 0) return from
  if (unit === 'minute' || unit === 'hour') {
    const minutes = amount * minutesOf[unit]
    return clock === 'calendar' ? from + minutes * 60_000 : addWorkingMinutes(from, minutes, calendar)
  }
  const whole = Math.floor(amount)
  const part = amount - whole
  const end = (count: number) =>
    count === 0 ? from : (dueAt({ ...plain, clock, unit, amount: count }, from, calendar)?.at ?? from)
  const before = end(whole)
  if (part === 0) return before
  const after = end(whole + 1)
  if (unit !== 'workingDay') return Math.round(before + (after - before) * part)
  return Math.round(addWorkingMinutes(before, workingMinutesBetween(before, after, calendar) * part, calendar))
}
