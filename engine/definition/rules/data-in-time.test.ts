import { expect, it } from 'vitest'
import {
  aCall,
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
  aWait,
  type EdgeInput,
  type NodeInput,
} from '#test/builders/definition.ts'
import { is } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { dataInTime } from './data-in-time.ts'

const forms = [
  aForm('early', aField('text', 'name', { required: true }), aField('text', 'note')),
  aForm('late', aField('text', 'size', { required: true }), aField('date', 'day', { required: true })),
]
/** A decision over `size`, which the form `late` demands. */
const which = aDecision('which')
const exits = [
  anEdge('which', 'end', { when: is('size', 'big') }),
  anEdge('which', 'after', { otherwise: true }),
  anEdge('after', 'end'),
]
const flow = (nodes: NodeInput[], edges: [string, string, Partial<EdgeInput>?][], after: NodeInput = aTask('after')) =>
  aDefinition({
    nodes: [aStart(), aTask('apply', { lane: 'applicant', form: 'early' }), ...nodes, which, after, anEnd()],
    edges: [anEdge('start', 'apply'), ...edges.map(([from, to, over]) => anEdge(from, to, over)), ...exits],
    forms,
  })
const measure = aTask('measure', { form: 'late' })
const at = { nodeId: 'which', edgeId: 'which-end', params: { field: 'size' } }

const called = flow([], [['apply', 'which']], aTask('after', { form: 'late' }))

it('finds decisions over what is not asked, or not on every way', () => {
  verifyRule(dataInTime, {
    accepts: {
      'asked on the only way': flow(
        [measure],
        [
          ['apply', 'measure'],
          ['measure', 'which'],
        ],
      ),
      'asked in one of the branches that meet': flow(
        [aParallel('p'), measure, aTask('b'), aJoin('j')],
        [
          ['apply', 'p'],
          ['p', 'measure'],
          ['p', 'b'],
          ['measure', 'j'],
          ['b', 'j'],
          ['j', 'which'],
        ],
      ),
      'brought back by a call': flow(
        [aCall('c', { returns: [{ from: 'x', to: 'size' }] })],
        [
          ['apply', 'c'],
          ['c', 'which'],
        ],
      ),
      'asked in the report of a wait': flow(
        [aWait('w', { until: { kind: 'report', event: 'Surat', form: 'late' } })],
        [
          ['apply', 'w'],
          ['w', 'which'],
        ],
      ),
      'passed by whoever calls': {
        ...called,
        flow: {
          ...called.flow,
          nodes: called.flow.nodes.map((node) => (node.kind === 'start' ? { ...node, by: 'call' as const } : node)),
        },
      },
      'asked before a round': flow(
        [measure, aReview('check', ['accept', 'revise'])],
        [
          ['apply', 'measure'],
          ['measure', 'check'],
          ['check', 'which', { outcome: 'accept' }],
          ['check', 'measure', { outcome: 'revise' }],
        ],
      ),
    },
    rejects: {
      'asked only afterwards': [
        flow([], [['apply', 'which']], aTask('after', { form: 'late' })),
        [{ code: 'decision-field-asked-later', ...at }],
      ],
      'asked on one way of two': [
        flow(
          [aReview('check', ['accept', 'reject']), measure],
          [
            ['apply', 'check'],
            ['check', 'measure', { outcome: 'accept' }],
            ['measure', 'which'],
            ['check', 'which', { outcome: 'reject' }],
          ],
        ),
        [{ code: 'decision-field-not-on-every-way', ...at }],
      ],
      'asked in a branch that need not come': [
        flow(
          [aParallel('p'), measure, aTask('b'), aJoin('j', { quorum: { kind: 'any' } })],
          [
            ['apply', 'p'],
            ['p', 'measure'],
            ['p', 'b'],
            ['measure', 'j'],
            ['b', 'j'],
            ['j', 'which'],
          ],
        ),
        [{ code: 'decision-field-not-on-every-way', ...at }],
      ],
      'a wait that may lapse': [
        flow(
          [aWait('w', { until: { kind: 'report', event: 'Surat', form: 'late', atMost: { amount: 5, unit: 'workingDay' } } })],
          [
            ['apply', 'w'],
            ['w', 'which'],
            ['w', 'which', { outcome: 'lapsed' }],
          ],
        ),
        [{ code: 'decision-field-not-on-every-way', ...at }],
      ],
    },
  })
})

it('finds a time that counts from a date asked afterwards', () => {
  const duration = { amount: 1, unit: 'workingDay', anchor: { kind: 'field', field: 'day' } } as const
  const step = (form?: string) =>
    flow(
      [aTask('visit', { duration, ...(form ? { form } : {}) })],
      [
        ['apply', 'visit'],
        ['visit', 'which'],
      ],
      aTask('after', { form: 'late' }),
    )
  const anchors = (form?: string) => dataInTime.check(step(form), {}).filter(({ code }) => code === 'anchor-field-asked-later')
  expect(anchors()).toMatchObject([{ nodeId: 'visit', params: { field: 'day' } }])
  expect(anchors('late')).toEqual([])
})
