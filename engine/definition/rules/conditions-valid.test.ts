import { it } from 'vitest'
import { aDecision, aDefinition, aField, aForm, anEdge, anEnd, aTask } from '#test/builders/definition.ts'
import { is, start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { conditionsValid } from './conditions-valid.ts'

it('checks conditions against the fields and outcomes there are', () => {
  const asks = (when: unknown) =>
    aDefinition({
      forms: [
        aForm(
          'form',
          aField('number', 'cost'),
          aField('group', 'rows', { fields: [{ kind: 'text', id: 'item', label: 'Item' }] }),
        ),
      ],
      nodes: [start(), aTask('apply', { lane: 'applicant', form: 'form' }), aDecision('which'), anEnd()],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'which'), anEdge('which', 'end', { when: when as never })],
    })
  verifyRule(conditionsValid, {
    accepts: { 'a known field': asks({ kind: 'field', field: 'cost', op: 'at-most', value: 5 }) },
    rejects: {
      'an unknown field': [asks(is('gone', 1)), [{ code: 'condition-invalid', params: { problem: 'unknown-field' } }]],
      'an unknown outcome': [
        asks({ kind: 'outcome', node: 'apply', is: 'accept' }),
        [{ code: 'condition-invalid', params: { problem: 'unknown-outcome' } }],
      ],
    },
  })
})
