import { describe, expect, it } from 'vitest'
import {
  aCall,
  aDecision,
  aDefinition,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anEvent,
  aParallel,
  aReview,
  aStart,
  aTask,
  aWait,
  type EdgeInput,
  type NodeInput,
} from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { checkDefinition } from './check.ts'
import { sound } from './sound.ts'

const when = { kind: 'field', field: 'class', op: 'is', value: 'a' } as never

/** start → apply, then the ways given: `a>b` from one node to another, with an outcome as `a:reject>b`. */
function drawn(nodes: NodeInput[], ways: string, more: EdgeInput[] = []) {
  const edges = `start>apply ${ways}`.split(' ').map((way, index) => {
    const [from = '', to = ''] = way.split('>')
    const [id = '', outcome] = from.split(':')
    return anEdge(id, to, { id: `e${index}`, ...(outcome ? { outcome } : {}) })
  })
  return aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [aStart(), aTask('apply', { lane: 'applicant' }), ...nodes, anEnd()],
    edges: [...edges, ...more],
  })
}

const split = aParallel('split')
const branches = (join: Parameters<typeof aJoin>[1] = {}): NodeInput[] => [split, aTask('a'), aTask('b'), aJoin('both', join)]
const any = { quorum: { kind: 'any' as const } }

describe('a flow that comes to its end whatever happens (V20)', () => {
  it('lets branches meet, end by themselves, race towards an end, and come round again', () => {
    verifyRule(sound, {
      accepts: {
        'the example': aDefinition(),
        'an empty canvas': aDefinition({ nodes: [], edges: [] }),
        'two branches that meet': drawn(branches(), 'apply>split split>a split>b a>both b>both both>end'),
        'branches that never meet': drawn([split, aTask('a'), aTask('b')], 'apply>split split>a split>b a>end b>end'),
        'a rejection in one branch stops the other': drawn(
          [split, aReview('a', ['accept', 'reject']), aTask('b'), aJoin('both'), anEnd('refused', { result: 'rejected' })],
          'apply>split split>a split>b a:accept>both a:reject>refused b>both both>end',
        ),
        'a deadline that races': drawn(
          [split, aTask('a'), aWait('late'), aJoin('both', any), anEnd('refused', { result: 'cancelled' })],
          'apply>split split>a split>late a>both late>refused both>end',
        ),
        'a round of branches with a task': drawn(
          [...branches(), aReview('check', ['accept', 'revise'])],
          'apply>split split>a split>b a>both b>both both>check check:accept>end check:revise>split',
        ),
        'a round that asks again each day': drawn(
          [aDecision('ready'), aWait('day', { until: { kind: 'duration', duration: { amount: 1, unit: 'calendarDay' } } })],
          'apply>ready day>ready',
          [anEdge('ready', 'end', { when }), anEdge('ready', 'day', { otherwise: true })],
        ),
      },
      rejects: {},
    })
  })

  it('finds joins that wait in vain', () => {
    verifyRule(sound, {
      accepts: {},
      rejects: {
        'a branch that has an end of its own': [
          drawn(branches(), 'apply>split split>a split>b a>both b>end both>end'),
          [{ code: 'can-deadlock', nodeId: 'both' }],
        ],
        'a branch that may be sent past the join': [
          drawn(
            [split, aReview('a', ['accept', 'revise']), aTask('b'), aJoin('both'), aTask('archive')],
            'apply>split split>a split>b a:accept>both a:revise>archive b>both both>archive archive>end',
          ),
          [{ code: 'can-deadlock', nodeId: 'both' }],
        ],
        'two joins that each want both': [
          drawn(
            [split, aTask('a'), aTask('b'), aJoin('one'), aJoin('other')],
            'apply>split split>a split>b a>one b>other one>end other>end',
          ),
          [
            { code: 'can-deadlock', nodeId: 'one' },
            { code: 'can-deadlock', nodeId: 'other' },
          ],
        ],
        'a split within a branch that misses its own join': [
          drawn(
            [...branches(), aParallel('inner'), aTask('c'), aTask('d'), aJoin('in')],
            'apply>split split>inner inner>c inner>d c>in d>both in>both split>b b>both both>end',
          ),
          [
            { code: 'can-deadlock', nodeId: 'in' },
            { code: 'can-deadlock', nodeId: 'both' },
          ],
        ],
      },
    })
  })

  it('finds work that is taken back by the way', () => {
    verifyRule(sound, {
      accepts: {},
      rejects: {
        'a branch that was not meant to meet': [
          drawn(
            [split, aTask('a'), aTask('tell'), aJoin('first', any)],
            'apply>split split>a split>tell a>first tell>end first>end',
          ),
          [{ code: 'work-lost', nodeId: 'tell', params: { step: 'first' } }],
        ],
      },
    })
  })

  it('finds rounds in which nobody acts', () => {
    const round = (middle: NodeInput) =>
      drawn([aDecision('again'), middle], `apply>again ${middle.id}>again`, [
        anEdge('again', middle.id, { when }),
        anEdge('again', 'end', { otherwise: true }),
      ])
    verifyRule(sound, {
      accepts: {
        'through a task': round(aTask('tick')),
        'through a report': round(aWait('tick')),
        'through another standard': round(aCall('tick')),
        'through a branch in which somebody acts': drawn(
          [split, aTask('a'), aJoin('both'), aDecision('again')],
          'apply>split split>a split>both a>both both>again',
          [anEdge('again', 'split', { when }), anEdge('again', 'end', { otherwise: true })],
        ),
      },
      rejects: {
        'a decision and an event': [
          round(anEvent('tick')),
          [
            { code: 'automatic-cycle', nodeId: 'again' },
            { code: 'automatic-cycle', nodeId: 'tick' },
          ],
        ],
        'a wait whose day may be past': [
          round(aWait('tick', { until: { kind: 'moment', field: 'day' } })),
          [{ code: 'automatic-cycle' }, { code: 'automatic-cycle' }],
        ],
        'a split, an event and a join': [
          drawn(
            [split, anEvent('a'), anEvent('b'), aJoin('both'), aDecision('again')],
            'apply>split split>a split>b a>both b>both both>again',
            [anEdge('again', 'split', { when }), anEdge('again', 'end', { otherwise: true })],
          ),
          [
            { code: 'automatic-cycle', nodeId: 'split' },
            { code: 'automatic-cycle', nodeId: 'again' },
          ],
        ],
      },
    })
  })

  it('finds branches that open ever more branches', () => {
    verifyRule(sound, {
      accepts: {},
      rejects: {
        'a revision to before the split': [
          drawn(
            [split, aReview('a', ['accept', 'revise']), aTask('b'), aJoin('both')],
            'apply>split split>a split>b a:accept>both a:revise>apply b>both both>end',
          ),
          [
            { code: 'opens-itself', nodeId: 'split' },
            { code: 'can-deadlock', nodeId: 'both' },
          ],
        ],
      },
    })
  })

  it('finds what a path leads to and nobody comes to, and joins that join nothing', () => {
    verifyRule(sound, {
      accepts: {},
      rejects: {
        'a branch that comes too late': [
          drawn([split, aTask('b'), aJoin('first', any)], 'apply>split split>first split>b b>first first>end'),
          [{ code: 'never-entered', nodeId: 'b' }],
        ],
        'a join with nothing to wait for': [
          drawn([aTask('a'), aJoin('both')], 'apply>a a>both both>end'),
          [{ code: 'join-without-parallel', nodeId: 'both' }],
        ],
        'a join behind one that has joined already': [
          drawn([...branches(), aJoin('again')], 'apply>split split>a split>b a>both b>both both>again again>end'),
          [{ code: 'join-without-parallel', nodeId: 'again' }],
        ],
      },
    })
  })

  it('knows how many branches an instance holds, and says when it is not sure', () => {
    /** A split into so many, each of which splits into as many steps again. */
    const nested = (count: number, step: (id: string) => NodeInput) => {
      const numbers = Array.from({ length: count }, (_, i) => i)
      const nodes = [
        split,
        ...numbers.map((i) => aParallel(`p${i}`)),
        ...numbers.map((i) => step(`t${i}`)),
        aJoin('in'),
        aJoin('out'),
      ]
      const ways = numbers.flatMap((i) => [`split>p${i}`, ...numbers.map((j) => `p${i}>t${j}`), `t${i}>in`])
      return drawn(nodes, ['apply>split', ...ways, 'in>out', 'out>end'].join(' '))
    }
    verifyRule(sound, {
      accepts: { 'five times five': nested(5, aTask) },
      rejects: {
        'eight times eight': [nested(8, aTask), [{ code: 'too-many-branches', nodeId: 'split' }]],
        'eight times eight that rest nowhere': [nested(8, anEvent), [{ code: 'too-large', nodeId: 'split' }]],
      },
    })
  })

  it('says nothing twice that follows from an open exit or a lost path', () => {
    const broken = drawn(
      [...branches(), aTask('lost'), aReview('check', ['accept', 'revise'])],
      'apply>split split>a split>b a>both b>both both>check check:accept>end lost>end',
    )
    expect(checkDefinition(broken).map(({ code, nodeId }) => `${code} ${nodeId}`)).toEqual(
      expect.arrayContaining(['unreachable lost', 'outcome-without-exit check']),
    )
    expect(sound.check(broken, {})).toEqual([])
  })
})
