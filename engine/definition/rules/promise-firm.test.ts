import { it } from 'vitest'
import { aDefinition, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { promiseFirm } from './promise-firm.ts'

const oneDay = { amount: 1, unit: 'workingDay' } as const
const promising = (serviceTime: object) => aDefinition({ components: { serviceTime } })
const noted = (note: string) =>
  aDefinition({
    nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aTask('process', { duration: { ...oneDay, note } }), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'process'), anEdge('process', 'end')],
  })
const place = { code: 'promise-elastic', path: 'components.serviceTime.notes.0' }

it('finds the words by which a promised time is taken back', () => {
  verifyRule(promiseFirm, {
    accepts: {
      'a promise alone': promising({ limits: [{ duration: oneDay }] }),
      'a note that says from when it counts': promising({ limits: [{ duration: oneDay }], notes: ['Sejak berkas lengkap.'] }),
      'a step that counts from a day': noted('setelah kegiatan berlangsung'),
    },
    rejects: {
      'a time that may change': [
        promising({ notes: ['Maksimal pengerjaan dapat berubah sesuai dengan banyaknya konten.'] }),
        [{ ...place, params: { words: 'dapat berubah' } }],
      ],
      'a time by how difficult it is': [
        promising({ notes: ['1 hari kerja atau sesuai dengan tingkat kerumitan'] }),
        [{ ...place, params: { words: 'sesuai dengan tingkat kerumitan' } }],
      ],
      'a time about so long': [promising({ notes: ['Kurang lebih 3 hari'] }), [place]],
      'a limit that hangs on something': [
        promising({ limits: [{ label: 'Tergantung antrean', duration: oneDay }] }),
        [{ path: 'components.serviceTime.limits.0' }],
      ],
      'a step done when it suits': [noted('menyesuaikan'), [{ code: 'promise-elastic', nodeId: 'process' }]],
    },
  })
})
