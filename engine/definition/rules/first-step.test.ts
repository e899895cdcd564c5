import { it } from 'vitest'
import { aDefinition, anEdge, anEnd, aParallel, aStart, aTask, aWait, type NodeInput } from '#test/builders/definition.ts'
import { apply, oneByOne, start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { firstStep } from './first-step.ts'

it('lets only those begin who may start', () => {
  verifyRule(firstStep, {
    accepts: { 'an applicant who applies': aDefinition() },
    rejects: {
      'staff who would begin in the lane of the applicant': [
        aDefinition({ nodes: [aStart({ by: 'staff' }), apply(), anEnd()], edges: [anEdge('start', 'apply')] }),
        [{ code: 'first-step-lane', nodeId: 'apply' }],
      ],
      'a start that leads to an end': [
        aDefinition({ nodes: [start(), anEnd()], edges: [anEdge('start', 'end')] }),
        [{ code: 'first-step-not-task', nodeId: 'end' }],
      ],
    },
  })
})

it('lets starts that need nobody lead to officials or to what goes on by itself', () => {
  const leads = (by: 'schedule' | 'call', first: NodeInput) =>
    oneByOne([], [anEdge('start', first.id), anEdge(first.id, 'end')], {
      nodes: [aStart({ by, lane: 'officer' }), first, ...(first.kind === 'end' ? [] : [anEnd()])],
    })
  verifyRule(firstStep, {
    accepts: {
      'a task': leads('schedule', aTask('a')),
      'a split': leads('call', aParallel('a')),
      'a wait': leads('call', aWait('a')),
    },
    rejects: {
      'an applicant who is not there': [leads('schedule', aTask('a', { lane: 'applicant' })), [{ code: 'first-step-lane' }]],
      'an end': [leads('call', anEnd('stop')), [{ code: 'first-step-not-task', nodeId: 'stop' }]],
    },
  })
})
