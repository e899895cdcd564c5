import { it } from 'vitest'
import { aJoin, anEdge, aParallel, aTask, type EdgeInput } from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { branchesMeet } from './branches-meet.ts'

const split = (join: Parameters<typeof aJoin>[1] = {}, ...more: EdgeInput[]) =>
  oneByOne(
    [aParallel('split'), aTask('a'), aTask('b'), aJoin('both', join)],
    [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      anEdge('split', 'a'),
      anEdge('split', 'b'),
      anEdge('a', 'both'),
      anEdge('b', 'both'),
      anEdge('both', 'end'),
      ...more,
    ],
  )

it('asks what splits for two exits and what joins for no more branches than there are', () => {
  verifyRule(branchesMeet, {
    accepts: {
      'two branches that meet': split(),
      'two of two': split({ quorum: { kind: 'atLeast', n: 2 } }),
      'a branch that splits again': oneByOne(
        [aParallel('outer'), aTask('a'), aParallel('inner'), aTask('b'), aTask('c'), aJoin('in'), aJoin('out')],
        [
          anEdge('start', 'apply'),
          anEdge('apply', 'outer'),
          anEdge('outer', 'a'),
          anEdge('outer', 'inner'),
          anEdge('inner', 'b'),
          anEdge('inner', 'c'),
          anEdge('b', 'in'),
          anEdge('c', 'in'),
          anEdge('in', 'out'),
          anEdge('a', 'out'),
          anEdge('out', 'end'),
        ],
      ),
    },
    rejects: {
      'one exit only': [oneByOne([aParallel('split'), aTask('a')]), [{ code: 'parallel-one-branch', nodeId: 'split' }]],
      'more than there are': [
        split({ quorum: { kind: 'atLeast', n: 3 } }),
        [{ code: 'quorum-too-high', nodeId: 'both', params: { n: 3, max: 2 } }],
      ],
      'too many branches': [
        split({}, ...Array.from({ length: 19 }, (_, index) => anEdge('split', 'both', { id: `more-${index}` }))),
        [{ code: 'parallel-too-many', nodeId: 'split' }],
      ],
    },
  })
})
