import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BeyondTheWindow, Clerk } from '#test/engine/clerk.ts'
import { at } from '#test/engine/office.ts'
import { someCalendar, someMinute } from '#test/engine/some-calendar.ts'
import { tries } from '#test/support/tries.ts'
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

it('P7: the clerk does not answer for the day on which the watch began, which was seen only from seven on', () => {
  const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const week = { ...none, fri: [['00:00', '00:15']], sun: [['00:00', '07:15']] }
  const clerk = new Clerk(Calendar.parse({ zone: 'Asia/Jakarta', schedules: [{ from: '2020-01-01', week }] }))
  expect(clerk.openingBefore(at('2026-03-16 07:00'), 4)).toBe(at('2026-03-06 00:00'))
  expect(() => clerk.openingBefore(at('2026-03-16 07:00'), 5)).toThrow(BeyondTheWindow)
})
