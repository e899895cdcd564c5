import { dayNumber } from '../calendar/civil.ts'
import type { DayOperator } from '../definition/condition.ts'
import { isCivilDate, isCivilDateTime } from '../form/civil-values.ts'
import type { Answer } from './compare.ts'

/** How a day lies to another one, in whole calendar days; null when either is no day. */
export function daysApart(op: DayOperator, value: unknown, from: unknown, days: number): Answer {
  const day = dayOf(value)
  const anchor = dayOf(from)
  if (day === null || anchor === null) return null
  const after = day - anchor
  switch (op) {
    case 'within':
      return Math.abs(after) <= days
    case 'at-most-after':
      return after >= 0 && after <= days
    case 'at-least-after':
      return after >= days
    case 'at-most-before':
      return after <= 0 && -after <= days
    case 'at-least-before':
      return -after >= days
  }
}

function dayOf(value: unknown): number | null {
  if (isCivilDate(value)) return dayNumber(value)
  return isCivilDateTime(value) ? dayNumber(value.slice(0, 10)) : null
}
