import { describe, expect, it } from 'vitest'
import { at, aCalendar as office } from '#test/engine/office.ts'
import { civilOf, dayNumber } from './civil.ts'
import { addWorkingMinutes, Calendar, CalendarWithoutHours, workingMinutesBetween } from './index.ts'
import { workingDaysOf } from './working-days.ts'
import { nextWorkingDay, receivedAt } from './working-time.ts'

const hour = [['08:00', '09:00']]
const week = { mon: hour, tue: hour, wed: hour, thu: hour, fri: hour, sat: hour, sun: hour }
const tuesday = dayNumber('2026-11-24')
/** Opens for the first time so many days after Tuesday 24 November 2026. */
const openingIn = (days: number) =>
  Calendar.parse({ zone: 'Asia/Jakarta', schedules: [{ from: civilOf(tuesday + days), week }], holidays: [] })
const eight = (days: number) => at('2026-11-24 08:00') + days * 86_400_000

describe('P7: open minutes after a moment', () => {
  const opensAfter = (from: string, minutes: number) => addWorkingMinutes(at(from), minutes, office)

  it('none of them lead to the next moment at which the office is open', () => {
    expect(opensAfter('2026-11-24 07:00', 0)).toBe(at('2026-11-24 07:30'))
    expect(opensAfter('2026-11-24 07:30', 0)).toBe(at('2026-11-24 07:30'))
    expect(opensAfter('2026-11-24 10:00', 0)).toBe(at('2026-11-24 10:00'))
    expect(opensAfter('2026-11-24 12:00', 0)).toBe(at('2026-11-24 13:00'))
    expect(opensAfter('2026-11-24 16:00', 0)).toBe(at('2026-11-25 07:30'))
    expect(opensAfter('2026-11-27 16:30', 0)).toBe(at('2026-11-30 07:30'))
  })
  it('full time ends at a closing, and a minute more after the next opening', () => {
    expect(opensAfter('2026-11-24 07:30', 270)).toBe(at('2026-11-24 12:00'))
    expect(opensAfter('2026-11-24 07:30', 271)).toBe(at('2026-11-24 13:01'))
    expect(opensAfter('2026-11-24 11:00', 240)).toBe(at('2026-11-24 16:00'))
    expect(opensAfter('2026-11-24 11:00', 241)).toBe(at('2026-11-25 07:31'))
    expect(opensAfter('2026-12-23 15:30', 31)).toBe(at('2026-12-28 07:31'))
  })
  it('parts of a minute count', () => expect(opensAfter('2026-11-24 11:59', 1.5)).toBe(at('2026-11-24 13:00') + 30_000))
  it('are looked for on forty thousand days and no more', () => {
    const from = at('2026-11-24 10:00')
    expect(addWorkingMinutes(from, 0, openingIn(39_999))).toBe(eight(39_999))
    expect(() => addWorkingMinutes(from, 0, openingIn(40_000))).toThrow(
      'calendar: no working time within 40000 days of 2026-11-24T03:00:00.000Z',
    )
  })
})

describe('P7: open minutes between two moments', () => {
  const between = (from: string, to: string) => workingMinutesBetween(at(from), at(to), office)

  it('leave out nights, breaks and free days', () => {
    expect(between('2026-11-24 10:00', '2026-11-24 11:00')).toBe(60)
    expect(between('2026-11-24 11:30', '2026-11-24 13:30')).toBe(60)
    expect(between('2026-11-24 12:10', '2026-11-24 12:50')).toBe(0)
    expect(between('2026-11-24 10:00', '2026-11-25 08:00')).toBe(120 + 180 + 30)
    expect(between('2026-12-23 15:00', '2026-12-28 08:00')).toBe(60 + 30)
  })
  it('are none between a moment and itself, and less than none backwards', () => {
    expect(between('2026-11-24 10:00', '2026-11-24 10:00')).toBe(0)
    expect(between('2026-11-25 08:00', '2026-11-24 10:00')).toBe(-330)
    expect(workingMinutesBetween(at('2026-11-24 10:00'), at('2026-11-24 10:00') + 30_000, office)).toBe(0.5)
  })
})

describe('P7: what comes', () => {
  const days = workingDaysOf(office)
  const received = (from: string) => receivedAt(at(from), days)

  it('before closing counts as received then, also before the opening and in the break', () => {
    for (const from of ['2026-11-24 05:00', '2026-11-24 10:00', '2026-11-24 12:30', '2026-11-24 16:00'])
      expect(received(from)).toEqual({ at: at(from), day: tuesday })
  })
  it('after closing or on a free day counts as received at the next opening', () => {
    expect(received('2026-11-24 16:01')).toEqual({ at: at('2026-11-25 07:30'), day: tuesday + 1 })
    expect(received('2026-11-27 16:31')).toEqual({ at: at('2026-11-30 07:30'), day: tuesday + 6 })
    expect(received('2026-12-24 10:00')).toEqual({ at: at('2026-12-28 07:30'), day: tuesday + 34 })
  })
  it('waits for an opening forty thousand days and no more', () => {
    const waiting = (opensIn: number) => receivedAt(at('2026-11-24 10:00'), workingDaysOf(openingIn(opensIn))).at
    expect(waiting(40_000)).toBe(eight(40_000))
    expect(() => waiting(40_001)).toThrow(CalendarWithoutHours)
  })
})

it('P7: the next working day is the day itself where it is one', () => {
  const next = (date: string) => civilOf(nextWorkingDay(dayNumber(date), workingDaysOf(office), 0))
  expect(next('2026-11-24')).toBe('2026-11-24')
  expect(next('2026-11-28')).toBe('2026-11-30')
  expect(next('2026-12-24')).toBe('2026-12-28')
})
