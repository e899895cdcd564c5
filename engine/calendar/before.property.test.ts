import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BeyondTheWindow, Clerk } from '#test/engine/clerk.ts'
import { at, aCalendar as office } from '#test/engine/office.ts'
import { someCalendar, someMinute } from '#test/engine/some-calendar.ts'
import { tries } from '#test/support/tries.ts'
import type { LeadTime } from '../definition/deadline-policy.ts'
import { momentBefore } from './before.ts'
import { Calendar, calendarOf } from './index.ts'

const DAY = 86_400_000
const someOffice = someCalendar.map((calendar) => {
  const unit = calendar.units[0] ?? null
  return { calendar: calendarOf(calendar, unit?.id), clerk: new Clerk(calendar, unit) }
})
/** Late enough for the clerk to have watched what lies before. */
const someDue = someMinute.map((minute) => minute + 14 * DAY)

/** What the clerk found; a case in which the answer lies before the watch began is not judged. */
function counted<T>(find: () => T): T {
  try {
    return find()
  } catch (error) {
    fc.pre(!(error instanceof BeyondTheWindow))
    throw error
  }
}

describe('P7: the moment of a warning is what a clerk finds who turns the watch back', () => {
  it('by open minutes', () => {
    fc.assert(
      fc.property(someOffice, someDue, fc.integer({ min: 1, max: 1200 }), ({ calendar, clerk }, due, amount) => {
        const found = counted(() => clerk.beforeOpenMinutes(due, amount))
        expect(momentBefore(due, { amount, unit: 'minute' }, calendar)).toBe(found)
      }),
      { numRuns: tries(80) },
    )
  })

  it('by open hours', () => {
    fc.assert(
      fc.property(someOffice, someDue, fc.integer({ min: 1, max: 30 }), ({ calendar, clerk }, due, amount) => {
        const found = counted(() => clerk.beforeOpenMinutes(due, amount * 60))
        expect(momentBefore(due, { amount, unit: 'hour' }, calendar)).toBe(found)
      }),
      { numRuns: tries(60) },
    )
  })

  it('by working days, at the opening', () => {
    fc.assert(
      fc.property(someOffice, someDue, fc.integer({ min: 1, max: 6 }), ({ calendar, clerk }, due, amount) => {
        const found = counted(() => clerk.openingBefore(due, amount))
        expect(momentBefore(due, { amount, unit: 'workingDay' }, calendar)).toBe(found)
      }),
      { numRuns: tries(60) },
    )
  })
})

describe('P7: a warning comes', () => {
  const warned = (due: string, amount: number, unit: LeadTime['unit'], calendar = office) =>
    momentBefore(at(due), { amount, unit }, calendar)

  it('so many open minutes or hours before, over the noon break and the night', () => {
    expect(warned('2026-11-24 10:00', 150, 'minute')).toBe(at('2026-11-24 07:30'))
    expect(warned('2026-11-24 10:00', 151, 'minute')).toBe(at('2026-11-23 15:59'))
    expect(warned('2026-11-24 14:00', 1, 'hour')).toBe(at('2026-11-24 13:00'))
    expect(warned('2026-11-24 14:00', 61, 'minute')).toBe(at('2026-11-24 11:59'))
    expect(warned('2026-11-24 14:00', 2, 'hour')).toBe(at('2026-11-24 11:00'))
    expect(warned('2026-11-24 23:00', 1, 'hour')).toBe(at('2026-11-24 15:00'))
    expect(warned('2026-11-23 08:30', 2, 'hour')).toBe(at('2026-11-20 15:30'))
  })

  it('at the opening so many working days before, free days passed over', () => {
    expect(warned('2026-11-24 16:00', 1, 'workingDay')).toBe(at('2026-11-23 07:30'))
    expect(warned('2026-11-23 16:00', 1, 'workingDay')).toBe(at('2026-11-20 07:30'))
    expect(warned('2026-12-28 16:00', 2, 'workingDay')).toBe(at('2026-12-22 07:30'))
  })

  it('at the opening at midnight of a day that the clerk saw only from seven on, and leaves to others', () => {
    const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const weekend = { ...none, sat: [['00:00', '00:15']], sun: [['00:00', '00:15']] }
    const long = { ...none, fri: [['00:00', '00:15']], sun: [['00:00', '07:15']] }
    const schedules = [
      { from: '2020-01-01', week: weekend },
      { from: '2026-03-01', week: long },
    ]
    const sundays = Calendar.parse({ zone: 'Asia/Jakarta', schedules })
    expect(warned('2026-03-16 07:00', 4, 'workingDay', sundays)).toBe(at('2026-03-06 00:00'))
    expect(warned('2026-03-16 07:00', 5, 'workingDay', sundays)).toBe(at('2026-03-01 00:00'))
    const clerk = new Clerk(sundays)
    expect(clerk.openingBefore(at('2026-03-16 07:00'), 4)).toBe(at('2026-03-06 00:00'))
    expect(() => clerk.openingBefore(at('2026-03-16 07:00'), 5)).toThrow(BeyondTheWindow)
  })

  it('at the same time of day so many days of the calendar before', () => {
    expect(warned('2026-11-23 16:00', 3, 'calendarDay')).toBe(at('2026-11-20 16:00'))
  })

  it('never from a calendar that has too little working time behind it', () => {
    const monday = { mon: [['08:00', '12:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const young = Calendar.parse({ zone: 'Asia/Jakarta', schedules: [{ from: '2026-11-23', week: monday }], holidays: [] })
    expect(warned('2026-11-30 10:00', 6, 'hour', young)).toBe(at('2026-11-23 08:00'))
    expect(warned('2026-11-30 10:00', 361, 'minute', young)).toBeNull()
    expect(warned('2026-11-30 10:00', 1, 'workingDay', young)).toBe(at('2026-11-23 08:00'))
    expect(warned('2026-11-30 10:00', 2, 'workingDay', young)).toBeNull()
  })
})
