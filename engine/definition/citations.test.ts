import { expect, it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { citationsIn, regulationKey } from './citations.ts'
import { issuerOf } from './issuer.ts'

it('gathers what is cited in the components, on the SOP and by the decree', () => {
  const definition = aDefinition({
    components: { legalBasis: { items: [{ text: 'A' }] } },
    sop: { legalBasis: [{ text: 'B' }] },
    decree: { about: 'Standar', recalling: ['C'] },
  })
  expect(citationsIn(definition).map(({ component, cited }) => `${component}: ${cited.text}`)).toEqual([
    'legalBasis: A',
    'sop: B',
    'decree: C',
  ])
})

it.each([
  ['Undang-Undang Republik Indonesia Nomor 25 Tahun 2009 tentang Pelayanan Publik', 'UU No. 25 Tahun 2009;'],
  [
    'Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014',
    'PermenPANRB Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan',
  ],
  ['2. Peraturan Daerah Kabupaten Purbalingga Nomor 5 Tahun 2019', 'Perda Kabupaten Purbalingga Nomor 5 Tahun 2019'],
])('knows one regulation by two ways of citing it: %s', (one, other) => {
  expect(regulationKey({ text: one })).toBe(regulationKey({ text: other }))
})

it.each([
  ['Peraturan Bupati Nomor 5 Tahun 2019', 'Peraturan Daerah Nomor 5 Tahun 2019'],
  ['Peraturan Daerah Nomor 5 Tahun 2019', 'Peraturan Daerah Nomor 5 Tahun 2020'],
  ['Undang-Undang tentang Pelayanan Publik', 'Undang-Undang tentang Ombudsman'],
])('keeps two regulations apart: %s', (one, other) => {
  expect(regulationKey({ text: one })).not.toBe(regulationKey({ text: other }))
})

it('reads who issued a regulation from the words before its number', () => {
  expect(issuerOf('Perbup Serdang Bedagai No. 7 Tahun 2021')).toBe('peraturan bupati serdang bedagai')
})
