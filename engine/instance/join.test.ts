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
  anOutcome,
  aParallel,
  aReview,
  aStart,
  aTask,
  aWait,
  type EdgeInput,
  type NodeInput,
} from '#test/builders/definition.ts'
import { complete, given, report, resolve, sendBack, start } from '#test/engine/given.ts'
import { at } from '#test/engine/office.ts'
import { neededAt } from './join.ts'

type Quorum = Parameters<typeof neededAt>[0]['quorum']

/** An application that splits into branches, each of which begins with its own step; `rest` says how they go on. */
const splitting = (branches: readonly string[], rest: { nodes: NodeInput[]; edges: EdgeInput[] }) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aParallel('split'), ...rest.nodes, anEnd()],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      ...branches.map((to) => anEdge('split', to, { id: `to-${to}` })),
      ...rest.edges,
    ],
  })

const opinions = ['fire', 'health', 'roads']
const asking = (quorum: Quorum) =>
  splitting(opinions, {
    nodes: [...opinions.map((id) => aTask(id)), aJoin('join', { quorum }), aTask('sign')],
    edges: [...opinions.map((id) => anEdge(id, 'join')), anEdge('join', 'sign'), anEdge('sign', 'end')],
  })

describe('branches', () => {
  it('open side by side, in the order of the author, each with a name of its own', () => {
    const state = given(asking({ kind: 'all' }))
      .when(start())
      .leadsTo(
        { type: 'Started' },
        { type: 'TaskOpened', node: 'apply', branch: '' },
        { type: 'TaskCompleted' },
        { type: 'BranchesOpened', node: 'split', branch: '', round: 1, edges: ['to-fire', 'to-health', 'to-roads'] },
        { type: 'TaskOpened', node: 'fire', branch: 'split.1/to-fire', taskId: 't2' },
        { type: 'TaskOpened', node: 'health', branch: 'split.1/to-health', taskId: 't3' },
        { type: 'TaskOpened', node: 'roads', branch: 'split.1/to-roads', taskId: 't4' },
      )
    expect(state).toMatchObject({
      tokens: ['split.1/to-fire', 'split.1/to-health', 'split.1/to-roads'],
      openings: { 'split.1': { node: 'split', branch: '', edges: ['to-fire', 'to-health', 'to-roads'] } },
      rounds: { split: 1 },
    })
  })

  it('that all are needed wait for the last', () => {
    const two = given(asking({ kind: 'all' }), start(), complete('health'), complete('fire'))
    expect(two.state.arrived).toEqual([
      { node: 'join', branch: 'split.1/to-health' },
      { node: 'join', branch: 'split.1/to-fire' },
    ])
    const state = two.when(complete('roads')).leadsTo(
      { type: 'TaskCompleted' },
      { type: 'BranchArrived', node: 'join', branch: 'split.1/to-roads' },
      {
        type: 'BranchesJoined',
        node: 'join',
        scope: 'split.1',
        branch: '',
        arrived: ['split.1/to-health', 'split.1/to-fire', 'split.1/to-roads'],
      },
      { type: 'TaskOpened', node: 'sign', branch: '' },
    )
    expect(state).toMatchObject({ tokens: [''], openings: {}, arrived: [] })
  })

  it('that any of is enough are joined by the first, and the others are told', () => {
    given(asking({ kind: 'any' }), start())
      .when(complete('health'))
      .leadsTo(
        { type: 'TaskCompleted' },
        { type: 'BranchArrived' },
        { type: 'TaskWithdrawn', taskId: 't2', because: 'not-needed' },
        { type: 'TaskWithdrawn', taskId: 't4', because: 'not-needed' },
        { type: 'BranchesJoined', arrived: ['split.1/to-health'] },
        { type: 'TaskOpened', node: 'sign' },
      )
  })

  it('that are joined let the clock run on when what had stopped it is withdrawn', () => {
    const owing = splitting(['letter', 'visit'], {
      nodes: [
        aTask('letter', { lane: 'applicant', pausesClock: true }),
        aTask('visit'),
        aJoin('join', { quorum: { kind: 'any' } }),
        aTask('sign'),
      ],
      edges: [anEdge('letter', 'join'), anEdge('visit', 'join'), anEdge('join', 'sign'), anEdge('sign', 'end')],
    })
    const limit = { duration: { amount: 5, unit: 'workingDay' as const, anchor: { kind: 'start' as const }, maximum: true } }
    const limited = { ...owing, components: aDefinition({ limits: [limit] }).components }
    const waiting = given(limited, start({ at: '2026-11-23 08:00' }))
    expect(waiting.state.paused.since).toBe(at('2026-11-23 08:00'))
    const state = waiting
      .when(complete('visit', 'submit', { at: '2026-11-25 08:00' }))
      .leadsTo(
        { type: 'TaskCompleted', node: 'visit' },
        { type: 'BranchArrived' },
        { type: 'TaskWithdrawn', because: 'not-needed' },
        { type: 'BranchesJoined' },
        { type: 'TaskOpened', node: 'sign' },
        { type: 'ClockResumed', at: at('2026-11-25 08:00') },
        { type: 'DeadlineSet' },
      )
    expect(state.paused).toMatchObject({
      since: null,
      spans: [{ from: at('2026-11-23 08:00'), to: at('2026-11-25 08:00') }],
    })
    expect(state.due?.at).toBe(at('2026-12-02 16:00'))
  })

  it.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
  ])('of which at least %i are needed are joined by %i of three', (n, needed) => {
    let story = given(asking({ kind: 'atLeast', n }), start())
    for (const [index, node] of opinions.entries()) {
      if (index >= needed) break
      expect(story.state.open.some((task) => task.node === 'sign')).toBe(false)
      story = story.and(complete(node))
    }
    expect(story.state.open.map(({ node }) => node)).toEqual(['sign'])
    expect(story.state.closedTasks).toHaveLength(4)
  })

  it('need as many as the quorum says, never more than there are', () => {
    expect(neededAt({ quorum: { kind: 'any' } }, 5)).toBe(1)
    expect(neededAt({ quorum: { kind: 'all' } }, 5)).toBe(5)
    expect(neededAt({ quorum: { kind: 'atLeast', n: 4 } }, 5)).toBe(4)
    expect(neededAt({ quorum: { kind: 'atLeast', n: 6 } }, 5)).toBe(5)
  })
})

