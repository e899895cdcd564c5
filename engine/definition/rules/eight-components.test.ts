import { it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { eightComponents } from './eight-components.ts'

const items = { items: ['ada'] }
const filled = {
  legalBasis: { items: [{ text: 'Undang-Undang Nomor 25 Tahun 2009' }] },
  ...{
    facilities: items,
    competence: items,
    supervision: items,
    serviceGuarantee: items,
    safetyGuarantee: items,
    evaluation: items,
  },
  staffing: { count: 2 },
}

it('warns of each component of management that is empty', () => {
  verifyRule(eightComponents, {
    accepts: {
      'all eight': aDefinition({ components: filled }),
      'staffing in words': aDefinition({ components: { ...filled, staffing: { text: 'Dua orang' } } }),
      'an SOP': aDefinition({ kind: 'sop' }),
    },
    rejects: {
      'no guarantee': [
        aDefinition({ components: { ...filled, serviceGuarantee: {} } }),
        [{ code: 'component-management-empty', path: 'components.serviceGuarantee', params: { component: 'serviceGuarantee' } }],
      ],
      'none of the eight': [aDefinition(), Array.from({ length: 8 }, () => ({ code: 'component-management-empty' }))],
    },
  })
})
