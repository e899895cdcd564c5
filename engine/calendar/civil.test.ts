import { describe, expect, it } from 'vitest'
import {
  addMonths,
  civilDate,
  civilOf,
  civilTime,
  dayNumber,
  endOfDay,
  instantOf,
  isTimeZone,
  shownAt,
  startOfDay,
  weekdayOf,
  zoneOffsetMinutes,
} from './civil.ts'

const [jakarta, paris] = ['Asia/Jakarta', 'Europe/Paris']

describe('P7: a time zone', () => {
  it.each(['Asia/Jakarta', 'Asia/Jayapura', 'America/Port-au-Prince', 'America/Argentina/Buenos_Aires', 'Etc/GMT+7', 'UTC'])(
    'may be %s',
    (zone) => expect(isTimeZone(zone)).toBe(true),
  )
  it.each(['', 'Asia/Ponjong', 'WIB', '+07:00', '2026-01-01T00:00Z', ' Asia/Jakarta', 'Asia/Jakarta '])('is never "%s"', (zone) =>
    expect(isTimeZone(zone)).toBe(false),
  )
})

describe('P7: days without a zone', () => {
  it('are numbered from 1970 on', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('1969-12-31')).toBe(-1)
    expect(dayNumber('2026-11-24')).toBe(20_781)
    expect([civilOf(0), civilOf(-1), civilOf(20_781)]).toEqual(['1970-01-01', '1969-12-31', '2026-11-24'])
  })
  it('have their weekday, from 0 for Monday, also before 1970', () => {
    expect(['2026-11-23', '2026-11-24', '2026-11-29', '1970-01-01'].map((date) => weekdayOf(dayNumber(date)))).toEqual([
      0, 1, 6, 3,
    ])
    expect(['1945-08-17', '1969-12-28', '1969-12-29'].map((date) => weekdayOf(dayNumber(date)))).toEqual([4, 6, 0])
  })
  it('come months later on the same day, or the last of a shorter month', () => {
    expect(addMonths('2026-11-24', 1)).toBe('2026-12-24')
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonths('2026-12-31', 14)).toBe('2028-02-29')
  })
  it('go on past the year 9999', () => expect(civilOf(dayNumber('9999-12-31') + 1)).toBe('+010000-01-01'))
})

describe('P7: an instant', () => {
  const evening = Date.UTC(2026, 10, 24, 17, 0, 59)

  it('has its date and time in every zone', () => {
    expect([civilDate(evening, jakarta), civilTime(evening, jakarta)]).toEqual(['2026-11-25', '00:00'])
    expect([civilDate(evening, paris), civilTime(evening, paris)]).toEqual(['2026-11-24', '18:00'])
    expect(civilDate(evening - 60_000, jakarta)).toBe('2026-11-24')
    expect(civilDate(Date.UTC(9999, 11, 31, 20), jakarta)).toBe('+010000-01-01')
  })
  it('has the date that people wrote when the clocks stood otherwise', () => {
    // Until 1964 western Indonesia was half an hour further ahead.
    expect(civilDate(Date.UTC(1962, 11, 31, 16, 30), jakarta)).toBe('1963-01-01')
    expect(civilDate(Date.UTC(1962, 11, 31, 16, 29), jakarta)).toBe('1962-12-31')
    expect(startOfDay('1963-01-01', jakarta)).toBe(Date.UTC(1962, 11, 31, 16, 30))
    expect(endOfDay('1962-12-31', jakarta)).toBe(Date.UTC(1962, 11, 31, 16, 30) - 1)
  })
  it('lies so many minutes ahead of UTC', () => {
    expect(zoneOffsetMinutes(evening, jakarta)).toBe(420)
    expect(zoneOffsetMinutes(Date.UTC(2026, 6, 1), paris)).toBe(120)
    expect(zoneOffsetMinutes(evening, 'America/St_Johns')).toBe(-210)
  })
  it('is that of a date and a time, where 24:00 is the midnight that ends the day', () => {
    expect(instantOf('2026-11-24', '07:30', jakarta)).toBe(Date.UTC(2026, 10, 24, 0, 30))
    expect(instantOf('2026-11-24', '24:00', jakarta)).toBe(Date.UTC(2026, 10, 24, 17))
    expect(instantOf('2026-11-24', '00:00', jakarta)).toBe(Date.UTC(2026, 10, 23, 17))
    expect(instantOf('2026-03-29', '24:00', paris)).toBe(Date.UTC(2026, 2, 29, 22))
  })
})

describe('P7: a day begins and ends', () => {
  it('at midnight in its zone, its last millisecond still that day', () => {
    expect(startOfDay('2026-11-24', jakarta)).toBe(Date.UTC(2026, 10, 23, 17))
    expect(endOfDay('2026-11-24', jakarta)).toBe(Date.UTC(2026, 10, 24, 17) - 1)
  })
  it('an hour sooner when the clocks are put forward, and later when they are put back', () => {
    expect([startOfDay('2026-03-29', paris), endOfDay('2026-03-29', paris)]).toEqual([
      Date.UTC(2026, 2, 28, 23),
      Date.UTC(2026, 2, 29, 22) - 1,
    ])
    expect([startOfDay('2026-10-25', paris), endOfDay('2026-10-25', paris)]).toEqual([
      Date.UTC(2026, 9, 24, 22),
      Date.UTC(2026, 9, 25, 23) - 1,
    ])
  })
})

describe('P7: the clock on the wall shows a time', () => {
  it('at the instant of that time', () => {
    expect(shownAt('2026-11-24', '07:30', jakarta)).toBe(Date.UTC(2026, 10, 24, 0, 30))
    expect(shownAt('2026-11-24', '24:00', paris)).toBe(Date.UTC(2026, 10, 24, 23))
    expect(shownAt('2026-11-24', '24:00', jakarta)).toBe(Date.UTC(2026, 10, 24, 17))
  })
  it('for the first time, when it comes twice', () =>
    expect(shownAt('2026-10-25', '02:30', paris)).toBe(Date.UTC(2026, 9, 25, 0, 30)))
  it('or has passed it at the moment of the change that skips it', () => {
    const change = Date.UTC(2026, 2, 29, 1)
    expect(shownAt('2026-03-29', '01:59', paris)).toBe(change - 60_000)
    for (const time of ['02:00', '02:30', '02:59', '03:00']) expect(shownAt('2026-03-29', time, paris)).toBe(change)
    expect(shownAt('2026-03-29', '03:01', paris)).toBe(change + 60_000)
    expect(instantOf('2026-03-29', '02:30', paris)).toBe(change + 30 * 60_000)
  })
})
