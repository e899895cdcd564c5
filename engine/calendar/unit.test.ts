import { describe, expect, it } from 'vitest'
import { Duration } from '../definition/duration.ts'
import { Calendar, calendarOf, civilDate, civilTime, dueAt, explainDue, instantOf, type WeekHours, weekdays } from './index.ts'

const zone = 'Asia/Jakarta'
const open = (hours: string, ...days: (typeof weekdays)[number][]): WeekHours => {
  const [opens = '', closes = ''] = hours.split('-')
  const none = Object.fromEntries(weekdays.map((day) => [day, []])) as unknown as WeekHours
  return { ...none, ...Object.fromEntries(days.map((day) => [day, [[opens, closes]]])) }
}
const five = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const six = [...five, 'sat'] as const

const calendar = Calendar.parse({
  zone,
  schedules: [
    { from: '2020-01-01', name: 'Lima hari', week: open('08:00-16:00', ...five) },
    { from: '2026-02-19', until: '2026-03-20', name: 'Ramadan', week: open('08:00-15:00', ...five) },
  ],
  holidays: [
    { date: '2026-12-24', name: 'Cuti bersama Natal', kind: 'jointLeave' },
    { date: '2026-12-25', name: 'Natal', kind: 'national' },
  ],
  units: [
    {
      id: 'loket',
      name: 'Loket Pelayanan',
      schedules: [{ from: '2026-01-01', name: 'Enam hari', week: open('08:00-14:00', ...six) }],
      holidays: [{ date: '2026-11-21', name: 'HUT loket', kind: 'local' }],
      worksOn: ['jointLeave'],
    },
    { id: 'arsip', name: 'Arsip' },
    {
      id: 'siaga',
      name: 'Siaga',
      worksOn: ['national', 'jointLeave', 'local'],
      schedules: [{ from: '2026-03-02', until: '2026-03-06', week: open('00:00-24:00', ...six, 'sun') }],
    },
  ],
})

const due = (unit: string | null, duration: Partial<Duration>, from: string) => {
  const wish = Duration.parse({ amount: 1, unit: 'workingDay', ...duration })
  const found = dueAt(wish, instantOf(from.slice(0, 10), from.slice(11), zone), calendarOf(calendar, unit))
  return found && `${civilDate(found.at, zone)} ${civilTime(found.at, zone)}`
}

