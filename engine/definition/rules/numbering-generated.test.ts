import { it } from 'vitest'
import { aDefinition, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { numberingGenerated } from './numbering-generated.ts'

const requiring = (...items: string[]) => aDefinition({ components: { requirements: { items } } })
const at = (index: number, mark: string) => ({
  code: 'numbering-typed',
  path: `components.requirements.items.${index}`,
  params: { mark },
})
const said = (statement: string) =>
  aDefinition({
    nodes: [aStart(), aTask('apply', { lane: 'applicant', statement }), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'end')],
  })

it('finds numbers, letters and bullets typed before a line', () => {
  verifyRule(numberingGenerated, {
    accepts: {
      'plain lines': requiring('Surat permohonan', '2 (dua) lembar pas foto', 'a.n. kepala dinas', '1.000 lembar', 'SK. asli'),
    },
    rejects: {
      'every way to number': [
        requiring('a. Surat', '2) Foto', '(3) Kartu', 'iv. Akta', '- Map', '• Meterai'),
        ['a.', '2)', '(3)', 'iv.', '-', '•'].map((mark, index) => at(index, mark)),
      ],
      'a sentence of a step': [said('1. Pemohon mengajukan surat.'), [{ code: 'numbering-typed', nodeId: 'apply' }]],
      'a line of the decree': [
        aDefinition({ decree: { about: 'Standar', considering: ['a. bahwa perlu ditetapkan;'] } }),
        [{ path: 'decree.considering.0' }],
      ],
      'a regulation': [
        aDefinition({ components: { legalBasis: { items: [{ text: '1. Undang-Undang Nomor 25 Tahun 2009' }] } } }),
        [{ path: 'components.legalBasis.items.0' }],
      ],
    },
  })
})
