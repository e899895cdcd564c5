import { it } from 'vitest'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  aJoin,
  anEdge,
  anEnd,
  aParallel,
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

const sort = (is: string) => ({ kind: 'field', field: 'sort', op: 'is', value: is }) as never

/** Above five million goes to the council; what is left is decided by a second decision, with something between. */
const afterOne = (between: { form?: string; parallel?: boolean }, ...exits: Partial<EdgeInput>[]) =>
  aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'asked' }),
      aDecision('large'),
      ...(between.parallel ? [aParallel('both'), aJoin('met'), aTask('beside', { form: 'asked' })] : []),
      aTask('study', { form: between.form }),
      aDecision('which'),
      ...['council', 'first', 'second'].map((id) => aTask(id)),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'large'),
      anEdge('large', 'council', { when: fee('more-than', 5_000_000) }),
      ...(between.parallel
        ? [
            anEdge('large', 'both', { otherwise: true }),
            anEdge('both', 'study'),
            anEdge('both', 'beside'),
            anEdge('beside', 'met'),
          ]
        : [anEdge('large', 'study', { otherwise: true })]),
      anEdge('study', 'which'),
      ...exits.map((exit, index) =>
        anEdge('which', between.parallel ? 'met' : (['first', 'second'][index] ?? 'end'), { id: `exit${index}`, ...exit }),
      ),
      ...(between.parallel ? [anEdge('met', 'first')] : []),
      ...['council', 'first', 'second'].map((id) => anEdge(id, 'end')),
    ],
    forms: [
      aForm('asked', aField('rupiah', 'fee', { label: 'Biaya', required: true }), aField('choice', 'sort', { required: true })),
      aForm('note', aField('text', 'note', { label: 'Catatan', required: true })),
    ],
  })

it('says nothing of values that an earlier decision has led elsewhere', () => {
  const overlapping = [{ when: fee('more-than', 6_000_000) }, { when: sort('a') }, { otherwise: true as const }]
  const gap = [{ when: fee('less-than', 1_000_000) }, { when: fee('between', [1_000_000, 5_000_000]) }]
  verifyRule(branchesCover, {
    accepts: {
      'an overlap among large fees only': afterOne({}, ...overlapping),
      'a gap among large fees only': afterOne({}, ...gap),
      'where another form is filled in between': afterOne({ form: 'note' }, ...overlapping),
    },
    rejects: {
      'where the fee is asked anew between': [afterOne({ form: 'asked' }, ...overlapping), [{ code: 'branches-overlap' }]],
      'where another branch may write the fee meanwhile': [
        afterOne({ parallel: true }, ...overlapping),
        [{ code: 'branches-overlap' }],
      ],
      'an overlap among small fees too': [
        afterOne({}, { when: fee('more-than', 4_000_000) }, { when: sort('a') }, { otherwise: true }),
        [{ code: 'branches-overlap', params: { example: 'Biaya: Rp4.000.001; sort: "A"' } }],
      ],
    },
  })
})