describe('V9: the calendar of a unit', () => {
  it('is the agency’s own for the agency and for a unit that is not there', () => {
    expect(calendarOf(calendar, null)).toBe(calendar)
    expect(calendarOf(calendar, undefined)).toBe(calendar)
    expect(calendarOf(calendar, 'dihapus')).toBe(calendar)
  })
  it('is made once for a calendar and its unit', () => {
    expect(calendarOf(calendar, 'loket')).toBe(calendarOf(calendar, 'loket'))
    expect(calendarOf(calendar, 'loket')).not.toBe(calendarOf(calendar, 'siaga'))
    expect(calendarOf({ ...calendar }, 'loket')).not.toBe(calendarOf(calendar, 'loket'))
  })
  it('works its sixth day and closes at its own hour', () => {
    expect(due(null, {}, '2026-11-13 10:00')).toBe('2026-11-16 16:00')
    expect(due('loket', {}, '2026-11-13 10:00')).toBe('2026-11-14 14:00')
    expect(due('loket', { amount: 5, unit: 'hour' }, '2026-11-13 12:00')).toBe('2026-11-14 11:00')
  })
  it('is free on the holidays of the agency, on its own, and works on those it says', () => {
    expect(due('loket', {}, '2026-12-23 10:00')).toBe('2026-12-24 14:00')
    expect(due('loket', {}, '2026-12-24 10:00')).toBe('2026-12-26 14:00')
    expect(due('loket', {}, '2026-11-20 10:00')).toBe('2026-11-23 14:00')
    expect(due(null, {}, '2026-12-23 10:00')).toBe('2026-12-28 16:00')
  })
  it('keeps the agency’s hours until its own begin, and where it has none', () => {
    expect(due('loket', {}, '2025-12-30 10:00')).toBe('2025-12-31 16:00')
    expect(due('loket', {}, '2025-12-31 10:00')).toBe('2026-01-01 14:00')
    expect(due('arsip', {}, '2026-02-23 10:00')).toBe('2026-02-24 15:00')
    expect(due('arsip', {}, '2026-12-23 10:00')).toBe('2026-12-28 16:00')
  })
  it('puts its hours before special hours of the agency, also where those begin later', () => {
    expect(due('loket', {}, '2026-02-20 10:00')).toBe('2026-02-21 14:00')
    expect(calendarOf(calendar, 'loket').schedules.map(({ name, from, until }) => [name, from, until])).toEqual([
      ['Enam hari', '2026-01-01', undefined],
      ['Lima hari', '2020-01-01', undefined],
    ])
  })
  it('leaves the agency’s special hours before and after its own', () => {
    expect(calendarOf(calendar, 'siaga').schedules.map(({ name, from, until }) => [name, from, until])).toEqual([
      [undefined, '2026-03-02', '2026-03-06'],
      ['Ramadan', '2026-02-19', '2026-03-01'],
      ['Ramadan', '2026-03-07', '2026-03-20'],
      ['Lima hari', '2020-01-01', undefined],
    ])
    expect(due('siaga', {}, '2026-02-26 10:00')).toBe('2026-02-27 15:00')
    expect(due('siaga', {}, '2026-03-05 10:00')).toBe('2026-03-07 00:00')
    expect(due('siaga', {}, '2026-03-06 10:00')).toBe('2026-03-09 15:00')
  })
  it('puts those of the agency’s special hours first that began last, also where its own hours hide their beginnings', () => {
    const week = (...days: (typeof weekdays)[number][]) => open('00:00-00:15', ...days)
    const crowded = Calendar.parse({
      zone,
      schedules: [
        { from: '2020-01-01', week: week('mon', 'fri') },
        { from: '2026-03-27', until: '2026-04-05', name: 'Ramadan', week: week('sun') },
        { from: '2026-03-30', until: '2026-04-05', name: 'Libur sekolah', week: week() },
      ],
      units: [{ id: 'loket', name: 'Loket', schedules: [{ from: '2026-03-27', until: '2026-03-29', week: week() }] }],
    })
    const month = Duration.parse({ amount: 1, unit: 'month' })
    const received = instantOf('2026-03-02', '07:00', zone)
    for (const unit of [null, 'loket']) {
      const found = dueAt(month, received, calendarOf(crowded, unit))
      expect(found && civilDate(found.at, zone)).toBe('2026-04-06')
    }
  })
  it('keeps what the agency decides for the time before the unit’s hours, and drops it from their first day on', () => {
    const ofAgency = (from: string) =>
      calendarOf({ ...calendar, schedules: [{ from, week: open('09:00-10:00', 'mon') }] }, 'loket').schedules.length
    expect([ofAgency('2025-12-31'), ofAgency('2026-01-01'), ofAgency('2026-01-02')]).toEqual([2, 1, 1])
  })
  it('ends special hours of the agency on the day before the unit’s hours begin', () => {
    const special = { from: '2025-12-20', until: '2026-01-10', week: open('09:00-10:00', 'mon') }
    const left = calendarOf({ ...calendar, schedules: [special] }, 'loket').schedules.slice(1)
    expect(left).toEqual([{ ...special, until: '2025-12-31' }])
  })
  it('is named where a deadline is explained', () => {
    const ofUnit = calendarOf(calendar, 'loket')
    const found = dueAt(Duration.parse({ amount: 1, unit: 'workingDay' }), instantOf('2026-12-24', '10:00', zone), ofUnit)
    expect(found?.why.calendarUnit).toBe('Loket Pelayanan')
    expect(found && explainDue(found.why, found.at, zone, 'id')).toBe(
      'Jatuh tempo Sabtu, 26 Desember 2026 pukul 14.00 WIB karena 25 Desember libur (Natal). ' +
        'Dihitung 1 hari kerja sejak Kamis, 24 Desember 2026 pukul 10.00 WIB. Jam kerja yang dipakai: Loket Pelayanan.',
    )
    const nightAndDay = Duration.parse({ amount: 4, unit: 'hour', clock: 'calendar' })
    expect(dueAt(nightAndDay, instantOf('2026-12-24', '10:00', zone), ofUnit)?.why.calendarUnit).toBeUndefined()
  })
  it('has a name, an id of its own, and says on which holidays it works', () => {
    const units = (...raw: object[]) => Calendar.safeParse({ zone, units: raw }).success
    expect(units({ id: 'a', name: 'A' }, { id: 'b', name: 'A' })).toBe(true)
    expect(units({ id: 'a', name: 'A' }, { id: 'a', name: 'B' })).toBe(false)
    expect(units({ id: 'a', name: ' ' })).toBe(false)
    expect(units({ id: 'dua kata', name: 'A' })).toBe(false)
    expect(units({ id: 'a', name: 'A', worksOn: ['sundays'] })).toBe(false)
  })
})
