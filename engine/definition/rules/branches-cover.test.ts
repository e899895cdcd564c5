import { it } from 'vitest'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  anEdge,
  anEnd,
  aReview,
  aStart,
  aTask,
  type EdgeInput,
} from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { branchesCover } from './branches-cover.ts'

const fee = (op: string, value: number | number[]) => ({ kind: 'field', field: 'fee', op, value }) as never
const letter = (op: 'empty' | 'filled') => ({ kind: 'field', field: 'letter', op }) as never

/** A decision over a fee of at most ten million that must be given, and a letter that need not. */
const deciding = (ordered: boolean, ...exits: Partial<EdgeInput>[]) =>
  aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'asked' }),
      aDecision('which', { ordered }),
      aTask('small'),
      aTask('large'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'which'),
      ...exits.map((exit, index) => anEdge('which', ['small', 'large', 'end'][index] ?? 'end', exit)),
      anEdge('small', 'end'),
      anEdge('large', 'end'),
    ],
    forms: [
      aForm('asked', aField('rupiah', 'fee', { label: 'Biaya', required: true, max: 10_000_000 }), aField('file', 'letter')),
    ],
  })

it('finds overlaps, gaps and exits that are never taken, each with values that show it', () => {
  verifyRule(branchesCover, {
    accepts: {
      'limits that meet': deciding(false, { when: fee('less-than', 5_000_000) }, { when: fee('at-least', 5_000_000) }),
      'an exit for all else': deciding(false, { when: fee('less-than', 5_000_000) }, { otherwise: true }),
      'overlaps that are asked in their order': deciding(
        true,
        { when: fee('more-than', 5) },
        { when: fee('more-than', 1) },
        { otherwise: true },
      ),
      'what may be empty': deciding(false, { when: letter('empty') }, { when: letter('filled') }),
    },
    rejects: {
      'a fee that fits two exits': [
        deciding(false, { when: fee('at-most', 5_000_000) }, { when: fee('at-least', 5_000_000) }),
        [
          {
            code: 'branches-overlap',
            nodeId: 'which',
            edgeId: 'which-large',
            params: { other: 'Mengerjakan small', example: 'Biaya: Rp5.000.000' },
          },
        ],
      ],
      'a fee that fits none': [
        deciding(false, { when: fee('less-than', 5_000_000) }, { when: fee('more-than', 5_000_000) }),
        [{ code: 'branches-gap', nodeId: 'which', params: { example: 'Biaya: Rp5.000.000' } }],
      ],
      'a fee above what may be written': [
        deciding(false, { when: fee('more-than', 10_000_000) }, { otherwise: true }),
        [{ code: 'branch-never-taken', edgeId: 'which-small' }],
      ],
      'an exit that an earlier one leaves nothing': [
        deciding(true, { when: fee('more-than', 1) }, { when: fee('more-than', 5) }, { otherwise: true }),
        [{ code: 'branch-never-taken', edgeId: 'which-large' }],
      ],
    },
  })
})

it('looks only at outcomes that lead to the decision', () => {
  const outcome = (is: string) => ({ kind: 'outcome', node: 'check', is }) as never
  const after = (revised: string) =>
    aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aReview('check', ['accept', 'revise', 'reject']),
        aDecision('which'),
        aTask('small'),
        anEnd(),
      ],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'check'),
        anEdge('check', 'which', { outcome: 'accept' }),
        anEdge('check', revised, { outcome: 'revise' }),
        anEdge('check', 'end', { outcome: 'reject' }),
        anEdge('which', 'small', { when: outcome('revise') }),
        anEdge('which', 'end', { otherwise: true }),
        anEdge('small', 'end'),
      ],
    })
  verifyRule(branchesCover, {
    accepts: { 'an outcome that leads here': after('which') },
    rejects: { 'an outcome that leads past it': [after('end'), [{ code: 'branch-never-taken', edgeId: 'which-small' }]] },
  })
})
