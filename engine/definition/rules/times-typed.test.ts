import { it } from 'vitest'
import { aDefinition, anEdge, anEnd, aStart, aTask, type TaskInput } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { timesTyped } from './times-typed.ts'

const oneDay = { amount: 1, unit: 'workingDay' } as const
const doing = (over: Partial<TaskInput>) =>
  aDefinition({
    nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aTask('process', over), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'process'), anEdge('process', 'end')],
  })
const promising = (serviceTime: object) => aDefinition({ components: { serviceTime } })

it('finds times that stand in words alone', () => {
  verifyRule(timesTyped, {
    accepts: {
      'a step without time': doing({ remark: 'Lihat SOP lain', output: ['Register 2026'] }),
      'a step whose time is typed too': doing({ remark: 'Paling lama 1 hari', duration: oneDay }),
      'a promise with a note': promising({ limits: [{ duration: oneDay }], notes: ['Dihitung 1 hari sejak berkas lengkap'] }),
      'how often something is done': doing({ activity: 'Melaporkan 1 bulan sekali' }),
    },
    rejects: {
      'the day of an event': [
        doing({ remark: 'Hari H setelah kegiatan berlangsung' }),
        [{ code: 'time-in-words', nodeId: 'process', params: { words: 'Hari H' } }],
      ],
      'days before it': [doing({ remark: 'H-3' }), [{ params: { words: 'H-3' } }]],
      'an amount among the outputs': [doing({ output: ['Konsep surat (2 jam)'] }), [{ params: { words: '2 jam' } }]],
      'a promise in words': [
        promising({ notes: ['Paling lama 3 (tiga) hari kerja'] }),
        [{ code: 'promise-in-words', path: 'components.serviceTime' }],
      ],
      'a promise without unit': [
        promising({ limits: [{ duration: oneDay }], notes: ['Maksimal 5'] }),
        [{ code: 'time-without-unit', path: 'components.serviceTime.notes.0' }],
      ],
      'the time of an answer to a complaint': [
        aDefinition({ components: { complaints: { flow: ['Dijawab dalam 14 hari kerja'] } } }),
        [{ code: 'promise-in-words', path: 'components.complaints' }],
      ],
    },
  })
})
