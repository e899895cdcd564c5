import { expect, it } from 'vitest'
import { formatter } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translator.ts'
import { detailLines } from './audit-words.ts'

const saying = { t: translator('id'), format: formatter('id', 'Asia/Jakarta') }
const nobody = { subject: null, person: null, position: null }
const told = (detail: unknown, names: Parameters<typeof detailLines>[1] = nobody) =>
  detailLines(detail, names, saying).map(({ label, value }) => `${label}: ${value}`)

it('says of an appointment whom, as what, from when to when and why, in that order and in words', () => {
  const detail = { from: '2026-11-26', kind: 'plh', basis: 'Surat perintah 821/39', until: '2026-12-02', personId: 'p1' }
  expect(told(detail, { ...nobody, person: 'Teguh Saputra' })).toEqual([
    'Orang: Teguh Saputra',
    'Jenis: Plh.',
    'Mulai: 26 November 2026',
    'Sampai: 2 Desember 2026',
    'Dasar: Surat perintah 821/39',
  ])
})

it('says of deadlines that were counted anew which change that was for', () => {
  const changes = [{ action: 'calendar.addHoliday', name: 'Hari jadi', date: '2026-12-01' }, { action: 'calendar.template' }]
  expect(told({ moved: 3, counted: 12, changes })).toContain(
    'Sebab: Hari libur ditambah: Hari jadi, 1 Desember 2026; Kalender diambil dari contoh',
  )
})

it('writes moments in the zone of the office', () => {
  expect(told({ due: '2026-12-01T01:00:00.000Z' })).toEqual(['Seharusnya mulai: 1 Des 2026, 08.00 WIB'])
})

it('leaves words as they are that begin like a date and are none', () => {
  expect(told({ basis: '2026-13-01', name: '2026-12-25Tambahan', title: '2026-02-30' })).toEqual([
    ...['Nama: 2026-02-30', 'Nama: 2026-12-25Tambahan', 'Dasar: 2026-13-01'],
  ])
})
