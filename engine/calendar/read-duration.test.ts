import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DurationUnit } from '../definition/duration.ts'
import { printDuration } from './print.ts'
import { readDuration } from './read-duration.ts'

const read = (text: string, unit?: DurationUnit) => {
  const result = readDuration(text, unit)
  return result.ok ? `${printDuration(result.duration, 'id')} [${result.duration.unit} ${result.duration.clock}]` : result.code
}

describe('a time limit as it is typed', () => {
  it.each([
    ['2 jam', '2 jam [hour working]'],
    ['1 hari kerja', '1 hari kerja [workingDay working]'],
    ['30 menit', '30 menit [minute working]'],
    ['3-5 hari', '3–5 hari [calendarDay working]'],
    ['3 s.d. 5 hari kerja', '3–5 hari kerja [workingDay working]'],
    ['14 s/d 30 HARI KERJA', '14–30 hari kerja [workingDay working]'],
    ['3 (tiga) hari kerja', '3 hari kerja [workingDay working]'],
    ['Maks. 1 jam', 'Maksimal 1 jam [hour working]'],
    ['paling lama  5   hari kalender', 'Maksimal 5 hari [calendarDay working]'],
    ['2 x 24 jam', '48 jam [hour calendar]'],
    ['2x24 jam', '48 jam [hour calendar]'],
    ['sehari', '1 hari [calendarDay working]'],
    ['tiga hari kerja', '3 hari kerja [workingDay working]'],
    ['setengah jam', '30 menit [minute working]'],
    ['1,5 jam', '90 menit [minute working]'],
    ['1 jam 30 menit', '90 menit [minute working]'],
    ['Maks. 2 (dua) jam dan 15 menit', 'Maksimal 135 menit [minute working]'],
    ['10mnt', '10 menit [minute working]'],
    ['1 minggu', '1 minggu [week working]'],
    ['2 bulan', '2 bulan [month working]'],
    ['Hari H', 'Hari H [sameDay working]'],
    ['Hari H Setelah pengumpulan dokumentasi', 'Hari H Setelah pengumpulan dokumentasi [sameDay working]'],
    ['1 hari kerja setelah berkas lengkap', '1 hari kerja setelah berkas lengkap [workingDay working]'],
  ])('%s', (text, printed) => {
    expect(read(text)).toBe(printed)
  })

  it('takes the unit of a heading where the cell has none', () => {
    expect(read('15', 'minute')).toBe('15 menit [minute working]')
    expect(read('15')).toBe('no-unit')
  })

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['secukupnya', 'no-amount'],
    ['menyesuaikan 2 jam', 'no-amount'],
    ['2 kali', 'no-unit'],
    ['2 hariini', 'no-unit'],
    ['1,25 jam', 'no-unit'],
    ['2 hari 4 jam', 'no-unit'],
    ['1 bulan 10 hari kerja', 'no-unit'],
    ['1-2 jam 30 menit', 'no-unit'],
    ['0 hari', 'out-of-range'],
    ['5-3 hari', 'out-of-range'],
    ['99999 hari', 'out-of-range'],
    ['9999999 hari', 'no-unit'],
    [`1 hari ${'x'.repeat(201)}`, 'out-of-range'],
  ])('does not guess at "%s"', (text, code) => {
    expect(read(text)).toBe(code)
  })

  it('reads back what papers print', () => {
    const seed = 37
    const unit = fc.constantFrom(...DurationUnit.options)
    const size = fc.integer({ min: 1, max: 60 })
    const note = fc.constantFrom(undefined, 'setelah kegiatan berlangsung', 'Setelah pengumpulan')
    fc.assert(
      fc.property(unit, size, fc.option(size, { nil: undefined }), fc.boolean(), note, (unit, amount, more, maximum, note) => {
        const range = more === undefined || unit === 'sameDay' ? {} : { upTo: amount + more }
        const base = { clock: 'working', anchor: { kind: 'entered' }, maximum } as const
        const duration = { ...base, amount: unit === 'sameDay' ? 0 : amount, ...range, unit, ...(note ? { note } : {}) }
        expect(readDuration(printDuration(duration, 'id'))).toEqual({ ok: true, duration })
      }),
      { seed },
    )
  })
})
