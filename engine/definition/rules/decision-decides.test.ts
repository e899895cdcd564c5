import { it } from 'vitest'
import { aDecision, anEdge, aTask, type EdgeInput } from '#test/builders/definition.ts'
import { is, oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { decisionDecides } from './decision-decides.ts'

const deciding = (...exits: EdgeInput[]) =>
  oneByOne([aDecision('which'), aTask('a')], [anEdge('start', 'apply'), anEdge('apply', 'which'), ...exits, anEdge('a', 'end')])
const otherwise = anEdge('which', 'a', { otherwise: true })

it('finds decisions that decide nothing', () => {
  verifyRule(decisionDecides, {
    accepts: {
      'two ways': deciding(otherwise, anEdge('which', 'end', { when: is('name', 'x') })),
      'no exit yet': deciding(),
    },
    rejects: {
      'one exit': [deciding(otherwise), [{ code: 'decision-one-exit', nodeId: 'which' }]],
      'two exits to one step': [
        deciding(otherwise, anEdge('which', 'a', { id: 'second', when: is('name', 'x') })),
        [{ code: 'decision-same-way', nodeId: 'which' }],
      ],
    },
  })
})
