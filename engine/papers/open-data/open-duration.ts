import { printDuration } from '../../calendar/index.ts'
import type { Duration, Regulation } from '../../definition/index.ts'
import type { OpenDuration } from './standard-schema.ts'

/** A duration as data, with its printed form beside it. */
export function openDuration(duration: Duration): OpenDuration {
  const { amount, upTo, unit, clock, maximum, note } = duration
  return {
    text: printDuration(duration, 'id'),
    amount: unit === 'sameDay' ? null : amount,
    upTo: upTo ?? null,
    ...{ unit, clock, maximum, note: note || null },
  }
}

const iso: Partial<Record<Duration['unit'], (amount: number) => string>> = {
  minute: (amount) => `PT${amount}M`,
  hour: (amount) => `PT${amount}H`,
  calendarDay: (amount) => `P${amount}D`,
  week: (amount) => `P${amount}W`,
  month: (amount) => `P${amount}M`,
}

/** ISO 8601, where it says the same: working time has no form there, so that none is given for it. The upper end binds. */
export function isoDuration({ amount, upTo, unit, clock }: Duration): string | null {
  if ((unit === 'minute' || unit === 'hour') && clock === 'working') return null
  return iso[unit]?.(upTo ?? amount) ?? null
}

/** A citation as data. */
export const openRegulation = ({ text, type, number, year }: Regulation) => ({
  text,
  type: type || null,
  number: number || null,
  year: year ?? null,
})
