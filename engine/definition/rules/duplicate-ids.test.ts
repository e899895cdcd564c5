import { it } from 'vitest'
import { aDefinition, aField, aForm, aLane, anApplicantLane, anEnd, anOutcome, aTask } from '#test/builders/definition.ts'
import { apply, start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { duplicateIds } from './duplicate-ids.ts'

it('finds ids given twice', () => {
  verifyRule(duplicateIds, {
    accepts: { 'the example': aDefinition() },
    rejects: {
      'two lanes, two outcomes, two fields': [
        aDefinition({
          lanes: [anApplicantLane(), aLane('officer'), aLane('officer')],
          forms: [aForm('f', aField('text', 'x'), aField('text', 'x'))],
          nodes: [start(), apply(), aTask('process', { outcomes: [anOutcome('accept'), anOutcome('accept')] }), anEnd()],
        }),
        [{ laneId: 'officer' }, { nodeId: 'process' }, { fieldId: 'x' }],
      ],
    },
  })
})
