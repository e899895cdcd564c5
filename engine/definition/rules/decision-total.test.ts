import { expect, it } from 'vitest'
import { aDecision, aDefinition, anEdge, anEnd, anEvent, aTask, aWait, type NodeInput } from '#test/builders/definition.ts'
import { apply, is, start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { decisionTotal } from './decision-total.ts'

/** start → apply → (given) → end */
const _between = (nodes: Parameters<typeof aDefinition>[0] = {}) => aDefinition(nodes)

it('asks a decision for conditions and one default', () => {
  const decides = (...exits: ReturnType<typeof anEdge>[]) =>
    aDefinition({
      nodes: [start(), apply(), aDecision('which'), anEnd(), anEnd('no', { result: 'rejected' })],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'which'), ...exits],
    })
  const accept = anEdge('which', 'end', { otherwise: true })
  const reject = anEdge('which', 'no', { when: is('a', 'b') })
  verifyRule(decisionTotal, {
    accepts: { 'a condition and a default': decides(accept, reject) },
    rejects: {
      'no default': [decides(reject), [{ code: 'decision-without-default', nodeId: 'which' }]],
      'two defaults': [decides(accept, { ...accept, id: 'second' }), [{ code: 'decision-several-defaults', edgeId: 'second' }]],
      'an exit without condition': [decides(accept, anEdge('which', 'no')), [{ code: 'decision-edge-without-condition' }]],
      'a default that rejects': [decides(anEdge('which', 'no', { otherwise: true })), [{ code: 'default-to-rejection' }]],
    },
  })
})

it('finds a default that rejects with nobody between, past what only happens', () => {
  const findings = (...nodes: NodeInput[]) =>
    decisionTotal
      .check(
        aDefinition({
          nodes: [start(), apply(), aDecision('which'), ...nodes, anEnd(), anEnd('no', { result: 'rejected' })],
          edges: [
            anEdge('start', 'apply'),
            anEdge('apply', 'which'),
            anEdge('which', 'end', { when: is('cost', 1) }),
            anEdge('which', 'told', { otherwise: true }),
            anEdge('told', 'again', { otherwise: true }),
            anEdge('told', 'no'),
            anEdge('again', 'which'),
          ],
        }),
        {},
      )
      .map(({ code }) => code)
  expect(findings(anEvent('told'))).toContain('default-to-rejection')
  expect(findings(aTask('told'))).not.toContain('default-to-rejection')
  expect(findings(aWait('told'))).not.toContain('default-to-rejection')
  // A decision passes it on by its own default alone, and one that leads back is asked once.
  expect(findings(aDecision('told'), anEvent('again'))).not.toContain('default-to-rejection')
})
