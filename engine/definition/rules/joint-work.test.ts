import { it } from 'vitest'
import { aLane, anApplicantLane, aTask, type TaskInput } from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { jointWork } from './joint-work.ts'

const together = (over: Partial<TaskInput>, lanes = [anApplicantLane(), aLane('officer'), aLane('legal')]) =>
  oneByOne([aTask('meet', over)], undefined, { lanes })

const public_ = { id: 'people', name: 'Masyarakat', kind: 'public' as const }

it('asks work done together for different lanes that can act, and for no more parts than there are', () => {
  verifyRule(jointWork, {
    accepts: {
      'another lane': together({ jointLanes: ['legal'], quorum: { kind: 'atLeast', n: 2 } }),
      'two of two positions': together({ quorum: { kind: 'atLeast', n: 2 } }, [anApplicantLane(), aLane('officer', ['p', 'q'])]),
    },
    rejects: {
      'its own lane, one twice, one that is gone': [
        together({ jointLanes: ['officer', 'legal', 'legal', 'gone'] }),
        [
          { code: 'joint-lane-repeated', laneId: 'officer' },
          { code: 'joint-lane-repeated', laneId: 'legal' },
          { code: 'unknown-lane', params: { lane: 'gone' } },
        ],
      ],
      'the public': [
        together({ jointLanes: ['people'] }, [anApplicantLane(), aLane('officer'), public_]),
        [{ code: 'task-lane-cannot-act', laneId: 'people' }],
      ],
      'three of two': [
        together({ jointLanes: ['legal'], quorum: { kind: 'atLeast', n: 3 } }),
        [{ code: 'quorum-too-high', params: { n: 3, max: 2 } }],
      ],
      'two of one position': [together({ quorum: { kind: 'atLeast', n: 2 } }), [{ code: 'quorum-too-high', params: { max: 1 } }]],
      'two of one person': [
        together({ assignment: { kind: 'performer', of: 'apply' }, quorum: { kind: 'atLeast', n: 2 } }),
        [{ code: 'quorum-too-high', params: { max: 1 } }],
      ],
    },
  })
})