describe('the branches that lose', () => {
  const nested = splitting(['quick', 'inner'], {
    nodes: [
      aTask('quick'),
      aParallel('inner'),
      aTask('survey'),
      aWait('letter'),
      aCall('other'),
      aDecision('which'),
      aJoin('inside'),
      aJoin('join', { quorum: { kind: 'any' } }),
      aTask('sign'),
    ],
    edges: [
      ...['survey', 'letter', 'other', 'which'].map((to) => anEdge('inner', to)),
      ...['survey', 'letter', 'other'].map((from) => anEdge(from, 'inside')),
      anEdge('which', 'inside', { when: { kind: 'outcome', node: 'quick', is: 'submit' } }),
      anEdge('inside', 'join'),
      anEdge('quick', 'join'),
      anEdge('join', 'sign'),
      anEdge('sign', 'end'),
    ],
  })
  const under = 'split.1/to-inner/inner.1'

  it('are withdrawn with all that goes on within them: steps, waits, calls and incidents', () => {
    const running = given(nested, start())
    expect(running.state).toMatchObject({
      open: [{ node: 'quick' }, { node: 'survey', branch: `${under}/inner-survey` }],
      waits: [{ node: 'letter' }, { node: 'other' }],
      incidents: [{ code: 'unknown-data', branch: `${under}/inner-which` }],
    })
    const state = running
      .when(complete('quick'))
      .leadsTo(
        { type: 'TaskCompleted' },
        { type: 'BranchArrived', branch: 'split.1/to-quick' },
        { type: 'TaskWithdrawn', taskId: 't3', because: 'not-needed' },
        { type: 'WaitWithdrawn', waitId: 't4', because: 'not-needed' },
        { type: 'WaitWithdrawn', waitId: 't5', because: 'not-needed' },
        { type: 'BranchesJoined', scope: 'split.1', branch: '', arrived: ['split.1/to-quick'] },
        { type: 'TaskOpened', node: 'sign', branch: '' },
      )
    expect(state).toMatchObject({
      tokens: [''],
      openings: {},
      waits: [],
      incidents: [],
      arrived: [],
      closedTasks: ['t1', 't2', 't3'],
      closedWaits: ['t4', 't5'],
    })
  })

  it('leave a branch that joined within theirs', () => {
    const surveyed = given(nested, start(), complete('survey'), report('letter'))
    expect(surveyed.state.arrived.map(({ branch }) => branch)).toEqual([`${under}/inner-survey`, `${under}/inner-letter`])
    expect(surveyed.and(complete('quick')).state).toMatchObject({ arrived: [], tokens: [''] })
  })
})

