import { describe, expect, it } from 'vitest'
import {
  aCall,
  aDecision,
  aField,
  aForm,
  aJoin,
  anEdge,
  anEnd,
  aParallel,
  aReview,
  aTask,
  aWait,
} from '#test/builders/definition.ts'
import {
  cancel,
  complete,
  failCall,
  given,
  givenIn,
  inspect,
  report,
  resolve,
  returnCall,
  start,
  tick,
} from '#test/engine/given.ts'
import { aSeat, at } from '#test/engine/office.ts'
import { aCheck, aFork, aProcedure, asking, moveTo, planOf } from '#test/engine/versions.ts'

const is = (value: string) => ({ kind: 'field', field: 'class', op: 'is', value }) as const

describe('a task that waits', () => {
  const story = given(aProcedure(['check', 'sign']), start())

  it('is told whole: by what it is chosen, what stays and what changes', () => {
    expect(planOf(story, aProcedure(['check', 'sign']))).toEqual({
      verdict: 'safe',
      why: null,
      places: [
        {
          key: '#check',
          at: 'task',
          branch: '',
          node: 'check',
          id: 't2',
          kept: true,
          needs: null,
          options: [],
          clock: 'none',
          due: null,
          form: { added: [], removed: [], changed: [] },
          otherPerformers: false,
          notDone: [],
        },
      ],
      misfits: [],
      hidden: [],
    })
  })

  it('whose step is gone is told by its number, and may go on at a step, never at a wait or a decision', () => {
    const to = aProcedure(['verify', aWait('letter'), aDecision('which'), 'sign'])
    expect(planOf(story, to)).toMatchObject({
      verdict: 'choice',
      places: [{ at: 'task', id: 't2', needs: 'gone', kept: false, clock: 'none', options: ['apply', 'verify', 'sign'] }],
    })
  })

  it('whose step has become a wait of that name is gone', () => {
    expect(planOf(story, aProcedure([aWait('check'), 'sign']))).toMatchObject({ places: [{ needs: 'gone' }] })
  })

  it('can only be finished where the version has nothing but waits', () => {
    const to = aProcedure([aWait('letter')], { edges: [anEdge('start', 'letter'), anEdge('letter', 'end')] })
    expect(planOf(story, to)).toMatchObject({ verdict: 'finish', why: 'unreachable', places: [{ needs: 'gone', options: [] }] })
  })
})

describe('steps that the version has before', () => {
  const signing = given(aProcedure(['check', 'sign']), start(), complete('check'))

  it('count when every way leads through them', () => {
    const to = aProcedure(['check', 'number', 'stamp', 'sign'])
    expect(planOf(signing, to)).toMatchObject({
      places: [{ needs: 'steps-before', kept: false, notDone: ['number', 'stamp'], options: ['sign', 'number', 'stamp'] }],
    })
  })

  it('do not count when one way leads past them', () => {
    const to = aProcedure(['check', aReview('weigh', ['accept', 'reject']), 'number', 'sign'], {
      edges: [
        anEdge('check', 'number'),
        anEdge('check', 'sign', { id: 'past' }),
        anEdge('weigh', 'sign'),
        anEdge('number', 'weigh'),
      ],
    })
    expect(planOf(signing, to)).toMatchObject({ places: [{ needs: null, notDone: [] }] })
  })

  it('do not count when they were done, are under way beside it, or are no steps', () => {
    const beside = aFork(['a', 'b'], aJoin('j'), { nodes: [aTask('sign')], edges: [anEdge('j', 'sign')] })
    const withWait = aProcedure(['check', aWait('letter'), aDecision('which'), 'sign'])
    expect(planOf(signing, withWait)).toMatchObject({ verdict: 'safe', places: [{ notDone: [] }] })
    const open = given(aFork(['a', 'b'], aJoin('j')), start())
    expect(planOf(open, beside)).toMatchObject({ verdict: 'safe' })
  })

  it('do not count when the version at hand would have had them done as well', () => {
    const skipping = aProcedure([aReview('check', ['accept', 'revise']), 'number', 'sign'], {
      edges: [anEdge('check', 'number', { outcome: 'accept' }), anEdge('check', 'sign', { outcome: 'revise' })],
    })
    const strict = aProcedure(['check', 'number', 'sign'])
    const skipped = given(skipping, start(), complete('check', 'revise', { reason: 'langsung' }))
    expect(planOf(skipped, strict)).toMatchObject({ places: [{ notDone: ['number'] }] })
    expect(planOf(skipped.in(strict), strict)).toMatchObject({ verdict: 'safe', places: [{ notDone: [] }] })
  })

  it('do not count in a circle that comes to the step again', () => {
    const circle = aProcedure(['check', aReview('sign', ['accept', 'revise']), 'mend'], {
      edges: [
        anEdge('sign', 'end', { outcome: 'accept' }),
        anEdge('sign', 'mend', { outcome: 'revise' }),
        anEdge('mend', 'sign'),
      ],
    })
    expect(planOf(signing, circle)).toMatchObject({ verdict: 'safe', places: [{ node: 'sign', notDone: [] }] })
  })
})

