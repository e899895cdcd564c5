import { it } from 'vitest'
import { aDefinition, anEdge, anEnd, aReview, aStart, aTask, type EdgeInput } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { reviseGoesBack } from './revise-goes-back.ts'

const revising = (...edges: EdgeInput[]) =>
  aDefinition({
    nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aReview('check', ['accept', 'revise']), aTask('mend'), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'check'), anEdge('check', 'end', { outcome: 'accept' }), ...edges],
  })

it('finds a revision that is never examined', () => {
  verifyRule(reviseGoesBack, {
    accepts: {
      'back to an earlier step': revising(anEdge('check', 'apply', { outcome: 'revise' })),
      'by a step that only leads back': revising(anEdge('check', 'mend', { outcome: 'revise' }), anEdge('mend', 'check')),
    },
    rejects: {
      'on to the end': [
        revising(anEdge('check', 'mend', { outcome: 'revise' }), anEdge('mend', 'end')),
        [{ code: 'revise-not-back', nodeId: 'check', params: { outcome: 'revise' } }],
      ],
    },
  })
})