describe('an opening within a branch', () => {
  const inner = splitting(['a', 'more'], {
    nodes: [aTask('a'), aParallel('more'), aTask('b'), aTask('c'), aJoin('inside'), aTask('d'), aJoin('join'), aTask('sign')],
    edges: [
      anEdge('more', 'b'),
      anEdge('more', 'c'),
      anEdge('b', 'inside'),
      anEdge('c', 'inside'),
      anEdge('inside', 'd'),
      anEdge('d', 'join'),
      anEdge('a', 'join'),
      anEdge('join', 'sign'),
      anEdge('sign', 'end'),
    ],
  })

  it('is joined into the branch that opened it, and the others go on', () => {
    const state = given(inner, start(), complete('b'))
      .when(complete('c'))
      .leadsTo(
        { type: 'TaskCompleted' },
        { type: 'BranchArrived', branch: 'split.1/to-more/more.1/more-c' },
        { type: 'BranchesJoined', node: 'inside', scope: 'split.1/to-more/more.1', branch: 'split.1/to-more' },
        { type: 'TaskOpened', node: 'd', branch: 'split.1/to-more' },
      )
    expect(state.tokens).toEqual(['split.1/to-a', 'split.1/to-more'])
    expect(Object.keys(state.openings)).toEqual(['split.1'])
    expect(state.open.map(({ node }) => node)).toEqual(['a', 'd'])
  })

  it('that opens again in a loop has another name', () => {
    const looping = splitting(['a', 'b'], {
      nodes: [aTask('a'), aTask('b'), aJoin('join'), aReview('check', ['accept', 'revise'])],
      edges: [
        anEdge('a', 'join'),
        anEdge('b', 'join'),
        anEdge('join', 'check'),
        anEdge('check', 'end', { outcome: 'accept' }),
        anEdge('check', 'split', { outcome: 'revise' }),
      ],
    })
    const again = given(looping, start(), complete('a'), complete('b'), complete('check', 'revise', { reason: 'ulang' }))
    expect(again.state).toMatchObject({ tokens: ['split.2/to-a', 'split.2/to-b'], rounds: { split: 2, a: 2, b: 2 } })
    const done = again.and(complete('b')).and(complete('a')).and(complete('check', 'accept'))
    expect(done.state.status).toBe('completed')
  })
})

