import { describe, expect, it } from 'vitest'
import type { DueReason } from './due-reason.ts'
import { explainDue, instantOf } from './index.ts'

const zone = 'Asia/Jakarta'
const from = instantOf('2026-12-23', '10:00', zone)
const due = instantOf('2026-12-28', '16:00', zone)
const free = (...days: [string, string][]) => days.map(([date, name]) => ({ date, name }))
const why = (over: Partial<DueReason>): DueReason => ({ from, amount: 1, unit: 'workingDay', skipped: [], ...over })
const both = (over: Partial<DueReason>) => [explainDue(why(over), due, zone, 'id'), explainDue(why(over), due, zone, 'en')]

const dueId = 'Jatuh tempo Senin, 28 Desember 2026 pukul 16.00 WIB'
const dueEn = 'Due Monday, 28 December 2026 at 16:00 WIB'
const spanId = '1 hari kerja sejak Rabu, 23 Desember 2026 pukul 10.00 WIB.'
const spanEn = '1 working day from Wednesday, 23 December 2026 at 10:00 WIB.'
const plainId = `${dueId}: ${spanId}`
const plainEn = `${dueEn}: ${spanEn}`

describe('P7: a deadline says which free days it passed over', () => {
  const because = (skipped: DueReason['skipped'], id: string, en: string) =>
    expect(both({ skipped })).toEqual([`${dueId} karena ${id}. Dihitung ${spanId}`, `${dueEn} because ${en}. Counted: ${spanEn}`])

  it('with nothing passed over, the span alone', () => expect(both({})).toEqual([plainId, plainEn]))
  it('one day by its name', () =>
    because(free(['2026-12-25', 'Natal']), '25 Desember libur (Natal)', '25 December is free (Natal)'))
  it('days in a row as one stretch', () =>
    because(
      free(['2026-12-24', 'Cuti bersama Natal'], ['2026-12-25', 'Natal']),
      '24–25 Desember libur (Cuti bersama Natal, Natal)',
      '24–25 December are free (Cuti bersama Natal, Natal)',
    ))
  it('a stretch over the new year, in the order of the calendar', () =>
    because(
      free(['2027-01-01', 'Tahun Baru'], ['2026-12-31', 'Cuti bersama']),
      '31 Desember–1 Januari libur (Cuti bersama, Tahun Baru)',
      '31 December–1 January are free (Cuti bersama, Tahun Baru)',
    ))
  it('a free weekday by the name of the day', () =>
    because(
      free(['2026-12-25', 'Natal'], ['2026-12-26', ''], ['2026-12-27', '']),
      '25–27 Desember libur (Natal, Sabtu, Minggu)',
      '25–27 December are free (Natal, Saturday, Sunday)',
    ))
  it('one name once, and stretches apart from one another', () =>
    because(
      free(
        ['2026-03-20', 'Cuti bersama Idulfitri'],
        ['2026-03-23', 'Cuti bersama Idulfitri'],
        ['2026-03-24', 'Cuti bersama Idulfitri'],
      ),
      '20 Maret libur (Cuti bersama Idulfitri) dan 23–24 Maret libur (Cuti bersama Idulfitri)',
      '20 March is free (Cuti bersama Idulfitri) and 23–24 March are free (Cuti bersama Idulfitri)',
    ))
  it('four stretches in full', () =>
    because(
      free(['2026-05-01', 'A'], ['2026-05-14', 'B'], ['2026-05-27', 'C'], ['2026-06-01', 'D']),
      '1 Mei libur (A), 14 Mei libur (B), 27 Mei libur (C) dan 1 Juni libur (D)',
      '1 May is free (A), 14 May is free (B), 27 May is free (C) and 1 June is free (D)',
    ))
  it('of more than four the rest as a number of days', () => {
    const five = free(['2026-05-01', 'A'], ['2026-05-14', 'B'], ['2026-05-27', 'C'], ['2026-06-01', 'D'], ['2026-06-16', 'E'])
    const id = '1 Mei libur (A), 14 Mei libur (B), 27 Mei libur (C), 1 Juni libur (D)'
    const en = '1 May is free (A), 14 May is free (B), 27 May is free (C), 1 June is free (D)'
    because(five, `${id} dan 1 hari lainnya libur`, `${en} and 1 more day is free`)
    because(
      [...five, ...free(['2026-06-17', 'F'], ['2026-08-17', 'G'])],
      `${id} dan 3 hari lainnya libur`,
      `${en} and 3 more days are free`,
    )
  })
  it('of a stretch with many names the first four', () => {
    const four = free(['2026-03-18', 'A'], ['2026-03-19', 'B'], ['2026-03-20', 'C'], ['2026-03-21', 'D'])
    because(four, '18–21 Maret libur (A, B, C, D)', '18–21 March are free (A, B, C, D)')
    because(
      [...four, ...free(['2026-03-22', 'E'])],
      '18–22 Maret libur (A, B, C, D, dan lain-lain)',
      '18–22 March are free (A, B, C, D, and others)',
    )
  })
  it('the free days of a bare day that rolled on', () =>
    expect(both({ unit: 'calendarDay', skipped: free(['2026-12-25', 'Natal']) })).toEqual([
      `${dueId} karena 25 Desember libur (Natal). Dihitung 1 hari sejak Rabu, 23 Desember 2026 pukul 10.00 WIB.`,
      `${dueEn} because 25 December is free (Natal). Counted: 1 day from Wednesday, 23 December 2026 at 10:00 WIB.`,
    ]))
})

