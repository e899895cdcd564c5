import { it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { sixComponents } from './six-components.ts'

it('asks for the six published components before a standard is set', () => {
  verifyRule(sixComponents, {
    accepts: { 'an SOP with its identity page': aDefinition({ kind: 'sop', sop: {} }) },
    rejects: {
      'nothing written': [
        aDefinition(),
        ['requirements', 'serviceTime', 'fee', 'products', 'complaints'].map((key) => ({ path: `components.${key}` })),
      ],
      'an SOP without': [aDefinition({ kind: 'sop' }), [{ code: 'sop-block-missing' }]],
    },
  })
})
