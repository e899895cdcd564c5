import { it } from 'vitest'
import { aDefinition, anEdge, anEnd, aReview, aTask } from '#test/builders/definition.ts'
import { apply, start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { canReachEnd } from './can-reach-end.ts'

/** A review that sends back to a repair, which comes back to the review. */
function loop() {
  return aDefinition({
    nodes: [start(), apply(), aReview('check', ['accept', 'revise']), aTask('repair'), anEnd()],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'end', { outcome: 'accept' as never }),
      anEdge('check', 'repair', { outcome: 'revise' as never }),
      anEdge('repair', 'check'),
    ],
  })
}

it('finds what never ends', () => {
  verifyRule(canReachEnd, {
    accepts: { 'the example': aDefinition(), 'a revision loop': loop() },
    rejects: {
      'no end at all': [aDefinition({ nodes: [start(), apply()], edges: [anEdge('start', 'apply')] }), [{ code: 'no-end' }]],
      'two tasks that pass each other the file': [
        aDefinition({
          nodes: [start(), apply(), aTask('a'), aTask('b'), anEnd()],
          edges: [anEdge('start', 'apply'), anEdge('apply', 'a'), anEdge('a', 'b'), anEdge('b', 'a')],
        }),
        [{ nodeId: 'start' }, { nodeId: 'apply' }, { nodeId: 'a' }, { nodeId: 'b' }],
      ],
    },
  })
})