describe('P7: a deadline says by which rule it was counted', () => {
  it.each([
    ['workingHour', 4, '4 jam kerja', '4 working hours'],
    ['workingHour', 1, '1 jam kerja', '1 working hour'],
    ['workingMinute', 90, '90 menit kerja', '90 working minutes'],
    ['hour', 48, '48 jam', '48 hours'],
    ['month', 1, '1 bulan', '1 month'],
    ['fortnight', 2, '2 fortnight', '2 fortnight'],
  ])('%s, %i times', (unit, amount, id, en) =>
    expect(both({ unit, amount })).toEqual([
      `${dueId}: ${id} sejak Rabu, 23 Desember 2026 pukul 10.00 WIB.`,
      `${dueEn}: ${en} from Wednesday, 23 December 2026 at 10:00 WIB.`,
    ]),
  )
  it('Hari H', () =>
    expect(both({ unit: 'sameDay' })).toEqual([
      `${dueId}: hari yang sama dengan Rabu, 23 Desember 2026 pukul 10.00 WIB.`,
      `${dueEn}: the same day as Wednesday, 23 December 2026 at 10:00 WIB.`,
    ]))
})

describe('P7: a deadline says whose hours and which special hours counted', () => {
  it('names the unit', () =>
    expect(both({ calendarUnit: 'Mal Pelayanan Publik' })).toEqual([
      `${plainId} Jam kerja yang dipakai: Mal Pelayanan Publik.`,
      `${plainEn} Working hours used: Mal Pelayanan Publik.`,
    ]))
  it('names Ramadan and its days', () =>
    expect(both({ hours: [{ name: 'Ramadan 1447 Hijriah', from: '2026-02-19', until: '2026-03-20' }] })).toEqual([
      `${plainId} Berlaku jam kerja Ramadan 1447 Hijriah (19 Februari–20 Maret).`,
      `${plainEn} The Ramadan 1447 Hijriah hours applied (19 February–20 March).`,
    ]))
  it('says of hours without a name that they are special, each in its own sentence', () => {
    const hours = [
      { name: '', from: '2026-12-23', until: '2026-12-23' },
      { name: 'Posko', from: '2026-12-28', until: '2026-12-30' },
    ]
    expect(both({ hours })).toEqual([
      `${plainId} Berlaku jam kerja khusus (23 Desember). Berlaku jam kerja Posko (28–30 Desember).`,
      `${plainEn} The special hours applied (23 December). The Posko hours applied (28–30 December).`,
    ])
  })
})

describe('P7: a deadline says what moved it', () => {
  it.each([
    [51 * 60, '2 hari 3 jam', '2 days 3 hours'],
    [24 * 60 + 5, '1 hari', '1 day'],
    [24 * 60, '1 hari', '1 day'],
    [24 * 60 - 1, '23 jam 59 menit', '23 hours 59 minutes'],
    [61, '1 jam 1 menit', '1 hour 1 minute'],
    [59.9, '59 menit', '59 minutes'],
    [1, '1 menit', '1 minute'],
    [0.5, 'kurang dari 1 menit', 'less than a minute'],
  ])('that its clock stood still for %d minutes', (minutes, id, en) =>
    expect(both({ paused: minutes * 60_000 })).toEqual([
      `${plainId} Hitungan waktu berhenti selama ${id}; waktu itu tidak dihitung.`,
      `${plainEn} The clock stood still for ${en}; that time does not count.`,
    ]),
  )
  it('and nothing of a clock that never stood still', () => expect(both({ paused: 0 })).toEqual([plainId, plainEn]))

  it('each extension with its reason, ended by one full stop', () => {
    const extended = [
      { amount: 5, unit: 'workingDay', reason: ' Menunggu hasil uji laboratorium. ' },
      { amount: 1, unit: 'calendarDay', reason: 'Banjir' },
    ]
    expect(both({ extended })).toEqual([
      `${plainId} Diperpanjang 5 hari kerja: Menunggu hasil uji laboratorium. Diperpanjang 1 hari: Banjir.`,
      `${plainEn} Extended by 5 working days: Menunggu hasil uji laboratorium. Extended by 1 day: Banjir.`,
    ])
  })

  it.each([
    ['calendar', 'hari libur atau jam kerja berubah', 'holidays or working hours changed'],
    ['data', 'data permohonan berubah', 'the data of the request changed'],
    ['version', 'permohonan dipindahkan ke versi standar yang lain', 'the request was moved to another version'],
  ] as const)('that it was counted again after a change of %s', (recomputed, id, en) =>
    expect(both({ recomputed })).toEqual([`${plainId} Dihitung ulang karena ${id}.`, `${plainEn} Counted again because ${en}.`]),
  )

  it('everything together, in the order in which it is asked', () =>
    expect(
      both({
        skipped: free(['2026-12-25', 'Natal']),
        calendarUnit: 'Loket',
        hours: [{ name: 'Ramadan', from: '2026-12-23', until: '2026-12-24' }],
        extended: [{ amount: 1, unit: 'week', reason: 'Banjir' }],
        paused: 60_000,
        recomputed: 'calendar',
      })[0],
    ).toBe(
      `${dueId} karena 25 Desember libur (Natal). Dihitung ${spanId} Jam kerja yang dipakai: Loket. ` +
        'Berlaku jam kerja Ramadan (23–24 Desember). Diperpanjang 1 minggu: Banjir. ' +
        'Hitungan waktu berhenti selama 1 menit; waktu itu tidak dihitung. ' +
        'Dihitung ulang karena hari libur atau jam kerja berubah.',
    ))
})
