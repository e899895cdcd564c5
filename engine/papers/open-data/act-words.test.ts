import { expect, it } from 'vitest'
import { actWords, type PublicAct } from './act-words.ts'

const anAct = (over: Partial<PublicAct> = {}): PublicAct => ({
  ...{ kind: 'published', version: 2, title: 'Ruang Baca', agencyName: 'Dispus', announced: false, by: null, corrected: null },
  decree: { number: '7 /TAHUN 2026', signedOn: '2026-03-17', effectiveOn: '2026-04-01' },
  ...over,
})
const by = { number: '9 /TAHUN 2026', signedOn: '2026-05-02' }

it.each([
  [
    anAct(),
    'Ditetapkan: Ruang Baca (versi 2)',
    'Standar Ruang Baca versi 2 (Dispus) ditetapkan dengan SK Nomor 7 /TAHUN 2026 tanggal 17 Maret 2026 dan berlaku sejak 1 April 2026.',
  ],
  [
    anAct({ announced: true }),
    'Mulai berlaku: Ruang Baca (versi 2)',
    'Standar Ruang Baca versi 2 (Dispus) mulai berlaku pada 1 April 2026.',
  ],
  [
    anAct({ kind: 'superseded', by }),
    'Diganti: Ruang Baca (versi 2)',
    'Standar Ruang Baca versi 2 (Dispus) diganti dengan SK Nomor 9 /TAHUN 2026 tanggal 2 Mei 2026.',
  ],
  [
    anAct({ kind: 'set' }),
    'Ditetapkan: Ruang Baca (versi 2)',
    'Standar Ruang Baca versi 2 (Dispus) ditetapkan dengan SK Nomor 7 /TAHUN 2026 tanggal 17 Maret 2026 dan mulai berlaku pada 1 April 2026.',
  ],
  [
    anAct({ corrected: { from: 1, to: 2 } }),
    'Diralat: Ruang Baca (versi 2)',
    'Standar Ruang Baca versi 2 (Dispus) meralat versi 1, di bawah SK Nomor 7 /TAHUN 2026 tanggal 17 Maret 2026.',
  ],
  [
    anAct({ kind: 'superseded', by, corrected: { from: 2, to: 3 } }),
    'Diralat: Ruang Baca (versi 2)',
    'Standar Ruang Baca versi 2 (Dispus) diralat; yang dibaca sekarang versi 3, di bawah SK Nomor 7 /TAHUN 2026 tanggal 17 Maret 2026.',
  ],
  [
    anAct({ kind: 'revoked', by: { ...by, signedOn: null } }),
    'Dicabut: Ruang Baca (versi 2)',
    'Standar Ruang Baca versi 2 (Dispus) dicabut dengan SK Nomor 9 /TAHUN 2026.',
  ],
  [anAct({ kind: 'revoked' }), 'Dicabut: Ruang Baca (versi 2)', 'Standar Ruang Baca versi 2 (Dispus) dicabut.'],
  [
    anAct({ kind: 'cancelled', by }),
    'Dibatalkan: Ruang Baca (versi 2)',
    'Standar Ruang Baca versi 2 (Dispus) dibatalkan dengan SK Nomor 9 /TAHUN 2026 tanggal 2 Mei 2026.',
  ],
])('tells an act in a headline and a sentence', (act, headline, sentence) => {
  expect(actWords(act)).toEqual({ headline, sentence })
})
