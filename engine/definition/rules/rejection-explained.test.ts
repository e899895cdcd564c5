import { it } from 'vitest'
import { aDefinition, anEdge, anEnd, anOutcome, aStart, aTask, type OutcomeInput } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { rejectionExplained } from './rejection-explained.ts'

const ending = (outcome: OutcomeInput, result: 'rejected' | 'cancelled' = 'rejected') =>
  aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('judge', { outcomes: [anOutcome('accept'), outcome] }),
      anEnd(),
      anEnd('no', { result }),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'judge'),
      anEdge('judge', 'end', { outcome: 'accept' }),
      anEdge('judge', 'no', { outcome: outcome.id }),
    ],
  })

it('finds a rejection that asks for no reason', () => {
  verifyRule(rejectionExplained, {
    accepts: {
      'an outcome that rejects': ending(anOutcome('reject')),
      'another that asks for a reason': ending(anOutcome('other', { reason: 'required' })),
      'no rejection': ending(anOutcome('other'), 'cancelled'),
    },
    rejects: {
      'an outcome of another kind': [
        ending(anOutcome('other', { label: 'Tidak memenuhi syarat' })),
        [{ code: 'rejection-without-reason', nodeId: 'judge', params: { outcome: 'Tidak memenuhi syarat' } }],
      ],
    },
  })
})
