import { it } from 'vitest'
import { aDefinition, anEnd, aTask } from '#test/builders/definition.ts'
import { start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { activityVerbFirst } from './activity-verb-first.ts'

it('warns of an activity that names its performer', () => {
  verifyRule(activityVerbFirst, {
    accepts: { 'the example': aDefinition() },
    rejects: {
      'a subject': [
        aDefinition({ nodes: [start(), aTask('apply', { activity: 'Pemohon mengajukan surat' }), aTask('process'), anEnd()] }),
        [{ code: 'activity-names-lane', params: { lane: 'Pemohon' } }],
      ],
    },
  })
})