describe('an end within a branch', () => {
  const ending = (result: 'completed' | 'rejected' | 'cancelled') =>
    splitting(['a', 'b', 'c'], {
      nodes: [aTask('a'), aTask('b'), aWait('c'), aJoin('join'), aTask('sign'), anEnd('stop', { result })],
      edges: [anEdge('a', 'stop'), anEdge('b', 'join'), anEdge('c', 'join'), anEdge('join', 'sign'), anEdge('sign', 'end')],
    })

  it.each(['rejected', 'cancelled'] as const)('that says %s is the end of all', (result) => {
    const state = given(ending(result), start())
      .when(complete('a'))
      .leadsTo(
        { type: 'TaskCompleted' },
        { type: 'TaskWithdrawn', taskId: 't3', because: 'ended' },
        { type: 'WaitWithdrawn', waitId: 't4', because: 'ended' },
        { type: 'Ended', node: 'stop', result },
      )
    expect(state).toMatchObject({ status: result, tokens: [], openings: {}, open: [], waits: [], arrived: [] })
  })

  it('that says completed is the end of the branch alone', () => {
    const state = given(ending('completed'), start())
      .when(complete('a'))
      .leadsTo({ type: 'TaskCompleted' }, { type: 'BranchEnded', node: 'stop', branch: 'split.1/to-a' })
    expect(state).toMatchObject({ status: 'running', tokens: ['split.1/to-b', 'split.1/to-c'] })
    expect(Object.keys(state.openings)).toEqual(['split.1'])
  })

  it('leaves a join that needs it short, which a supervisor is told once', () => {
    const short = given(ending('completed'), start(), complete('a'), complete('b'))
    expect(short.state.incidents).toEqual([])
    const told = short
      .when(report('c'))
      .leadsTo(
        { type: 'WaitOver' },
        { type: 'BranchArrived' },
        { type: 'IncidentRaised', node: 'join', branch: 'split.1', code: 'join-short', exits: ['join-sign'], missing: [] },
      )
    expect(told.incidents).toHaveLength(1)
    short
      .and(report('c'))
      .when(resolve('join-sign'))
      .leadsTo(
        { type: 'IncidentResolved', node: 'join', branch: 'split.1', edge: 'join-sign', reason: 'diputuskan' },
        { type: 'BranchesJoined', scope: 'split.1', branch: '', arrived: ['split.1/to-b', 'split.1/to-c'] },
        { type: 'TaskOpened', node: 'sign', branch: '' },
      )
  })

  it('of every branch is the end of the instance', () => {
    const parting = splitting(['a', 'more'], {
      nodes: [aTask('a'), aParallel('more'), aTask('b'), aTask('c'), anEnd('filed'), anEnd('sent')],
      edges: [anEdge('more', 'b'), anEdge('more', 'c'), anEdge('a', 'filed'), anEdge('b', 'sent'), anEdge('c', 'filed')],
    })
    const two = given(parting, start(), complete('c'))
    expect(Object.keys(two.state.openings)).toEqual(['split.1', 'split.1/to-more/more.1'])
    const one = two.and(complete('b'))
    expect(Object.keys(one.state.openings)).toEqual(['split.1'])
    const state = one
      .when(complete('a'))
      .leadsTo({ type: 'TaskCompleted' }, { type: 'BranchEnded' }, { type: 'Ended', node: 'filed', result: 'completed' })
    expect(state).toMatchObject({ status: 'completed', tokens: [], openings: {} })
  })
})

describe('a join', () => {
  it('to which no branches lead lets its token pass', () => {
    const lone = aDefinition({
      nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aJoin('join'), aTask('process'), anEnd()],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'join'), anEdge('join', 'process'), anEdge('process', 'end')],
    })
    given(lone)
      .when(start())
      .leadsTo({ type: 'Started' }, { type: 'TaskOpened' }, { type: 'TaskCompleted' }, { type: 'TaskOpened', node: 'process' })
  })

  it('of two that share the branches is short when neither has enough, and each is told', () => {
    const crossed = splitting(['a', 'b', 'c'], {
      nodes: [aTask('a'), aTask('b'), aTask('c'), aJoin('left'), aJoin('right'), aTask('sign')],
      edges: [
        anEdge('a', 'left'),
        anEdge('b', 'right'),
        anEdge('c', 'right'),
        anEdge('left', 'sign'),
        anEdge('right', 'sign'),
        anEdge('sign', 'end'),
      ],
    })
    const stuck = given(crossed, start(), complete('a'), complete('b'), complete('c'))
    expect(stuck.state.incidents).toMatchObject([
      { node: 'left', branch: 'split.1', code: 'join-short', exits: ['left-sign'] },
      { node: 'right', branch: 'split.1', code: 'join-short', exits: ['right-sign'] },
    ])
    const state = stuck
      .when(resolve('right-sign'))
      .leadsTo(
        { type: 'IncidentResolved', node: 'right' },
        { type: 'BranchesJoined', node: 'right', arrived: ['split.1/to-b', 'split.1/to-c'] },
        { type: 'TaskOpened', node: 'sign' },
      )
    expect(state).toMatchObject({ incidents: [], arrived: [], tokens: [''] })
  })

  it('is not short while a branch within a branch goes on', () => {
    const slow = splitting(['a', 'more'], {
      nodes: [aTask('a'), aParallel('more'), aTask('b'), aTask('c'), aJoin('join'), aTask('sign'), anEnd('stop')],
      edges: [
        anEdge('more', 'b'),
        anEdge('more', 'c'),
        anEdge('a', 'join'),
        anEdge('b', 'stop'),
        anEdge('c', 'stop'),
        anEdge('join', 'sign'),
        anEdge('sign', 'end'),
      ],
    })
    const waiting = given(slow, start(), complete('a'), complete('b'))
    expect(waiting.state.incidents).toEqual([])
    expect(waiting.and(complete('c')).state.incidents).toMatchObject([{ node: 'join', code: 'join-short' }])
  })
})

