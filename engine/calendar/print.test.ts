import { describe, expect, it } from 'vitest'
import { Duration } from '../definition/duration.ts'
import { instantOf, printDate, printDuration, printInstant, printWeekdayDate } from './index.ts'
import { printDayAndMonth, printDays, printWeekday, unitName } from './print.ts'

const zone = 'Asia/Jakarta'
const words = (duration: Partial<Duration>, language: 'id' | 'en' = 'id') =>
  printDuration(Duration.parse({ amount: 1, unit: 'workingDay', ...duration }), language)

describe('durations read as the papers write them', () => {
  it.each<[Partial<Duration>, string, string]>([
    [{ maximum: true }, 'Maksimal 1 hari kerja', 'At most 1 working day'],
    [{ amount: 4, unit: 'hour' }, '4 jam', '4 hours'],
    [{ amount: 30 }, '30 hari kerja', '30 working days'],
    [{ amount: 1, upTo: 5 }, '1–5 hari kerja', '1–5 working days'],
    [{ unit: 'calendarDay' }, '1 hari', '1 day'],
    [{ amount: 2, unit: 'week' }, '2 minggu', '2 weeks'],
    [{ amount: 1, unit: 'week' }, '1 minggu', '1 week'],
    [{ amount: 3, unit: 'month' }, '3 bulan', '3 months'],
    [{ amount: 90, unit: 'minute' }, '90 menit', '90 minutes'],
    [
      { amount: 1, unit: 'minute', maximum: true, note: 'per berkas' },
      'Maksimal 1 menit per berkas',
      'At most 1 minute per berkas',
    ],
    [{ unit: 'sameDay', maximum: true }, 'Maksimal Hari H', 'At most the same day'],
    [
      { unit: 'sameDay', note: 'setelah kegiatan berlangsung' },
      'Hari H setelah kegiatan berlangsung',
      'The same day setelah kegiatan berlangsung',
    ],
  ])('%o', (duration, indonesian, english) => {
    expect(words(duration)).toBe(indonesian)
    expect(words(duration, 'en')).toBe(english)
  })
})

const months: readonly [string, string][] = [
  ['Januari', 'January'],
  ['Februari', 'February'],
  ['Maret', 'March'],
  ['April', 'April'],
  ['Mei', 'May'],
  ['Juni', 'June'],
  ['Juli', 'July'],
  ['Agustus', 'August'],
  ['September', 'September'],
  ['Oktober', 'October'],
  ['November', 'November'],
  ['Desember', 'December'],
]
const weekdays: readonly [string, string][] = [
  ['Senin', 'Monday'],
  ['Selasa', 'Tuesday'],
  ['Rabu', 'Wednesday'],
  ['Kamis', 'Thursday'],
  ['Jumat', 'Friday'],
  ['Sabtu', 'Saturday'],
  ['Minggu', 'Sunday'],
]

describe('dates and moments', () => {
  it('has a name for every month and every day of the week', () => {
    for (const [i, [indonesian, english]] of months.entries()) {
      const date = `2026-${String(i + 1).padStart(2, '0')}-09`
      expect([printDate(date, 'id'), printDate(date, 'en')]).toEqual([`9 ${indonesian} 2026`, `9 ${english} 2026`])
      expect(printDayAndMonth(date, 'id')).toBe(`9 ${indonesian}`)
    }
    for (const [i, [indonesian, english]] of weekdays.entries()) {
      const date = `2026-11-${23 + i}`
      expect([printWeekday(date, 'id'), printWeekday(date, 'en')]).toEqual([indonesian, english])
    }
  })
  it('writes a date', () => {
    expect(printDate('2023-09-18', 'id')).toBe('18 September 2023')
    expect(printDate('2024-07-02', 'en')).toBe('2 July 2024')
  })
  it('writes days in a row without their year', () => {
    expect(printDays('2026-12-24', '2026-12-24', 'id')).toBe('24 Desember')
    expect(printDays('2026-12-24', '2026-12-25', 'id')).toBe('24–25 Desember')
    expect(printDays('2026-12-31', '2027-01-01', 'id')).toBe('31 Desember–1 Januari')
    expect(printDays('2026-12-01', '2027-12-01', 'en')).toBe('1 December–1 December')
    expect(printDays('2026-02-28', '2026-03-01', 'en')).toBe('28 February–1 March')
  })
  it('writes the weekday of a date', () => {
    expect(printWeekday('2026-12-28', 'id')).toBe('Senin')
    expect(printWeekday('2026-12-27', 'en')).toBe('Sunday')
    expect(printWeekdayDate('2026-12-27', 'en')).toBe('Sunday, 27 December 2026')
  })
  it('writes a moment with the name of its zone', () => {
    const at = instantOf('2026-12-28', '16:00', zone)
    expect(printInstant(at, zone, 'id')).toBe('Senin, 28 Desember 2026 pukul 16.00 WIB')
    expect(printInstant(at, 'Asia/Makassar', 'en')).toBe('Monday, 28 December 2026 at 17:00 WITA')
    expect(printInstant(at, 'Asia/Jayapura', 'id')).toBe('Senin, 28 Desember 2026 pukul 18.00 WIT')
    expect(printInstant(at, 'Asia/Pontianak', 'id')).toBe('Senin, 28 Desember 2026 pukul 16.00 WIB')
    expect(printInstant(at, 'Europe/Paris', 'en')).toBe('Monday, 28 December 2026 at 10:00 UTC+01:00')
    expect(printInstant(at, 'America/St_Johns', 'en')).toBe('Monday, 28 December 2026 at 05:30 UTC-03:30')
    expect(printInstant(at, 'UTC', 'en')).toBe('Monday, 28 December 2026 at 09:00 UTC+00:00')
  })
})

it('names one and many of every unit', () => {
  expect((['minute', 'hour', 'calendarDay', 'week', 'month'] as const).map((unit) => unitName(unit, 1, 'en'))).toEqual([
    'minute',
    'hour',
    'day',
    'week',
    'month',
  ])
  expect((['minute', 'hour', 'calendarDay', 'week', 'month'] as const).map((unit) => unitName(unit, 2, 'en'))).toEqual([
    'minutes',
    'hours',
    'days',
    'weeks',
    'months',
  ])
  const working = ['workingMinute', 'workingHour', 'workingDay'] as const
  expect(working.map((unit) => unitName(unit, 1, 'en'))).toEqual(['working minute', 'working hour', 'working day'])
  expect(working.map((unit) => unitName(unit, 0, 'en'))).toEqual(['working minutes', 'working hours', 'working days'])
  expect(working.map((unit) => unitName(unit, 1, 'id'))).toEqual(['menit kerja', 'jam kerja', 'hari kerja'])
  expect([unitName('sameDay', 1, 'en'), unitName('sameDay', 2, 'en')]).toEqual(['the same day', 'the same day'])
})
