import { it } from 'vitest'
import { archive, self } from '#test/builders/callable.ts'
import { aCall } from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { callsFit } from './calls-fit.ts'

const calls = (over: Parameters<typeof aCall>[1] = {}) =>
  oneByOne([aCall('sub', { standard: { slug: 'archive', version: 2 }, ...over })])

it('asks a call for a version that is set and leads nowhere near this one', () => {
  const rejects = {
    'a version that is not set': [
      calls({ standard: { slug: 'archive', version: 7 } }),
      [{ code: 'call-unknown', nodeId: 'sub', params: { standard: 'archive', version: 7 } }],
    ],
    'this very version': [calls({ standard: self }), [{ code: 'call-circle', nodeId: 'sub' }]],
  } as const
  verifyRule(callsFit, { context: { standards: [archive()], self }, accepts: { 'one that is': calls() }, rejects })
  verifyRule(callsFit, { accepts: { 'an agency it knows nothing of': calls() }, rejects: {} })
  verifyRule(callsFit, {
    context: { standards: [archive({ superseded: true })], self },
    accepts: {},
    rejects: { 'one that was replaced': [calls(), [{ code: 'call-superseded', params: { standard: 'Kearsipan' } }]] },
  })
  const through = [archive({ calls: [{ slug: 'mid', version: 1 }] }), archive({ slug: 'mid', version: 1, calls: [self] })]
  verifyRule(callsFit, {
    context: { standards: through, self },
    accepts: {},
    rejects: { 'a circle through another': [calls(), [{ code: 'call-circle', nodeId: 'sub' }]] },
  })
})

it('asks a call for data that are there, of one kind on both sides, each given once', () => {
  verifyRule(callsFit, {
    context: { standards: [archive()], self },
    accepts: {
      'names and days': calls({ passes: [{ from: 'name', to: 'who' }], returns: [{ from: 'when', to: 'day' }] }),
    },
    rejects: {
      'an own field that is gone': [
        calls({ passes: [{ from: 'gone', to: 'who' }] }),
        [{ code: 'call-unknown-field', path: 'passes.0', params: { field: 'gone' } }],
      ],
      'a field that is not there': [
        calls({ returns: [{ from: 'gone', to: 'day' }] }),
        [{ code: 'call-unknown-field', path: 'returns.0', params: { field: 'gone' } }],
      ],
      'a day for a name': [
        calls({ passes: [{ from: 'day', to: 'who' }] }),
        [{ code: 'call-kinds-differ', params: { field: 'day', other: 'Siapa' } }],
      ],
      'two for one': [
        calls({
          passes: [
            { from: 'name', to: 'who' },
            { from: 'name', to: 'who' },
          ],
        }),
        [{ code: 'call-field-twice', path: 'passes.1' }],
      ],
    },
  })
})
