import { it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { regulationsAgree } from './regulations-agree.ts'

const resting = (...items: object[]) => aDefinition({ components: { legalBasis: { items } } })
const services = 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'
const path = (index: number) => `components.legalBasis.items.${index}`

it('finds regulations named twice or given otherwise than they read', () => {
  verifyRule(regulationsAgree, {
    accepts: {
      'each once': resting({ text: services, number: '25', year: 2009 }, { text: 'Undang-Undang Nomor 14 Tahun 2008' }),
      'words without number': resting({ text: 'Peraturan tentang Pelayanan', number: '5', year: 2020 }),
      'a number with strokes': resting({
        text: 'Peraturan Nomor PER/12/M.PAN/08/Tahun 2007',
        number: 'PER/12/M.PAN/08',
        year: 2007,
      }),
    },
    rejects: {
      'the same twice': [
        resting({ text: services }, { text: `${services.toUpperCase()};` }),
        [{ code: 'regulation-twice', path: path(1), params: { n: 2 } }],
      ],
      'another year': [
        resting({ text: services, number: '25', year: 2019 }),
        [{ code: 'regulation-words-differ', path: path(0) }],
      ],
      'another number, in an SOP': [
        aDefinition({ sop: { legalBasis: [{ text: services, number: '52', year: 2009 }] } }),
        [{ code: 'regulation-words-differ', path: 'sop.legalBasis.0' }],
      ],
    },
  })
})
