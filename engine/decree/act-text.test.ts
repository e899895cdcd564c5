import { describe, expect, it } from 'vitest'
import type { DecreeText } from '#engine/definition/components.ts'
import { aboutOf, aboutOfAct, amendingText, endingText, type NamedAct, type SetStandard, settingText } from './act-text.ts'

const words: DecreeText = {
  about: 'Standar Pelayanan Izin',
  considering: ['bahwa perlu acuan;', 'bahwa perlu menetapkan;'],
  recalling: ['Undang-Undang Nomor 25 Tahun 2009;'],
  dictums: [
    'Menetapkan standar sebagaimana tercantum dalam lampiran.',
    'Standar wajib dilaksanakan.',
    'Keputusan ini mulai berlaku pada tanggal ditetapkan.',
  ],
  copies: ['Bupati'],
}
const standard = (title: string, place: number, decree: DecreeText | null = words): SetStandard => ({
  ...{ title, place, decree },
  basis: ['Perda Nomor 1 Tahun 2020'],
})
const target: NamedAct = { number: '7/2026', about: 'Standar Pelayanan Izin', signedOn: '2026-01-05', office: 'Kepala Dinas' }
const today = { signedOn: '2026-03-02', effectiveOn: '2026-03-02' }
const later = { signedOn: '2026-03-02', effectiveOn: '2026-04-01' }

describe('the words of a setting decree', () => {
  it('are those of its one standard, as they are, where nothing else is said', () => {
    expect(settingText([standard('Izin', 1)], { about: words.about, revokes: [], ...today })).toBeNull()
    expect(settingText([standard('Izin', 1, null)], { about: 'Izin', revokes: [], ...today })).toBeNull()
  })
  it('never say that it is in force from its signing when it is not', () => {
    const text = settingText([standard('Izin', 1)], { about: words.about, revokes: [], ...later })
    expect(text?.dictums.at(-1)).toBe('Keputusan ini mulai berlaku pada tanggal 1 April 2026.')
  })
  it('name each lampiran of several, say what they share once, and end with the day of force', () => {
    const other = {
      ...words,
      about: 'Standar Pelayanan Surat',
      recalling: ['Undang-Undang Nomor 25 Tahun 2009', 'Perda Nomor 3'],
    }
    const set = [standard('Izin', 1), standard('Surat', 2, other)]
    const text = settingText(set, { about: aboutOf(set), revokes: [target], ...today })
    expect(text?.about).toBe('Standar Pelayanan Izin dan Surat')
    expect(text?.considering).toEqual(words.considering)
    expect(text?.recalling).toEqual(['Undang-Undang Nomor 25 Tahun 2009', 'Perda Nomor 3'])
    expect(text?.dictums).toEqual([
      'Menetapkan standar sebagaimana tercantum dalam Lampiran I sampai dengan Lampiran II yang merupakan bagian tidak terpisahkan dari Keputusan ini, yaitu Lampiran I: Izin; Lampiran II: Surat.',
      'Standar wajib dilaksanakan.',
      'Pada saat Keputusan ini mulai berlaku, Keputusan Kepala Dinas Nomor 7/2026 tentang Standar Pelayanan Izin dicabut dan dinyatakan tidak berlaku.',
      'Keputusan ini mulai berlaku pada tanggal ditetapkan.',
    ])
  })
  it('recall the legal basis of standards that bring no words', () => {
    const text = settingText([standard('Izin', 1, null), standard('Surat', 2, null)], { about: 'Izin', revokes: [], ...today })
    expect(text?.recalling).toEqual(['Perda Nomor 1 Tahun 2020'])
    expect(text?.considering).toHaveLength(1)
    expect(text?.dictums.at(-1)).toBe('Keputusan ini mulai berlaku pada tanggal ditetapkan.')
  })
})

describe('the words of a decree about another', () => {
  it('amend lampiran of it and leave the rest', () => {
    const about = aboutOfAct.amend(target, 2)
    expect(about).toBe('Perubahan Kedua atas Keputusan Kepala Dinas Nomor 7/2026 tentang Standar Pelayanan Izin')
    const text = amendingText([{ ...standard('Izin', 1), amends: 3 }], target, { about, reason: 'syarat berubah.', ...today })
    expect(text.considering[0]).toBe('bahwa syarat berubah;')
    expect(text.dictums[0]).toMatch(/^Lampiran III Keputusan Kepala Dinas .* tercantum dalam Lampiran yang merupakan/)
    expect(text.dictums[1]).toMatch(/^Ketentuan lain dalam .* tetap berlaku\.$/)
  })
  it('revoke or cancel it, whole or in part, on the ground that is given', () => {
    const rest = { about: 'x', recalling: [], copies: [], ...today }
    const whole = endingText('revoke', [{ ...target, standards: null }], { ...rest, reason: 'bahwa layanan dialihkan;' })
    expect(whole.considering[0]).toBe('bahwa layanan dialihkan;')
    expect(whole.dictums[0]).toBe(
      'Keputusan Kepala Dinas Nomor 7/2026 tentang Standar Pelayanan Izin dicabut dan dinyatakan tidak berlaku.',
    )
    const part = endingText('cancel', [{ ...target, standards: [{ title: 'Izin', place: 2 }] }], {
      ...rest,
      reason: 'cacat wewenang',
    })
    expect(part.dictums[0]).toMatch(/^Lampiran II \(Izin\) Keputusan .* dibatalkan dan dinyatakan tidak berlaku\.$/)
  })
  it('stay within what a decree may hold, whatever they are about', () => {
    const long = { ...target, about: 'x'.repeat(2000) }
    expect(aboutOfAct.cancel(long).length).toBeLessThanOrEqual(2000)
    expect(aboutOf(Array.from({ length: 30 }, (_, at) => standard(`Nama yang panjang ${at}`, at + 1, null)))).toBe(
      '30 Standar Pelayanan',
    )
  })
})
