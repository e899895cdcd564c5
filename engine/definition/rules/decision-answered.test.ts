import { it } from 'vitest'
import { aDecision, aDefinition, aField, aForm, anEdge, anEnd, aTask } from '#test/builders/definition.ts'
import { is, start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { decisionAnswered } from './decision-answered.ts'

it('says where a decision looks at what may be left empty', () => {
  const decides = (when: ReturnType<typeof anEdge>['when'], demanded: boolean) =>
    aDefinition({
      nodes: [start(), aTask('apply', { lane: 'applicant', form: 'request' }), aDecision('which'), anEnd()],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'which'),
        anEdge('which', 'end', { when }),
        anEdge('which', 'apply', { otherwise: true }),
      ],
      forms: [aForm('request', aField('text', 'town', { label: 'Kota', required: demanded }))],
    })
  const town = is('town', 'Wonosari')
  const filled = { kind: 'field', field: 'town', op: 'filled' } as const
  verifyRule(decisionAnswered, {
    accepts: {
      'what must be given': decides(town, true),
      'a condition that asks first': decides({ kind: 'group', combine: 'all', of: [filled, town] }, false),
    },
    rejects: {
      'what may be left out': [
        decides(town, false),
        [{ code: 'decision-field-may-be-empty', nodeId: 'which', edgeId: 'which-end', params: { field: 'Kota' } }],
      ],
    },
  })
})