describe('a wait', () => {
  const until = (amount: number) => ({ kind: 'duration', duration: { amount, unit: 'workingDay' } }) as const
  const story = given(aProcedure([aWait('hold', { until: until(2) })]), start())
  const [wait] = story.state.waits

  it('stays as it is where the version waits as long', () => {
    const to = aProcedure([aWait('hold', { until: until(2), activity: 'Menahan berkas' })])
    expect(planOf(story, to)).toMatchObject({
      verdict: 'safe',
      places: [{ key: '#hold', at: 'wait', id: 't2', node: 'hold', needs: null, kept: true, clock: 'none', due: null }],
    })
    expect(story.when(moveTo(to)).leadsTo({ type: 'Migrated' }).waits).toEqual([wait])
  })

  it('lasts as long as the version says, from when it began', () => {
    const to = aProcedure([aWait('hold', { until: until(4) })])
    const state = story
      .when(moveTo(to, {}, { at: '2026-11-24 10:00' }))
      .leadsTo({ type: 'Migrated', waits: [{ waitId: 't2', kind: 'time', pausesClock: false }] })
    expect(wait?.due?.at).toBe(at('2026-11-25 16:00'))
    expect(state.waits).toMatchObject([{ waitId: 't2', since: wait?.since, due: { at: at('2026-11-27 16:30') } }])
  })

  it('becomes one that somebody reports, and the other way round', () => {
    const reported = aProcedure([aWait('hold', { until: { kind: 'report', event: 'surat' }, pausesClock: true })])
    const state = story
      .when(moveTo(reported))
      .leadsTo(
        { type: 'Migrated', waits: [{ kind: 'report', due: null, pausesClock: true }] },
        { type: 'ClockPaused', node: 'hold' },
      )
    expect(state.waits).toMatchObject([{ kind: 'report', due: null, pausesClock: true }])
    const asked = given(reported, start())
    asked
      .when(moveTo(aProcedure([aWait('hold', { until: until(2) })])))
      .leadsTo(
        { type: 'Migrated', waits: [{ kind: 'time', due: { at: at('2026-11-25 16:00') }, pausesClock: false }] },
        { type: 'ClockResumed', node: 'hold' },
      )
  })

  it('goes on from the end of the wait in the version', () => {
    const to = aProcedure([aWait('hold', { until: until(4) }), 'sign'])
    const moved = story.and(moveTo(to)).in(to)
    moved.when(tick('2026-11-25 16:00')).leadsTo()
    moved.when(tick('2026-11-27 16:30')).leadsTo({ type: 'WaitOver', how: 'moment' }, { type: 'TaskOpened', node: 'sign' })
  })

  it('until a moment that nobody has given asks where to go on', () => {
    const to = aProcedure([aWait('hold', { until: { kind: 'moment', field: 'day' } }), 'sign'], asking('date', 'day'))
    expect(planOf(story, to)).toMatchObject({
      verdict: 'choice',
      places: [{ at: 'wait', id: 't2', needs: 'no-moment', options: ['apply', 'sign'] }],
    })
    story
      .when(moveTo(to, { places: { '#hold': 'sign' } }))
      .leadsTo(
        { type: 'Migrated', waits: [], moves: [{ branch: '', from: 'hold', to: 'sign' }] },
        { type: 'WaitWithdrawn', waitId: 't2', because: 'migrated' },
        { type: 'TaskOpened', node: 'sign', branch: '' },
      )
  })

  it('that the version has not, or has as a step, is gone', () => {
    expect(planOf(story, aCheck())).toMatchObject({ places: [{ at: 'wait', needs: 'gone', options: ['apply', 'check'] }] })
    expect(planOf(story, aProcedure(['hold', 'sign']))).toMatchObject({ places: [{ needs: 'gone' }] })
  })
})

