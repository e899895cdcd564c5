import { it } from 'vitest'
import { aTask, type TaskInput } from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { deadlineActs } from './deadline-acts.ts'

const acting = (over: Partial<TaskInput>) =>
  oneByOne([aTask('check'), aTask('sign', { duration: { amount: 2, unit: 'workingDay' }, ...over }), aTask('later')])

const back = (to: string) => ({ afterwards: { kind: 'return' as const, to } })

it('asks deadlines that act for a limit, a warning inside it, and a step before', () => {
  verifyRule(deadlineActs, {
    context: { positions: [{ id: 'officer' }] },
    accepts: {
      'a warning a day before, and back': acting({ deadline: { warn: { amount: 1, unit: 'workingDay' }, ...back('check') } }),
      'nothing asked': acting({ duration: undefined, deadline: {} }),
    },
    rejects: {
      'no limit': [
        acting({ duration: undefined, deadline: back('check') }),
        [{ code: 'deadline-without-duration', nodeId: 'sign' }],
      ],
      'a warning before the step opens': [
        acting({ deadline: { warn: { amount: 3, unit: 'calendarDay' } } }),
        [{ code: 'warning-too-early', nodeId: 'sign' }],
      ],
      'a step to come': [
        acting({ deadline: back('later') }),
        [{ code: 'return-comes-later', params: { step: 'Mengerjakan later' } }],
      ],
      'a step that is gone': [acting({ deadline: back('gone') }), [{ code: 'return-unknown-step' }]],
      'a position that is gone': [
        acting({ deadline: { afterwards: { kind: 'reassign', to: ['ghost'] } } }),
        [{ code: 'assigned-unknown-position', params: { position: 'ghost' } }],
      ],
      'a warning before the whole procedure begins': [
        oneByOne([], undefined, {
          components: {
            serviceTime: {
              limits: [{ duration: { amount: 1, unit: 'workingDay' } }],
              deadline: { warn: { amount: 2, unit: 'workingDay' } },
            },
          },
        }),
        [{ code: 'warning-too-early', path: 'components.serviceTime' }],
      ],
    },
  })
})
