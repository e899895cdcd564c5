import { it } from 'vitest'
import { aDecision, anEdge, aTask, type NodeInput } from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { examplesHold } from './examples-hold.ts'

const on = (value: string) => ({ kind: 'field' as const, field: 'day', value }) as never
const before = { kind: 'field', field: 'day', op: 'before', value: '2026-06-01' } as never

const withRows = (examples: Extract<NodeInput, { kind: 'decision' }>['examples'], when = before) =>
  oneByOne(
    [aDecision('which', { ...(examples ? { examples } : {}) }), aTask('early', { activity: 'Menyiapkan' }), aTask('late')],
    [
      anEdge('start', 'apply'),
      anEdge('apply', 'which'),
      anEdge('which', 'early', { when }),
      anEdge('which', 'late', { otherwise: true, label: 'menyusul' }),
      anEdge('early', 'end'),
      anEdge('late', 'end'),
    ],
  )

it('runs the test rows of decisions', () => {
  verifyRule(examplesHold, {
    accepts: {
      'a decision without rows': withRows(undefined),
      'rows that hold': withRows([
        { given: [on('2026-05-31')], exit: 'which-early' },
        { given: [on('2026-06-01')], exit: 'which-late' },
      ]),
      'a condition that is not sound, of which another rule speaks': withRows(
        [{ given: [on('2026-06-01')], exit: 'which-early' }],
        { kind: 'field', field: 'gone', op: 'filled' } as never,
      ),
    },
    rejects: {
      'a row that takes another exit': [
        withRows([{ given: [on('2026-06-01')], exit: 'which-early' }]),
        [{ code: 'example-other-exit', nodeId: 'which', params: { n: 1, words: 'Menyiapkan', other: 'menyusul' } }],
      ],
      'a row that leaves open what is asked': [
        withRows([{ given: [], exit: 'which-late' }]),
        [{ code: 'example-stops', params: { n: 1, words: 'menyusul' } }],
      ],
      'a row of an exit that is gone': [
        withRows([{ given: [on('2026-06-01')], exit: 'early-end' }]),
        [{ code: 'example-exit-gone', params: { n: 1 } }],
      ],
    },
  })
})
