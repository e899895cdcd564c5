import { it } from 'vitest'
import { aCall, aDefinition, anEdge, anEnd, aReview, aTask } from '#test/builders/definition.ts'
import { apply, oneByOne, start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { atMost, letter, waits } from '#test/builders/waiting.ts'
import { exitsComplete } from './exits-complete.ts'

/** start → apply → (given) → end */
const between = (nodes: Parameters<typeof aDefinition>[0] = {}) => aDefinition(nodes)

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

const on = (outcome?: string) => anEdge('reply', 'late', outcome ? { outcome: outcome as never } : {})

it('asks for an exit of every outcome', () => {
  verifyRule(exitsComplete, {
    accepts: { 'the example': aDefinition(), 'a revision loop': loop() },
    rejects: {
      'a rejection that leads nowhere': [
        between({
          nodes: [start(), apply(), aReview('check', ['accept', 'reject']), anEnd()],
          edges: [anEdge('start', 'apply'), anEdge('apply', 'check'), anEdge('check', 'end', { outcome: 'accept' as never })],
        }),
        [{ code: 'outcome-without-exit', nodeId: 'check', params: { outcome: 'reject' } }],
      ],
      'an edge into the air': [
        between({ edges: [anEdge('start', 'apply'), anEdge('apply', 'process'), anEdge('process', 'gone')] }),
        [{ code: 'dangling-edge' }],
      ],
      'exits without outcome of a step with two': [
        between({
          nodes: [start(), apply(), aReview('check', ['accept']), aReview('two', ['accept', 'revise']), anEnd()],
          edges: [anEdge('start', 'apply'), anEdge('apply', 'check'), anEdge('check', 'two'), anEdge('two', 'end')],
        }),
        [{ code: 'edge-without-outcome', nodeId: 'two' }, { code: 'outcome-without-exit' }, { code: 'outcome-without-exit' }],
      ],
      'a start that leads two ways, a way back into it, an end that goes on': [
        between({
          nodes: [start(), apply(), aTask('b'), anEnd()],
          edges: [
            anEdge('start', 'apply'),
            anEdge('start', 'b'),
            anEdge('apply', 'end'),
            anEdge('b', 'start'),
            anEdge('end', 'b'),
          ],
        }),
        [{ code: 'way-into-start' }, { code: 'several-exits', nodeId: 'start' }, { code: 'exit-from-end', nodeId: 'end' }],
      ],
    },
  })
})

it('asks a wait for one exit, and for one that lapses only where there is a limit', () => {
  verifyRule(exitsComplete, {
    accepts: { 'a report': waits(letter, on()), 'a report with a limit': waits({ ...letter, atMost }, on(), on('lapsed')) },
    rejects: {
      'no exit': [
        waits(letter, anEdge('apply', 'late', { id: 'x' })),
        [{ code: 'outcome-with-several-exits' }, { code: 'no-exit', nodeId: 'reply' }],
      ],
      'one that lapses without limit': [
        waits(letter, on(), on('lapsed')),
        [{ code: 'edge-unknown-outcome', nodeId: 'reply', params: { outcome: 'lapsed' } }],
      ],
      'two for the same': [
        waits(letter, on(), anEdge('reply', 'end')),
        [{ code: 'several-exits-of-result', nodeId: 'reply', edgeId: 'reply-end' }],
      ],
      'only one that lapses': [waits({ ...letter, atMost }, on('lapsed')), [{ code: 'result-without-exit', nodeId: 'reply' }]],
    },
  })
})

it('asks a call for an exit for every result', () => {
  const ends = (...exits: [string | undefined, string][]) =>
    oneByOne(
      [aCall('sub'), aReview('no', ['accept'])],
      [
        anEdge('start', 'apply'),
        anEdge('apply', 'sub'),
        anEdge('no', 'end', { outcome: 'accept' as never }),
        ...exits.map(([outcome, to]) => anEdge('sub', to, outcome ? { outcome: outcome as never } : {})),
      ],
    )
  verifyRule(exitsComplete, {
    accepts: {
      'one for all': ends([undefined, 'end']),
      'one for rejection, one for the rest': ends(['rejected', 'no'], [undefined, 'end']),
      'one for each': ends(['completed', 'end'], ['rejected', 'no'], ['cancelled', 'no']),
    },
    rejects: {
      'none for cancellation': [ends(['completed', 'end'], ['rejected', 'no']), [{ code: 'result-without-exit', nodeId: 'sub' }]],
      'a result that calls do not have': [
        ends([undefined, 'end'], ['lapsed', 'no']),
        [{ code: 'edge-unknown-outcome', nodeId: 'sub' }],
      ],
    },
  })
})
