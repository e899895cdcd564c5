import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BeyondTheWindow, Clerk } from '#test/engine/clerk.ts'
import { someCalendar, someHoliday, someMinute } from '#test/engine/some-calendar.ts'
import { tries } from '#test/support/tries.ts'
import { Duration, type DurationUnit } from '../definition/duration.ts'
import { addWorkingMinutes, Calendar, calendarOf, dueAt, workingMinutesBetween } from './index.ts'

const MINUTE = 60_000
const runs = (usual: number) => ({ numRuns: tries(usual) })
const lasting = (amount: number, unit: DurationUnit, clock: Duration['clock'] = 'working') =>
  Duration.parse({ amount, unit, clock })

/** A calendar as its agency or its unit keeps it, and the clerk who counts in it. */
const someOffice = someCalendar.map((calendar) => {
  const unit = calendar.units[0] ?? null
  return { calendar: calendarOf(calendar, unit?.id), clerk: new Clerk(calendar, unit) }
})

/** What the clerk found; a case in which the answer lies too far away is not judged. */
function counted<T>(find: () => T): T {
  try {
    return find()
  } catch (error) {
    fc.pre(!(error instanceof BeyondTheWindow))
    throw error
  }
}

describe('P7: working time is what a clerk with a watch counts minute by minute', () => {
  it('in minutes', () => {
    fc.assert(
      fc.property(someOffice, someMinute, fc.integer({ min: 1, max: 1500 }), ({ calendar, clerk }, from, minutes) => {
        const at = counted(() => clerk.afterOpenMinutes(from, minutes))
        expect(addWorkingMinutes(from, minutes, calendar)).toBe(at)
        expect(dueAt(lasting(minutes, 'minute'), from, calendar)?.at).toBe(at)
        expect(workingMinutesBetween(from, at, calendar)).toBe(minutes)
        expect(clerk.isOpen(at - MINUTE)).toBe(true)
      }),
      runs(100),
    )
  })

  it('in hours', () => {
    fc.assert(
      fc.property(someOffice, someMinute, fc.integer({ min: 1, max: 40 }), ({ calendar, clerk }, from, hours) => {
        const at = counted(() => clerk.afterOpenMinutes(from, hours * 60))
        expect(dueAt(lasting(hours, 'hour'), from, calendar)?.at).toBe(at)
      }),
      runs(100),
    )
  })

  it('between two moments, in either order', () => {
    fc.assert(
      fc.property(someOffice, someMinute, someMinute, ({ calendar, clerk }, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const minutes = clerk.openMinutesBetween(from, to)
        expect(workingMinutesBetween(from, to, calendar)).toBe(minutes)
        expect(workingMinutesBetween(to, from, calendar) + minutes).toBe(0)
      }),
      runs(40),
    )
  })

  it('in working days, from the day of receipt to the closing of the last', () => {
    fc.assert(
      fc.property(someOffice, someMinute, fc.integer({ min: 1, max: 8 }), ({ calendar, clerk }, from, days) => {
        const at = counted(() => clerk.afterWorkingDays(from, days))
        expect(dueAt(lasting(days, 'workingDay'), from, calendar)?.at).toBe(at)
      }),
      runs(80),
    )
  })

  it('in days and weeks of the calendar, rolled on to a working day', () => {
    fc.assert(
      fc.property(someOffice, someMinute, fc.integer({ min: 1, max: 15 }), ({ calendar, clerk }, from, amount) => {
        const days = counted(() => clerk.endOfDayAfter(from, amount))
        expect(dueAt(lasting(amount, 'calendarDay'), from, calendar)?.at).toBe(days)
        const weeks = counted(() => clerk.endOfDayAfter(from, (amount % 3) * 7 + 7))
        expect(dueAt(lasting((amount % 3) + 1, 'week'), from, calendar)?.at).toBe(weeks)
      }),
      runs(80),
    )
  })

  it('in a month, and on the same day', () => {
    fc.assert(
      fc.property(someOffice, someMinute, ({ calendar, clerk }, from) => {
        expect(dueAt(lasting(0, 'sameDay'), from, calendar)?.at).toBe(clerk.endOfSameDay(from))
        const month = counted(() => clerk.endOfDayNextMonth(from))
        expect(dueAt(lasting(1, 'month'), from, calendar)?.at).toBe(month)
      }),
      runs(100),
    )
  })

  it('and day and night where the clock of the calendar runs', () => {
    fc.assert(
      fc.property(someOffice, someMinute, fc.integer({ min: 1, max: 1200 }), ({ calendar }, from, amount) => {
        expect(dueAt(lasting(amount, 'minute', 'calendar'), from, calendar)?.at).toBe(from + amount * MINUTE)
        expect(dueAt(lasting(amount, 'hour', 'calendar'), from, calendar)?.at).toBe(from + amount * 60 * MINUTE)
      }),
      runs(30),
    )
  })
})

