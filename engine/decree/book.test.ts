import { expect, it } from 'vitest'
import { bookRows, nextSuffix, printBlank, printNumber, readSerial, type Serial } from './index.ts'

const entry = (number: string, serial: Serial | null) => ({ number, serial })
const lines = (rows: ReturnType<typeof bookRows<ReturnType<typeof entry>>>) =>
  rows.map((row) => (row.kind === 'entry' ? row.entry.number : `kosong ${row.from}-${row.to}`))

it('P5: the book runs by serial, inserted numbers after their own, empty places shown', () => {
  const entries = [
    entry('surat lain', null),
    entry('12', { seq: 12, suffix: '' }),
    entry('12. b', { seq: 12, suffix: 'b' }),
    entry('3', { seq: 3, suffix: '' }),
    entry('12. a', { seq: 12, suffix: 'a' }),
    entry('2', { seq: 2, suffix: '' }),
  ]
  expect(lines(bookRows(entries))).toEqual(['kosong 1-1', '2', '3', 'kosong 4-11', '12', '12. a', '12. b', 'surat lain'])
})

it.each([
  ['{seq} /TAHUN {yyyy}', '298 / Tahun 2023', { seq: 298, suffix: '', year: 2023 }],
  ['{seq:3} / SOP / {yyyy}', '010/SOP/2024', { seq: 10, suffix: '', year: 2024 }],
  ['{seq} Tahun {yyyy}', '12. b Tahun 2021', { seq: 12, suffix: 'b', year: 2021 }],
  ['{seq} TAHUN {yyyy}', '12a TAHUN 2021', { seq: 12, suffix: 'a', year: 2021 }],
  ['{class}/{seq}/{roman}/{yyyy}', '188.4/7/XII/2022', { seq: 7, suffix: '', year: 2022 }],
  ['{class}/{seq} /401.301.3/{yyyy}', '067/35 /401.301.3/2022', { seq: 35, suffix: '', year: 2022 }],
  ['SOP-1-{seq}/17000/{yyyy}', 'sop-1-107/17000/2025', { seq: 107, suffix: '', year: 2025 }],
  ['{seq}{yyyy}', '122026', { seq: 12, suffix: '', year: 2026 }],
  ['{seq}/{yyyy}/{yyyy}', '7/2026/2026', { seq: 7, suffix: '', year: 2026 }],
  ['{seq}/UM', '7/UM', { seq: 7, suffix: '', year: null }],
])('reads by %s the serial of %s', (pattern, printed, read) => expect(readSerial(pattern, printed)).toEqual(read))

it.each([
  ['{seq} /TAHUN {yyyy}', '298/SOP/2023'],
  ['{seq} /TAHUN {yyyy}', '0 /TAHUN 2023'],
  ['{seq} /TAHUN {yyyy}', '/TAHUN 2023'],
  ['{seq}.{yyyy}', '7x2026'],
  ['{seq}/{yyyy}/{yyyy}', '7/2026/2025'],
  ['{class}{class}{class}{class}{class}{class}{seq}', `${'1A'.repeat(60)}x`],
])('finds by %s no serial in %s', (pattern, printed) => expect(readSerial(pattern, printed)).toBeNull())

it('reads back what it prints, inserted or not, for every serial of a year', () => {
  for (const pattern of ['{seq:3} / SOP / {yyyy}', '{class}/{seq}/{roman}/{yyyy}', '{seq} TAHUN {yyyy}'])
    for (const suffix of ['', 'a', 'ta'])
      for (let seq = 1; seq <= 1200; seq += 7) {
        const printed = printNumber(pattern, { seq, suffix, signedOn: '2026-11-05', class: '188.4' })
        expect(readSerial(pattern, printed), printed).toEqual({ seq, suffix, year: 2026 })
      }
})

it('leaves room for the serial in a draft, as on paper', () => {
  expect(printBlank('503/{seq}/DPMPTSP/{yyyy}', '2026-03-02')).toBe('503/    /DPMPTSP/2026')
  expect(printBlank('{class}/{seq:3}/{roman}/{yyyy}', '2026-03-02')).toBe('…/    /III/2026')
})

it('gives the letter after the last one given', () => {
  expect(nextSuffix([])).toBe('a')
  expect(nextSuffix(['a', 'b'])).toBe('c')
  expect(nextSuffix(['c'])).toBe('d')
  expect(nextSuffix(['z'])).toBeNull()
})
