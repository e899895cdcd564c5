import { describe, expect, it } from 'vitest'
import { at, aCalendar as office } from '#test/engine/office.ts'
import { dayNumber } from './civil.ts'
import { Calendar } from './index.ts'
import type { Schedule, WeekHours } from './schema.ts'
import { byPrecedence, CalendarWithoutHours, WorkingDays, workingDaysOf } from './working-days.ts'

const zone = 'Asia/Jakarta'
const free: WeekHours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const monday: WeekHours = { ...free, mon: [['08:00', '12:00']] }
const days = (raw: object) => new WorkingDays(Calendar.parse({ zone, ...raw }))

describe('P7: the days of a calendar', () => {
  const usual = workingDaysOf(office)

  it('open and close by its hours', () => {
    const tuesday = dayNumber('2026-11-24')
    expect(usual.open(tuesday)).toEqual([
      { opens: at('2026-11-24 07:30'), closes: at('2026-11-24 12:00') },
      { opens: at('2026-11-24 13:00'), closes: at('2026-11-24 16:00') },
    ])
    expect([usual.opening(tuesday), usual.closing(tuesday)]).toEqual([at('2026-11-24 07:30'), at('2026-11-24 16:00')])
  })
  it('are whole where they are free', () => {
    const saturday = dayNumber('2026-11-28')
    expect(usual.open(saturday)).toEqual([])
    expect([usual.opening(saturday), usual.closing(saturday)]).toEqual([at('2026-11-28 00:00'), at('2026-11-29 00:00')])
  })
  it('are free on weekdays without hours, on holidays, and before the first hours begin', () => {
    const working = (date: string) => [usual.isWorking(dayNumber(date)), usual.hasUsualHours(dayNumber(date))]
    expect(working('2026-11-27')).toEqual([true, true])
    expect(working('2026-11-28')).toEqual([false, false])
    expect(working('2026-12-25')).toEqual([false, true])
    expect(working('2019-12-31')).toEqual([false, false])
    expect(working('2020-01-01')).toEqual([true, true])
  })
  it('are counted from midnight to midnight in the zone of the office', () => {
    expect(usual.dayOf(at('2026-11-24 00:00'))).toBe(dayNumber('2026-11-24'))
    expect(usual.dayOf(at('2026-11-24 00:00') - 1)).toBe(dayNumber('2026-11-23'))
  })
  it('are kept once counted, the last ten thousand of them', () => {
    const week = Object.fromEntries(Object.keys(free).map((day) => [day, monday.mon]))
    const counted = days({ schedules: [{ from: '2020-01-01', week }] })
    const first = dayNumber('2026-11-24')
    const spans = counted.open(first)
    for (let day = 1; day < 10_000; day++) counted.open(first + day)
    expect(counted.open(first)).toBe(spans)
    counted.open(first + 10_000)
    expect(counted.open(first)).not.toBe(spans)
    expect(counted.open(first)).toEqual(spans)
  })
  it('are made ready once for a calendar', () => {
    expect(workingDaysOf(office)).toBe(usual)
    expect(workingDaysOf({ ...office })).not.toBe(usual)
  })
})

describe('P7: a calendar has hours', () => {
  it('when one weekday of any of its schedules has', () => {
    const from = '2026-01-01'
    expect(days({}).hasHours).toBe(false)
    expect(days({ schedules: [{ from, week: free }] }).hasHours).toBe(false)
    expect(days({ schedules: [{ from, week: monday }] }).hasHours).toBe(true)
    expect(
      days({
        schedules: [
          { from, week: free },
          { from: '2026-02-01', week: monday },
        ],
      }).hasHours,
    ).toBe(true)
  })
  it('and says since when it looked in vain where it has too few', () => {
    const error = new CalendarWithoutHours(at('2026-11-24 10:00'))
    expect(error).toMatchObject({
      name: 'CalendarWithoutHours',
      code: 'calendar-without-hours',
      from: at('2026-11-24 10:00'),
      message: 'calendar: no working time within 40000 days of 2026-11-24T03:00:00.000Z',
    })
  })
})

describe('P7: a holiday', () => {
  const holidays = (...names: string[]) =>
    days({ holidays: names.map((name) => ({ date: '2026-06-01', name, kind: 'national' })) }).holidayName(dayNumber('2026-06-01'))
  it('has its name, and two that fall together have both', () => {
    expect(holidays()).toBeUndefined()
    expect(holidays('Waisak')).toBe('Waisak')
    expect(holidays('Waisak', 'Hari Lahir Pancasila')).toBe('Waisak; Hari Lahir Pancasila')
  })
  it('that stands twice in the calendar is named once', () => expect(holidays('Waisak', 'Waisak')).toBe('Waisak'))
})

describe('P7: of hours that hold on one day', () => {
  const hours = (name: string, from: string, until?: string): Schedule => ({ name, from, week: free, ...(until && { until }) })
  const order = (...schedules: Schedule[]) => byPrecedence(schedules).map(({ name }) => name)

  it('those with an end come first, then those that began last', () => {
    const list = [
      hours('Lima hari', '2020-01-01'),
      hours('Ramadan', '2026-02-19', '2026-03-20'),
      hours('Enam hari', '2027-01-01'),
      hours('Pekan layanan', '2026-03-02', '2026-03-06'),
    ]
    const expected = ['Pekan layanan', 'Ramadan', 'Enam hari', 'Lima hari']
    expect(order(...list)).toEqual(expected)
    expect(order(...list.toReversed())).toEqual(expected)
  })
  it('of two that began together the first in the list does', () => {
    const [one, two] = [hours('Satu', '2026-02-19', '2026-03-20'), hours('Dua', '2026-02-19', '2026-02-20')]
    expect([order(one, two), order(two, one)]).toEqual([
      ['Satu', 'Dua'],
      ['Dua', 'Satu'],
    ])
  })
  it('they hold from their first day to their last', () => {
    const tuesdays: WeekHours = { ...free, tue: [['13:00', '15:00']] }
    const special = days({
      schedules: [
        { from: '2026-11-10', week: { ...free, tue: [['08:00', '12:00']] } },
        { from: '2026-11-17', until: '2026-11-24', week: tuesdays },
      ],
    })
    const opensAt = (date: string) => special.open(dayNumber(date)).map(({ opens }) => opens)
    expect(opensAt('2026-11-03')).toEqual([])
    expect(opensAt('2026-11-10')).toEqual([at('2026-11-10 08:00')])
    expect(opensAt('2026-11-17')).toEqual([at('2026-11-17 13:00')])
    expect(opensAt('2026-11-24')).toEqual([at('2026-11-24 13:00')])
    expect(opensAt('2026-12-01')).toEqual([at('2026-12-01 08:00')])
  })
})
