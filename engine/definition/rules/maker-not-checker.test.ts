import { it } from 'vitest'
import { aLane, anApplicantLane, anEvent, aReview, aTask, type NodeInput, type TaskInput } from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { makerNotChecker } from './maker-not-checker.ts'

const lanes = [anApplicantLane(), aLane('officer'), aLane('legal')]
const flow = (...nodes: NodeInput[]) => oneByOne(nodes, undefined, { lanes })
const write = (over: Partial<TaskInput> = {}) => aTask('write', over)
const check = (over: Partial<TaskInput> = {}) => aReview('check', ['accept', 'revise'], over)
const found = [{ code: 'maker-is-checker', nodeId: 'check', params: { step: 'Mengerjakan write' } }]

it('finds work that its maker accepts alone', () => {
  verifyRule(makerNotChecker, {
    accepts: {
      'another lane': flow(write(), check({ lane: 'legal' })),
      'four eyes': flow(write(), check({ notPerformersOf: ['write'] })),
      'a step that decides nothing': flow(write(), aTask('send')),
      'work that another examined': flow(write(), aReview('legal', ['accept', 'revise'], { lane: 'legal' }), check()),
      'two lanes together': flow(write(), check({ jointLanes: ['legal'] })),
      'an applicant who looks at his own': flow(write({ lane: 'applicant' }), check({ lane: 'applicant' })),
    },
    rejects: {
      'the same lane': [flow(write(), check()), found],
      'past what only happens': [flow(write(), anEvent('sent'), check()), found],
      'whoever wrote it': [
        flow(write(), check({ lane: 'legal', assignment: { kind: 'performer', of: 'write' as never } })),
        found,
      ],
      'the same positions': [
        flow(
          write({ assignment: { kind: 'positions', positions: ['head' as never] } }),
          check({ assignment: { kind: 'positions', positions: ['head' as never] } }),
        ),
        found,
      ],
    },
  })
})
