import { it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { lawInForce } from './law-in-force.ts'

const regulations = [
  {
    issuer: ['komisi informasi'],
    number: '1',
    year: 2010,
    about: 'Layanan informasi',
    replacedBy: 'Peraturan Komisi Informasi Nomor 1 Tahun 2021',
    source: 'Peraturan Komisi Informasi Nomor 1 Tahun 2021',
  },
  {
    issuer: ['m.pan'],
    number: 'PER/21/M.PAN/11',
    year: 2008,
    about: 'Penyusunan SOP',
    replacedBy: 'Peraturan Menteri PANRB Nomor 35 Tahun 2012',
    source: 'Peraturan Menteri PANRB Nomor 35 Tahun 2012',
  },
]
const resting = (...items: object[]) => aDefinition({ components: { legalBasis: { items } } })
const path = 'components.legalBasis.items.0'

it('finds a legal basis that another has replaced', () => {
  verifyRule(lawInForce, {
    context: { regulations },
    accepts: {
      'one that is in force': resting({ text: 'Peraturan Komisi Informasi Nomor 1 Tahun 2021' }),
      'another of the same number and year': resting({ text: 'Peraturan Bupati Nomor 1 Tahun 2010' }),
      'one that the register does not know': resting({ text: 'Undang-Undang tentang Pelayanan Publik' }),
      'one whose words name the old one': resting({
        text: 'Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Pencabutan Nomor 1 Tahun 2010',
      }),
    },
    rejects: {
      'by its words': [
        resting({ text: 'Peraturan Komisi Informasi Republik Indonesia No. 1 Tahun 2010; tentang Layanan' }),
        [{ code: 'law-replaced', path, params: { by: 'Peraturan Komisi Informasi Nomor 1 Tahun 2021' } }],
      ],
      'by the number given beside them': [
        resting({ text: 'Peraturan Komisi Informasi tentang Layanan', number: '1', year: 2010 }),
        [{ path }],
      ],
      'by a number with strokes': [resting({ text: 'Permenpan Nomor PER/21/M.PAN/11/2008 tentang SOP' }), [{ path }]],
      'among what a decree recalls': [
        aDefinition({ decree: { about: 'Standar', recalling: ['Peraturan Komisi Informasi Nomor 1 Tahun 2010;'] } }),
        [{ path: 'decree.recalling.0' }],
      ],
      'on the first page of an SOP': [
        aDefinition({ sop: { legalBasis: [{ text: 'Peraturan Komisi Informasi Nomor 1 Tahun 2010' }] } }),
        [{ path: 'sop.legalBasis.0' }],
      ],
    },
  })
  verifyRule(lawInForce, {
    accepts: { 'nothing is known of regulations': resting({ text: 'Peraturan Komisi Informasi Nomor 1 Tahun 2010' }) },
    rejects: {},
  })
})

const district = { issuer: ['peraturan daerah kabupaten purbalingga'], number: '5', year: 2019, about: '', source: 'Pasal II' }
const ended = [{ ...district, replacedBy: 'Peraturan Daerah Nomor 2 Tahun 2025', change: 'revoked' as const }]
const amended = [{ ...district, replacedBy: 'Peraturan Daerah Nomor 2 Tahun 2025', change: 'amended' as const }]
const cited = { text: 'Peraturan Daerah Kabupaten Purbalingga Nomor 5 Tahun 2019' }

it('finds one that was revoked, and one that is cited without what amended it', () => {
  verifyRule(lawInForce, {
    context: { regulations: ended },
    accepts: { 'one of another district': resting({ text: 'Peraturan Daerah Kabupaten Banyumas Nomor 5 Tahun 2019' }) },
    rejects: {
      revoked: [resting(cited), [{ code: 'law-revoked', params: { regulation: '5/2019' } }]],
      'written shorter': [resting({ text: 'Perda Kabupaten Purbalingga No. 5 Tahun 2019' }), [{ code: 'law-revoked' }]],
    },
  })
  verifyRule(lawInForce, {
    context: { regulations: amended },
    accepts: {
      'both in the list': resting(cited, { text: 'Peraturan Daerah Nomor 2 Tahun 2025 tentang Perubahan' }),
      'both in one line': resting({
        text: `${cited.text} sebagaimana telah diubah dengan Peraturan Daerah Nomor 2 Tahun 2025`,
      }),
    },
    rejects: { 'the old one alone': [resting(cited), [{ code: 'law-amended' }]] },
  })
  verifyRule(lawInForce, {
    context: { regulations: [...amended, ...ended] },
    accepts: {},
    rejects: { 'amended and then revoked': [resting(cited), [{ code: 'law-revoked' }]] },
  })
})
