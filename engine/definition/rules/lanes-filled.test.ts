import { it } from 'vitest'
import { aDefinition, aLane, anApplicantLane, aTask, aWait, type TaskInput } from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { letter } from '#test/builders/waiting.ts'
import { lanesFilled } from './lanes-filled.ts'

const together = (over: Partial<TaskInput>, lanes = [anApplicantLane(), aLane('officer'), aLane('legal')]) =>
  oneByOne([aTask('meet', over)], undefined, { lanes })

const public_ = { id: 'people', name: 'Masyarakat', kind: 'public' as const }

it('asks for lanes that can act', () => {
  verifyRule(lanesFilled, {
    context: { positions: [{ id: 'officer' }] },
    accepts: { 'the example': aDefinition() },
    rejects: {
      'an empty lane': [
        aDefinition({ lanes: [anApplicantLane(), aLane('officer', [])] }),
        [{ code: 'lane-without-position', laneId: 'officer' }],
      ],
      'a position that is gone': [
        aDefinition({ lanes: [anApplicantLane(), aLane('officer', ['officer', 'ghost'])] }),
        [{ code: 'lane-unknown-position', params: { position: 'ghost' } }],
      ],
      'a task of the public': [
        aDefinition({ lanes: [anApplicantLane(), { id: 'officer', name: 'Publik', kind: 'public' }] }),
        [{ code: 'task-lane-cannot-act', nodeId: 'process' }],
      ],
      'a lane that nobody stands in': [
        aDefinition({ lanes: [anApplicantLane(), aLane('officer'), aLane('spare')] }),
        [{ code: 'lane-unused', laneId: 'spare' }],
      ],
      'a node in no lane': [
        aDefinition({ lanes: [anApplicantLane()] }),
        [
          { code: 'unknown-lane', nodeId: 'process' },
          { code: 'unknown-lane', nodeId: 'end' },
        ],
      ],
    },
  })
})

it('counts a lane as used that does a step together with another', () => {
  verifyRule(lanesFilled, {
    accepts: { 'a joint lane': together({ jointLanes: ['legal'] }) },
    rejects: {
      'a lane nobody needs': [together({}), [{ code: 'lane-unused', laneId: 'legal' }]],
      'news that the public would report': [
        oneByOne([aWait('reply', { lane: 'people', until: letter }), aTask('a', { lane: 'legal' }), aTask('b')], undefined, {
          lanes: [anApplicantLane(), aLane('officer'), aLane('legal'), public_],
        }),
        [{ code: 'task-lane-cannot-act', nodeId: 'reply' }],
      ],
    },
  })
})