const someUnit = fc.constantFrom<DurationUnit>('minute', 'hour', 'workingDay', 'calendarDay', 'week', 'month', 'sameDay')
const someAmount = fc.integer({ min: 1, max: 30 })
const dueOf = (calendar: Calendar, unit: DurationUnit, amount: number, from: number) =>
  dueAt(lasting(amount, unit), from, calendar)?.at ?? Number.NaN

describe('P7: whatever the calendar, a deadline', () => {
  it('is never earlier for what came later, and lies after what it counts from', () => {
    fc.assert(
      fc.property(someOffice, someMinute, someMinute, someUnit, someAmount, ({ calendar }, a, b, unit, amount) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)]
        expect(dueOf(calendar, unit, amount, first)).toBeLessThanOrEqual(dueOf(calendar, unit, amount, second))
        expect(dueOf(calendar, unit, amount, first)).toBeGreaterThan(first)
      }),
      runs(100),
    )
  })

  it('is never earlier for a longer time', () => {
    fc.assert(
      fc.property(someOffice, someMinute, someUnit, someAmount, someAmount, ({ calendar }, from, unit, a, b) => {
        const [short, long] = [dueOf(calendar, unit, Math.min(a, b), from), dueOf(calendar, unit, Math.max(a, b), from)]
        expect(short).toBeLessThanOrEqual(long)
        if (unit === 'workingDay' && a !== b) expect(short).toBeLessThan(long)
      }),
      runs(100),
    )
  })

  it('never falls on a free day, apart from Hari H', () => {
    const rolling = someUnit.filter((unit) => unit !== 'sameDay')
    fc.assert(
      fc.property(someOffice, someMinute, rolling, fc.integer({ min: 1, max: 4 }), ({ calendar, clerk }, from, unit, amount) => {
        const at = dueOf(calendar, unit, amount, from)
        const date = counted(() => clerk.dateOf(at - 1))
        expect(clerk.closing(date)).not.toBeNull()
      }),
      runs(80),
    )
  })

  it('never comes earlier because one more day is free', () => {
    fc.assert(
      fc.property(someOffice, someMinute, someUnit, someAmount, someHoliday, ({ calendar }, from, unit, amount, decreed) => {
        const after = Calendar.parse({ ...calendar, holidays: [...calendar.holidays, decreed] })
        expect(dueOf(after, unit, amount, from)).toBeGreaterThanOrEqual(dueOf(calendar, unit, amount, from))
      }),
      runs(100),
    )
  })

  it('names special hours only where another moment would be due without them', () => {
    fc.assert(
      fc.property(someOffice, someMinute, someUnit, fc.integer({ min: 1, max: 8 }), ({ calendar }, from, unit, amount) => {
        const due = dueAt(lasting(amount, unit), from, calendar)
        for (const hours of due?.why.hours ?? []) {
          const named = calendar.schedules.filter(
            ({ from, until, name = '' }) => from === hours.from && until === hours.until && name === hours.name,
          )
          const without = named.map((one) => ({ ...calendar, schedules: calendar.schedules.filter((other) => other !== one) }))
          expect(without.some((less) => dueOf(less, unit, amount, from) !== due?.at)).toBe(true)
        }
      }),
      runs(100),
    )
  })
})
