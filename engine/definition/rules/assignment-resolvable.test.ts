import { it } from 'vitest'
import { aDefinition, anEdge, anEnd, aStart, aTask, type TaskInput } from '#test/builders/definition.ts'
import { apply, oneByOne, start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { assignmentResolvable } from './assignment-resolvable.ts'

it('asks for performers who can be found', () => {
  const assigned = (assignment: unknown, giver: Record<string, unknown> = { disposition: { lane: 'officer', to: 'position' } }) =>
    aDefinition({
      nodes: [
        start(),
        apply(),
        aTask('dispose', giver),
        aTask('process', { assignment: assignment as never }),
        aTask('later', giver),
        anEnd(),
      ],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'dispose'),
        anEdge('dispose', 'process'),
        anEdge('process', 'later'),
        anEdge('later', 'end'),
      ],
    })
  verifyRule(assignmentResolvable, {
    context: { positions: [{ id: 'officer' }] },
    accepts: { 'a disposition on the way': assigned({ kind: 'disposition', from: 'dispose' }), 'the example': aDefinition() },
    rejects: {
      'an unknown step': [
        assigned({ kind: 'disposition', from: 'gone' }),
        [{ code: 'disposition-unknown-step', nodeId: 'process' }],
      ],
      'a step that disposes nothing': [assigned({ kind: 'disposition', from: 'apply' }), [{ code: 'disposition-not-given' }]],
      'a step that comes later': [assigned({ kind: 'disposition', from: 'later' }), [{ code: 'disposition-comes-later' }]],
      'a position that is gone': [assigned({ kind: 'positions', positions: ['ghost'] }), [{ code: 'assigned-unknown-position' }]],
      'a disposition to applicants, reversed': [
        assigned({ kind: 'lane' }, { disposition: { lane: 'applicant', to: 'person', min: 3, max: 1 } }),
        [
          { code: 'disposition-lane' },
          { code: 'disposition-count' },
          { code: 'disposition-lane' },
          { code: 'disposition-count' },
        ],
      ],
      'four eyes that look at themselves and at nobody': [
        assigned({ kind: 'lane' }, { notPerformersOf: ['dispose', 'gone'] }),
        [
          { code: 'four-eyes-self', nodeId: 'dispose' },
          { code: 'four-eyes-unknown-step' },
          { code: 'four-eyes-unknown-step', nodeId: 'later' },
        ],
      ],
    },
  })
})

const signedBy = (assignment: TaskInput['assignment'], by: 'applicant' | 'schedule' = 'applicant') =>
  oneByOne([aTask('check'), aTask('sign', { assignment }), aTask('later')], undefined, {
    nodes: [
      aStart({ by }),
      aTask('apply', { lane: 'applicant' }),
      aTask('check'),
      aTask('sign', { assignment }),
      aTask('later'),
      anEnd(),
    ],
  })

it('asks performers found on the way for a step before, and for somebody who has a superior', () => {
  verifyRule(assignmentResolvable, {
    accepts: {
      'the performer of a step before': signedBy({ kind: 'performer', of: 'check' }),
      'their superior': signedBy({ kind: 'superior', of: 'check' }),
      'the applicant again': signedBy({ kind: 'starter' }),
    },
    rejects: {
      'a step that is gone': [
        signedBy({ kind: 'performer', of: 'gone' }),
        [{ code: 'performer-unknown-step', nodeId: 'sign', params: { step: 'gone' } }],
      ],
      'a step to come': [signedBy({ kind: 'superior', of: 'later' }), [{ code: 'performer-comes-later', nodeId: 'sign' }]],
      "an applicant's superior": [
        signedBy({ kind: 'superior', of: 'apply' }),
        [{ code: 'applicant-has-no-superior', nodeId: 'sign' }],
      ],
      'the superior of whoever applied': [signedBy({ kind: 'superior' }), [{ code: 'starter-is-nobody', nodeId: 'sign' }]],
      'whoever began what the clock began': [
        signedBy({ kind: 'starter' }, 'schedule'),
        [{ code: 'starter-is-nobody', nodeId: 'sign' }],
      ],
    },
  })
})