describe('a call of another standard', () => {
  const calling = (slug: string, version = 1) => aProcedure([aCall('ask', { standard: { slug, version } }), 'sign'])
  const story = given(calling('rekomendasi'), start())

  it('goes on as it was called, whatever version of that standard is called now', () => {
    expect(planOf(story, calling('rekomendasi', 2))).toMatchObject({
      verdict: 'safe',
      places: [{ key: '#ask', at: 'call', id: 't2', needs: null, kept: true }],
    })
    const moved = story.and(moveTo(calling('rekomendasi', 2))).in(calling('rekomendasi', 2))
    expect(moved.state.waits).toEqual(story.state.waits)
    moved.when(returnCall('ask')).leadsTo({ type: 'WaitOver', how: 'completed' }, { type: 'TaskOpened', node: 'sign' })
  })

  it('asks where to go on when the version calls another one, or none', () => {
    expect(planOf(story, calling('izin'))).toMatchObject({ verdict: 'choice', places: [{ at: 'call', needs: 'other-call' }] })
    expect(planOf(story, aProcedure(['ask', 'sign']))).toMatchObject({ places: [{ at: 'call', needs: 'gone' }] })
    expect(planOf(story, aProcedure([aWait('ask'), 'sign']))).toMatchObject({ places: [{ at: 'call', needs: 'gone' }] })
    story
      .when(moveTo(calling('izin'), { places: { '#ask': 'sign' } }))
      .leadsTo({ type: 'Migrated', moves: [{ from: 'ask', to: 'sign' }] }, { type: 'WaitWithdrawn' }, { type: 'TaskOpened' })
  })
})