describe('a parallel', () => {
  it('without exits is an incident', () => {
    const state = given(splitting([], { nodes: [], edges: [] }), start()).state
    expect(state).toMatchObject({ tokens: [''], incidents: [{ node: 'split', branch: '', code: 'no-branch', exits: [] }] })
  })

  it('opens fifty branches at most', () => {
    const wide = (count: number) => {
      const ids = Array.from({ length: count }, (_, i) => `b${i}`)
      return given(splitting(ids, { nodes: ids.map((id) => aTask(id)), edges: [] }), start()).state
    }
    expect(wide(49)).toMatchObject({ incidents: [], open: { length: 49 } })
    expect(wide(50)).toMatchObject({ open: [], incidents: [{ node: 'split', branch: '', code: 'too-many-steps' }] })
  })
})

describe('P3: a join that came short', () => {
  const ways = [anOutcome('accept'), anOutcome('reject')]
  const within = aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aParallel('split'),
      aParallel('inner'),
      aTask('fire', { outcomes: ways }),
      aTask('health', { outcomes: ways }),
      aTask('roads'),
      aJoin('both'),
      aTask('advise'),
      aJoin('join'),
      anEnd(),
      anEnd('dropped'),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      anEdge('split', 'inner'),
      anEdge('split', 'roads'),
      ...['fire', 'health'].flatMap((id) => [
        anEdge('inner', id),
        anEdge(id, 'both', { outcome: 'accept' }),
        anEdge(id, 'dropped', { outcome: 'reject' }),
      ]),
      anEdge('both', 'advise'),
      anEdge('advise', 'join'),
      anEdge('roads', 'join'),
      anEdge('join', 'end'),
    ],
  })
  const short = given(within, start(), complete('health', 'reject', { reason: 'tidak perlu' }), complete('fire', 'accept'))
  const inner = 'split.1/split-inner/inner.1'

  it('is no incident any more when its step is done again, and one again where it comes short again', () => {
    expect(short.state.incidents).toMatchObject([{ code: 'join-short', node: 'both', branch: inner }])
    const again = short.and(sendBack('fire', { by: 'officer' }))
    expect(again.state.incidents).toEqual([])
    again.when(resolve('both-advise', { by: 'officer' })).isRefused('no-incident')
    expect(again.and(complete('fire', 'accept')).state.incidents).toMatchObject([{ code: 'join-short', branch: inner }])
  })

  it('is forgotten with its last branch, and frees no second token', () => {
    const over = short.and(sendBack('fire', { by: 'officer' })).and(complete('fire', 'reject', { reason: 'tidak perlu' }))
    expect(over.state).toMatchObject({ incidents: [], tokens: ['split.1/split-roads'], open: [{ node: 'roads' }] })
    over.when(resolve('both-advise', { by: 'officer' })).isRefused('no-incident')
  })

  it('goes on in the branch in which it was opened', () => {
    const resolved = short.and(resolve('both-advise', { by: 'officer' }))
    expect(resolved.state.tokens).toEqual(['split.1/split-roads', 'split.1/split-inner'])
    expect(resolved.state.open.map(({ node }) => node)).toEqual(['roads', 'advise'])
  })
})
