import { describe, expect, it } from 'vitest'
import { at, aCalendar as office } from '#test/engine/office.ts'
import type { LeadTime } from '../definition/deadline-policy.ts'
import { momentBefore } from './before.ts'
import { civilOf, dayNumber } from './civil.ts'
import { Calendar } from './index.ts'

const warned = (due: string, amount: number, unit: LeadTime['unit'], calendar = office) =>
  momentBefore(at(due), { amount, unit }, calendar)
const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }

describe('P7: a warning comes', () => {
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

  it('at the opening, also where that is midnight', () => {
    const schedules = [
      { from: '2020-01-01', week: { ...none, sat: [['00:00', '00:15']], sun: [['00:00', '00:15']] } },
      { from: '2026-03-01', week: { ...none, fri: [['00:00', '00:15']], sun: [['00:00', '07:15']] } },
    ]
    const sundays = Calendar.parse({ zone: 'Asia/Jakarta', schedules })
    expect(warned('2026-03-16 07:00', 4, 'workingDay', sundays)).toBe(at('2026-03-06 00:00'))
    expect(warned('2026-03-16 07:00', 5, 'workingDay', sundays)).toBe(at('2026-03-01 00:00'))
  })

  it('so many working days before the day that midnight ends', () => {
    const always = [['00:00', '24:00']]
    const week = { ...none, mon: always, tue: always, wed: always }
    const ward = Calendar.parse({ zone: 'Asia/Jakarta', schedules: [{ from: '2020-01-01', week }] })
    expect(warned('2026-11-26 00:00', 1, 'workingDay', ward)).toBe(at('2026-11-24 00:00'))
    expect(warned('2026-11-25 00:00', 1, 'workingDay', ward)).toBe(at('2026-11-23 00:00'))
  })

  it('at most forty thousand days before', () => {
    const hour = [['08:00', '09:00']]
    const week = { mon: hour, tue: hour, wed: hour, thu: hour, fri: hour, sat: hour, sun: hour }
    const due = dayNumber('2126-11-24')
    /** Worked for the last time so many days before. */
    const until = (days: number) =>
      Calendar.parse({ zone: 'Asia/Jakarta', schedules: [{ from: '2000-01-01', until: civilOf(due - days), week }] })
    const last = at('2126-11-24 08:00') - 39_999 * 86_400_000
    expect(warned('2126-11-24 16:00', 1, 'hour', until(39_999))).toBe(last)
    expect(warned('2126-11-24 16:00', 1, 'workingDay', until(39_999))).toBe(last)
    expect(warned('2126-11-24 16:00', 1, 'hour', until(40_000))).toBeNull()
    expect(warned('2126-11-24 16:00', 1, 'workingDay', until(40_000))).toBeNull()
  })
})