describe('a branch at a join', () => {
  const story = given(aFork(['a', 'b'], aJoin('j')), start(), complete('a'))

  it('waits on where the version has the join', () => {
    const plan = planOf(story, aFork(['a', 'b'], aJoin('j')))
    expect(plan).toMatchObject({
      verdict: 'safe',
      places: [{ node: 'b' }, { key: 'p.1/p-a#j', at: 'join', branch: 'p.1/p-a', id: null, needs: null, kept: true }],
    })
    const to = aFork(['a', 'b'], aJoin('j'), { nodes: [aTask('sign')], edges: [anEdge('j', 'sign'), anEdge('sign', 'end')] })
    const moved = story.and(moveTo(to)).in(to)
    expect(moved.state.arrived).toEqual(story.state.arrived)
    expect(moved.and(complete('b')).state.open).toMatchObject([{ node: 'sign', branch: '' }])
  })

  it('goes on at a step where the version has none of that name, or a step instead', () => {
    const other = aFork(['a', 'b'], aJoin('k'))
    expect(planOf(story, other)).toMatchObject({
      verdict: 'choice',
      places: [
        { node: 'b', kept: true },
        { node: 'j', needs: 'gone', options: ['a'] },
      ],
    })
    const state = story
      .when(moveTo(other, { places: { 'p.1/p-a#j': 'a' } }))
      .leadsTo(
        { type: 'Migrated', moves: [{ branch: 'p.1/p-a', from: 'j', to: 'a' }] },
        { type: 'TaskOpened', node: 'a', round: 2 },
      )
    expect(state.arrived).toEqual([])
    expect(state.open.map(({ node, branch }) => [node, branch])).toEqual([
      ['b', 'p.1/p-b'],
      ['a', 'p.1/p-a'],
    ])
  })

  it('that is told to go on with others must stand where the version could have brought them all', () => {
    const all = (quorum: Parameters<typeof aJoin>[1]) => aFork(['a', 'b', 'c', 'd'], aJoin('j', quorum))
    const three = given(all({}), start(), complete('a'), complete('b'), complete('c'))
    const two = all({ quorum: { kind: 'atLeast', n: 2 } })
    const places = { 'p.1/p-a#j': 'a', 'p.1/p-b#j': 'b', 'p.1/p-c#j': 'j' }
    expect(planOf(three, two)).toMatchObject({
      verdict: 'choice',
      places: [
        { node: 'd', kept: true },
        { node: 'j', needs: 'not-there', options: ['j', 'a'] },
        { node: 'j', needs: 'not-there', options: ['j', 'b'] },
        { node: 'j', needs: 'not-there', options: ['j', 'c'] },
      ],
    })
    const state = three
      .when(moveTo(two, { places }))
      .leadsTo({ type: 'Migrated' }, { type: 'TaskOpened', node: 'a' }, { type: 'TaskOpened', node: 'b' })
    expect(state.arrived).toEqual([{ node: 'j', branch: 'p.1/p-c' }])
    three.when(moveTo(two, { places: { ...places, 'p.1/p-b#j': 'j' } })).isRefused('choice-unknown', { node: 'j', to: 'a' })
    three
      .when(moveTo(two, { places: { 'p.1/p-a#j': 'j', 'p.1/p-b#j': 'j', 'p.1/p-c#j': 'j' } }))
      .isRefused('choice-unknown', { node: 'd', to: 'd' })
  })
})

describe('a step that stands in two branches', () => {
  const drawn = (second: string, check = aTask('check')) =>
    aProcedure([aParallel('p'), check, ...(second === 'check' ? [] : [second]), aJoin('j')], {
      edges: [anEdge('p', 'check', { id: 'e1' }), anEdge('p', second, { id: 'e2' }), ...new Set(['check', second])].map((one) =>
        typeof one === 'string' ? anEdge(one, 'j') : one,
      ),
    })

  it('moves in the one where the version has another, and stays in the other', () => {
    const both = given(drawn('check'), start())
    expect(both.state.open.map(({ branch, node }) => [branch, node])).toEqual([
      ['p.1/e1', 'check'],
      ['p.1/e2', 'check'],
    ])
    const state = both
      .when(moveTo(drawn('verify'), { places: { 'p.1/e2#check': 'verify' } }))
      .leadsTo(
        { type: 'Migrated', tasks: [{ taskId: 't2' }], moves: [{ branch: 'p.1/e2', from: 'check', to: 'verify' }] },
        { type: 'TaskWithdrawn', taskId: 't3', because: 'migrated' },
        { type: 'TaskOpened', node: 'verify', branch: 'p.1/e2' },
      )
    expect(state.open.map(({ branch, node }) => [branch, node])).toEqual([
      ['p.1/e1', 'check'],
      ['p.1/e2', 'verify'],
    ])
  })

  it('and waits there goes on waiting in the other', () => {
    const waiting = (second: string) => drawn(second, aWait('check'))
    const state = given(waiting('check'), start())
      .when(moveTo(waiting('verify'), { places: { 'p.1/e2#check': 'verify' } }))
      .leadsTo(
        { type: 'Migrated', waits: [{ waitId: 't2' }], moves: [{ branch: 'p.1/e2', from: 'check', to: 'verify' }] },
        { type: 'WaitWithdrawn', waitId: 't3', because: 'migrated' },
        { type: 'TaskOpened', node: 'verify', branch: 'p.1/e2' },
      )
    expect(state.waits.map(({ branch }) => branch)).toEqual(['p.1/e1'])
  })
})

