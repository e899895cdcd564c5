import { describe, expect, it } from 'vitest'
import { Duration } from '../definition/duration.ts'
import { explainDue, instantOf, printDate, printDuration, printInstant } from './index.ts'

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

describe('dates and moments', () => {
  it('writes a date', () => {
    expect(printDate('2023-09-18', 'id')).toBe('18 September 2023')
    expect(printDate('2024-07-02', 'en')).toBe('2 July 2024')
  })
  it('writes a moment with the name of its zone', () => {
    const at = instantOf('2026-12-28', '16:00', zone)
    expect(printInstant(at, zone, 'id')).toBe('Senin, 28 Desember 2026 pukul 16.00 WIB')
    expect(printInstant(at, 'Asia/Makassar', 'en')).toBe('Monday, 28 December 2026 at 17:00 WITA')
    expect(printInstant(at, 'Europe/Paris', 'en')).toBe('Monday, 28 December 2026 at 10:00 UTC+01:00')
  })
})

it('P7: a deadline says why it is what it is', () => {
  const skipped = [
    { date: '2026-12-24', name: 'Cuti bersama Hari Raya Natal' },
    { date: '2026-12-26', name: '' },
  ]
  const why = { from: instantOf('2026-12-23', '10:00', zone), amount: 1, unit: 'workingDay', skipped }
  expect(explainDue(why, instantOf('2026-12-28', '16:00', zone), zone, 'id')).toBe(
    'Jatuh tempo Senin, 28 Desember 2026 pukul 16.00 WIB: 1 hari kerja sejak Rabu, 23 Desember 2026 pukul 10.00 WIB. ' +
      'Hari libur yang dilewati: 24 Desember (Cuti bersama Hari Raya Natal), 26 Desember (Sabtu).',
  )
})

it.each([
  [51 * 60, '2 hari 3 jam', '2 days 3 hours'],
  [24 * 60 + 5, '1 hari', '1 day'],
  [61, '1 jam 1 menit', '1 hour 1 minute'],
  [0.5, 'kurang dari 1 menit', 'less than a minute'],
])('P7: a deadline says that its clock stood still for %d minutes', (minutes, indonesian, english) => {
  const from = instantOf('2026-12-28', '10:00', zone)
  const why = { from, amount: 1, unit: 'calendarDay', skipped: [{ date: '2026-12-26', name: '' }], paused: minutes * 60_000 }
  const due = instantOf('2026-12-31', '13:00', zone)
  expect(explainDue(why, due, zone, 'id')).toBe(
    'Jatuh tempo Kamis, 31 Desember 2026 pukul 13.00 WIB: 1 hari sejak Senin, 28 Desember 2026 pukul 10.00 WIB. ' +
      `Hitungan waktu berhenti selama ${indonesian}; waktu itu tidak dihitung. Hari libur yang dilewati: 26 Desember (Sabtu).`,
  )
  expect(explainDue(why, due, zone, 'en')).toContain(`The clock stood still for ${english}; that time does not count. Free days`)
  expect(explainDue({ ...why, paused: 0 }, due, zone, 'en')).not.toContain('stood still')
})
