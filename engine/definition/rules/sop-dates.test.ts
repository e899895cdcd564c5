import { it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { sopDates } from './sop-dates.ts'

const dated = (sop: object) => aDefinition({ kind: 'sop', sop })

it('finds dates of an SOP that run backwards', () => {
  verifyRule(sopDates, {
    accepts: {
      'all on one day': dated({ madeOn: '2026-01-05', revisedOn: '2026-01-05', effectiveOn: '2026-01-05' }),
      'a revision planned for later': dated({ madeOn: '2026-01-05', revisedOn: '2028-01-05' }),
      'no dates': dated({}),
    },
    rejects: {
      'revised before it was made': [
        dated({ madeOn: '2026-01-05', revisedOn: '2025-01-05' }),
        [{ code: 'sop-revised-before-made', path: 'sop' }],
      ],
      'in force before it was made': [
        dated({ madeOn: '2026-01-05', effectiveOn: '2026-01-04' }),
        [{ code: 'sop-effective-before-made' }],
      ],
    },
  })
})
