import { it } from 'vitest'
import { aTask, type TaskInput } from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { somebodyCanAct } from './somebody-can-act.ts'

const holders = (...pairs: [string, string][]) => pairs.map(([positionId, personId]) => ({ positionId, personId }))

const office = (over: Partial<TaskInput> = {}) =>
  oneByOne([aTask('check'), aTask('sign', { lane: 'legal', notPerformersOf: ['check'], ...over })])

it('warns of lanes and steps that nobody in office can do', () => {
  verifyRule(somebodyCanAct, {
    context: { holders: holders(['officer', 'asha']) },
    accepts: { 'a lane with its holder': oneByOne([aTask('check')]) },
    rejects: {
      'a vacant lane': [office(), [{ code: 'lane-vacant', laneId: 'legal', params: { lane: 'legal' } }]],
      'a lane that is vacant beside its own': [
        oneByOne([aTask('meet', { jointLanes: ['legal'] })]),
        [{ code: 'lane-vacant', laneId: 'legal' }],
      ],
      'positions of its own that are vacant': [
        office({ assignment: { kind: 'positions', positions: ['legal'] } }),
        [{ code: 'step-vacant', nodeId: 'sign' }],
      ],
      'fewer in office than must act': [
        oneByOne([
          aTask('meet', { assignment: { kind: 'positions', positions: ['officer', 'legal'] }, quorum: { kind: 'all' } }),
        ]),
        [{ code: 'quorum-vacant', nodeId: 'meet', params: { n: 2, held: 1 } }],
      ],
    },
  })
  verifyRule(somebodyCanAct, { accepts: { 'an office it knows nothing of': office() }, rejects: {} })
})

it('finds four eyes that leave nobody', () => {
  verifyRule(somebodyCanAct, {
    context: { holders: holders(['officer', 'asha'], ['legal', 'asha'], ['legal', 'budi']) },
    accepts: { 'another person beside': office() },
    rejects: {},
  })
  verifyRule(somebodyCanAct, {
    context: { holders: holders(['officer', 'asha'], ['legal', 'asha']) },
    accepts: { 'no such rule': office({ notPerformersOf: [] }) },
    rejects: {
      'one person in both seats': [
        office(),
        [{ code: 'four-eyes-nobody', nodeId: 'sign', params: { step: 'Mengerjakan check' } }],
      ],
    },
  })
  verifyRule(somebodyCanAct, {
    context: { holders: holders(['officer', 'asha'], ['officer', 'budi'], ['legal', 'asha']) },
    accepts: { 'a step before that another may have done': office() },
    rejects: {},
  })
})