describe('an opening', () => {
  /** Branches that end each by itself, by the exits that open them. */
  const forked = (branches: Readonly<Record<string, string>>) =>
    aProcedure([aParallel('p'), ...Object.values(branches)], {
      edges: Object.entries(branches).flatMap(([id, node]) => [anEdge('p', node, { id }), anEdge(node, 'end')]),
    })
  const begun = given(forked({ e1: 'check', e10: 'sign', e2: 'file' }), start(), complete('check'))

  it('has the exits of the version when those that still count are among them, however alike their names', () => {
    const moved = begun.and(moveTo(forked({ e10: 'sign', e2: 'file', e3: 'verify' })))
    expect(moved.state.openings['p.1']?.edges).toEqual(['e10', 'e2', 'e3'])
  })

  it('stays on its version where one that still counts is gone', () => {
    begun.when(moveTo(forked({ e1: 'sign', e2: 'file' }))).isRefused('stays-on-version', { why: 'unreachable' })
  })
})

describe('an incident', () => {
  const deciding = (...more: Parameters<typeof anEdge>[]) =>
    aProcedure(['check', aDecision('which'), 'sign'], {
      edges: [anEdge('which', 'sign', { when: is('b') }), ...more.map((edge) => anEdge(...edge))],
      forms: [aForm('f', aField('choice', 'class'))],
    })
  const stuck = given(deciding(), start({ data: { class: 'a' } }), complete('check'))

  it('stays with the exits that the version offers', () => {
    const wider = deciding(['which', 'check', { when: is('c') }], ['which', 'end', { id: 'done', when: is('c') }])
    expect(stuck.state.incidents).toMatchObject([{ node: 'which', code: 'no-branch', exits: ['which-sign'] }])
    expect(planOf(stuck, wider)).toMatchObject({
      verdict: 'safe',
      places: [{ key: '#which', at: 'incident', id: null, needs: null, kept: true, clock: 'none' }],
    })
    const state = stuck
      .when(moveTo(wider))
      .leadsTo({ type: 'Migrated', incidents: [{ node: 'which', branch: '', exits: ['which-sign', 'which-check', 'done'] }] })
    expect(state.incidents).toMatchObject([{ node: 'which', code: 'no-branch', exits: ['which-sign', 'which-check', 'done'] }])
    stuck.and(moveTo(wider)).in(wider).when(resolve('done')).leadsTo({ type: 'IncidentResolved' }, { type: 'Ended' })
  })

  it('goes on at a step where the version has no such node, another kind of it, or no way out of it', () => {
    const options = ['apply', 'check', 'sign']
    expect(planOf(stuck, aProcedure(['check', 'sign'], asking('choice', 'class')))).toMatchObject({
      verdict: 'choice',
      places: [{ at: 'incident', needs: 'gone', options }],
    })
    expect(planOf(stuck, aProcedure(['check', 'which', 'sign'], asking('choice', 'class')))).toMatchObject({
      places: [{ needs: 'gone' }],
    })
    const closed = aProcedure(['check', aDecision('which'), 'sign'], {
      edges: [anEdge('check', 'sign'), anEdge('apply', 'check'), anEdge('apply', 'which', { id: 'x' })],
      ...asking('choice', 'class'),
    })
    const deadEnd = { ...closed, flow: { ...closed.flow, edges: closed.flow.edges.filter(({ from }) => from !== 'which') } }
    expect(planOf(stuck, deadEnd)).toMatchObject({ places: [{ needs: 'gone' }] })
    const state = stuck
      .when(moveTo(aProcedure(['check', 'sign'], asking('choice', 'class')), { places: { '#which': 'sign' } }))
      .leadsTo({ type: 'Migrated', incidents: [] }, { type: 'TaskOpened', node: 'sign' })
    expect(state.incidents).toEqual([])
  })

  it('of a call that could not be begun goes on at the step chosen', () => {
    const failed = given(aProcedure([aCall('ask'), 'sign']), start(), failCall('ask'))
    expect(planOf(failed, aProcedure([aCall('ask'), 'sign', 'file']))).toMatchObject({
      places: [{ at: 'incident', node: 'ask' }],
    })
    failed
      .when(moveTo(aCheck(), { places: { '#ask': 'check' } }))
      .leadsTo({ type: 'Migrated', moves: [{ from: 'ask', to: 'check' }] }, { type: 'TaskOpened', node: 'check' })
  })

  it('of a task that nobody can do goes with the task', () => {
    const seats = [aSeat('officer', 'officer')]
    const from = aProcedure([aTask('check', { lane: 'head' }), 'sign'])
    const vacant = givenIn({ definition: from, seats }, start(), inspect())
    expect(vacant.state.incidents).toMatchObject([{ code: 'nobody-to-act', taskId: 't2' }])
    expect(planOf(vacant, from).places).toMatchObject([{ at: 'task', node: 'check' }])
    const stays = vacant.when(moveTo(aProcedure([aTask('check', { lane: 'head' }), 'sign', 'file']))).leadsTo({
      type: 'Migrated',
      incidents: [{ node: 'check', branch: '', exits: ['check-sign'] }],
    })
    expect(stays.incidents).toMatchObject([{ code: 'nobody-to-act', exits: ['check-sign'] }])
    const staffed = vacant
      .when(moveTo(aProcedure([aTask('check'), 'sign'])))
      .leadsTo({ type: 'Migrated' }, { type: 'IncidentCleared', node: 'check', code: 'nobody-to-act' })
    expect(staffed.incidents).toEqual([])
    const gone = vacant
      .when(moveTo(aProcedure(['verify', 'sign']), { places: { '#check': 'verify' } }))
      .leadsTo({ type: 'Migrated', incidents: [] }, { type: 'TaskWithdrawn' }, { type: 'TaskOpened', node: 'verify' })
    expect(gone.incidents).toEqual([])
  })

  it('of a join that is short goes with those who wait there', () => {
    const short = (...more: string[]) =>
      aFork(['a', 'b'], aJoin('j'), {
        nodes: [aTask('sign'), anEnd('stop'), ...more.map((id) => aTask(id))],
        edges: [anEdge('a', 'stop'), anEdge('j', 'sign'), ...more.map((id) => anEdge('j', id)), anEdge('sign', 'end')],
      })
    const stuckThere = given(short(), start(), complete('a'), complete('b'))
    expect(stuckThere.state.incidents).toMatchObject([{ code: 'join-short', branch: 'p.1', exits: ['j-sign'] }])
    expect(planOf(stuckThere, short('file')).places).toMatchObject([{ at: 'join', node: 'j', branch: 'p.1/p-b' }])
    const state = stuckThere.when(moveTo(short('file'))).leadsTo({
      type: 'Migrated',
      incidents: [{ node: 'j', branch: 'p.1', exits: ['j-sign', 'j-file'] }],
    })
    expect(state.incidents).toMatchObject([{ code: 'join-short', exits: ['j-sign', 'j-file'] }])
    const elsewhere = aFork(['a', 'b'], aJoin('k'), {
      nodes: [aTask('sign'), anEnd('stop')],
      edges: [anEdge('a', 'stop'), anEdge('k', 'sign'), anEdge('sign', 'end')],
    })
    const gone = stuckThere
      .when(moveTo(elsewhere, { places: { 'p.1/p-b#j': 'b' } }))
      .leadsTo({ type: 'Migrated', incidents: [] }, { type: 'TaskOpened', node: 'b', branch: 'p.1/p-b' })
    expect(gone.incidents).toEqual([])
  })
})

describe('an instance that is over or waits for nothing', () => {
  it('is not moved', () => {
    const story = given(aProcedure([aWait('hold')]), start())
    story.and(report('hold')).when(moveTo(aCheck())).isRefused('not-running', { status: 'completed' })
    story.and(cancel('x')).when(moveTo(aCheck())).isRefused('not-running', { status: 'cancelled' })
    given(aCheck()).when(moveTo(aCheck())).isRefused('not-started')
  })
})
