import { describe, expect, it } from 'vitest'
import { Calendar } from '#engine/calendar/schema.ts'
import {
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anOutcome,
  aParallel,
  aReview,
  aTask,
} from '#test/builders/definition.ts'
import { claim, complete, delegate, extend, given, givenIn, sendBack, start, suspend } from '#test/engine/given.ts'
import { aCalendar, aSeat, at, fullOffice } from '#test/engine/office.ts'
import { aCheck, aFork, aProcedure, asking, moveTo, planOf } from '#test/engine/versions.ts'

const days = (amount: number) => ({ amount, unit: 'workingDay' }) as const
const offices = [anApplicantLane(), aLane('officer'), aLane('head'), aLane('team', ['officer', 'clerk'])]
const only = (story: ReturnType<typeof given>) => {
  const [task] = story.state.open
  if (!task) throw new Error('nothing is open')
  return task
}

describe('whom an open step calls after a move', () => {
  it('stays as somebody in charge decided, where both versions call alike', () => {
    const handed = given(aCheck({}, { lanes: offices }), start(), delegate('check', 'clerk'))
    expect(only(handed)).toMatchObject({ claimedBy: 'clerk' })
    const to = aCheck({ activity: 'Meneliti', pausesClock: true }, { lanes: offices })
    const moved = handed.and(moveTo(to))
    expect(only(moved)).toEqual({ ...only(handed), pausesClock: true })
    expect(planOf(handed, to)).toMatchObject({ places: [{ otherPerformers: false }] })
  })

  it.each([
    ['another lane', { lane: 'head' }, {}],
    ['a lane of other positions', {}, { lanes: [anApplicantLane(), aLane('officer', ['head']), aLane('head')] }],
    ['a position named', { assignment: { kind: 'positions', positions: ['head'] } }, {}],
  ] as const)('follows the version that names %s', (_what, over, parts) => {
    const story = given(aCheck(), start(), claim('check'))
    const to = aCheck({ ...over } as Parameters<typeof aCheck>[0], parts as Parameters<typeof aCheck>[1])
    expect(planOf(story, to)).toMatchObject({ verdict: 'safe', places: [{ otherPerformers: true }] })
    const state = story.when(moveTo(to)).leadsTo({
      type: 'Migrated',
      tasks: [{ taskId: 't2', candidates: [{ kind: 'position', positionId: 'head' }], parties: [], needed: 1 }],
    })
    expect(state.open).toMatchObject([{ taskId: 't2', candidates: [{ kind: 'position', positionId: 'head' }], round: 1 }])
  })

  it('follows a lane that has become the applicant’s', () => {
    const to = aCheck({}, { lanes: [anApplicantLane(), anApplicantLane('officer'), aLane('head')] })
    expect(only(given(aCheck(), start()).and(moveTo(to))).candidates).toEqual([{ kind: 'applicant' }])
  })

  it('is several together where the version says so, and one where it does no more', () => {
    const joint = aCheck({ jointLanes: ['head'], quorum: { kind: 'all' } })
    const both = [
      { id: 'officer', candidates: [{ kind: 'position', positionId: 'officer' }] },
      { id: 'head', candidates: [{ kind: 'position', positionId: 'head' }] },
    ]
    const alone = given(aCheck(), start())
    expect(only(alone.and(moveTo(joint)))).toMatchObject({
      needed: 2,
      parties: both,
      candidates: [{ positionId: 'officer' }, { positionId: 'head' }],
    })
    const together = given(joint, start())
    expect(only(together.and(moveTo(aCheck())))).toMatchObject({
      needed: 1,
      parties: [],
      candidates: [{ positionId: 'officer' }],
    })
    expect(only(together.and(moveTo(aCheck({ jointLanes: ['head'] }))))).toMatchObject({ needed: 1, parties: [] })
  })

  it('of joint work is those who have not done their part, where the same do it and the outcomes are still known', () => {
    const joint = (over: Parameters<typeof aCheck>[0] = {}) => aCheck({ jointLanes: ['head'], quorum: { kind: 'all' }, ...over })
    const half = given(joint(), start(), complete('check', 'submit', { by: 'officer' }))
    const moved = half.and(moveTo(joint({ activity: 'Meneliti' })))
    expect(only(moved)).toEqual(only(half))
    expect(only(moved)).toMatchObject({ excluded: ['officer'], needed: 2, parts: [{ party: 'officer', outcome: 'submit' }] })
    const other = joint({ outcomes: [anOutcome('accept')] })
    expect(planOf(half, other)).toMatchObject({ verdict: 'choice', places: [{ needs: 'other-parties', clock: 'reset' }] })
    const more = joint({ outcomes: [anOutcome('accept'), anOutcome('submit')] })
    expect(planOf(half, more).places).toMatchObject([{ needs: null }])
  })
})

describe('four eyes after a move', () => {
  const lanes = { lanes: offices }
  const story = given(aProcedure(['draft', aTask('check', { lane: 'team' })], lanes), start(), complete('draft'))

  it('shut out who did the step that the version names', () => {
    const to = aProcedure(['draft', aTask('check', { lane: 'team', notPerformersOf: ['draft'] })], lanes)
    const state = story.when(moveTo(to)).leadsTo({ type: 'Migrated', tasks: [{ excluded: ['officer'], notWith: ['draft'] }] })
    expect(state.open).toMatchObject([{ excluded: ['officer'], notWith: ['draft'] }])
    const moved = story.and(moveTo(to)).in(to)
    moved.when(complete('check', 'submit', { by: 'officer' })).isRefused('four-eyes', { node: 'draft' })
    moved.when(complete('check', 'submit', { by: 'clerk' })).leadsTo({ type: 'TaskCompleted' }, { type: 'Ended' })
    const strict = story.and(moveTo(to)).in(to)
    const loose = aProcedure(['draft', aTask('check', { lane: 'team' })], lanes)
    expect(only(strict.and(moveTo(loose)))).toMatchObject({ excluded: [], notWith: [] })
  })
})

describe('the clock of an open step after a move', () => {
  const timed = (over: Parameters<typeof aCheck>[0]) => aCheck({ duration: days(2), ...over })
  const story = given(timed({}), start({ at: '2026-11-23 08:00' }))
  const due = (to: ReturnType<typeof aCheck>, from = story) => {
    const [place] = planOf(from, to).places
    const moved = only(from.and(moveTo(to)))
    expect(moved.due).toEqual(place?.due)
    return [place?.clock, moved.due?.at ?? null, moved.due?.warnAt ?? null]
  }

  it('is kept where limit, warning and working time are the same', () => {
    expect(due(timed({ activity: 'Meneliti' }))).toEqual(['kept', at('2026-11-25 16:00'), null])
    const extended = story.and(extend('check', 1, 'workingDay'))
    expect(due(timed({ activity: 'Meneliti' }), extended)).toEqual(['kept', at('2026-11-26 16:00'), null])
  })

  it('is counted anew with the extensions given, and says that the version is why', () => {
    expect(due(timed({ duration: days(4) }))).toEqual(['recounted', at('2026-11-27 16:30'), null])
    const extended = story.and(extend('check', 1, 'workingDay'))
    expect(due(timed({ duration: days(4) }), extended)).toEqual(['recounted', at('2026-11-30 16:00'), null])
    expect(only(story.and(moveTo(timed({ duration: days(4) })))).due?.why.recomputed).toBe('version')
    expect(only(story.and(moveTo(timed({ activity: 'Meneliti' })))).due?.why.recomputed).toBeUndefined()
  })

  it('is counted anew for another warning, and for the hours of another unit', () => {
    const warned = timed({ deadline: { warn: { amount: 1, unit: 'workingDay' } } })
    expect(due(warned)).toEqual(['recounted', at('2026-11-25 16:00'), at('2026-11-24 07:30')])
    const lab = { id: 'lab', name: 'Laboratorium', holidays: [{ date: '2026-11-24', name: 'Hari jadi', kind: 'local' }] }
    const calendar = Calendar.parse({ ...aCalendar, units: [lab] })
    const definition = timed({})
    const here = givenIn({ definition, seats: fullOffice(definition), calendar }, start({ at: '2026-11-23 08:00' }))
    const lanes = [anApplicantLane(), aLane('officer', ['officer'], { calendarUnit: 'lab' })]
    expect(due(aCheck({ duration: days(2) }, { lanes }), here)).toEqual(['recounted', at('2026-11-26 16:00'), null])
  })

  it('is none where the version sets no limit, and begins where it sets one', () => {
    expect(due(aCheck())).toEqual(['none', null, null])
    const free = given(aCheck(), start({ at: '2026-11-23 08:00' }))
    expect(due(aCheck({ activity: 'Meneliti' }), free)).toEqual(['none', null, null])
    expect(due(timed({}), free)).toEqual(['recounted', at('2026-11-25 16:00'), null])
  })

  it('of the whole procedure follows the version', () => {
    const within = (amount: number) =>
      aProcedure(['check'], { limits: [{ duration: { ...days(amount), anchor: { kind: 'start' } } }] })
    const promised = given(within(3), start({ at: '2026-11-23 08:00' }))
    promised
      .when(moveTo(within(5)))
      .leadsTo(
        { type: 'Migrated' },
        { type: 'DeadlineSet', cause: 'migrated', due: { at: at('2026-11-30 16:00'), why: { recomputed: 'version' } } },
      )
    promised.when(moveTo(aProcedure(['check']))).leadsTo({ type: 'Migrated' }, { type: 'DeadlineSet', due: null })
  })
})

describe('the clock of the instance after a move', () => {
  const owing = aCheck({ lane: 'applicant', pausesClock: true })
  const free = aCheck({ lane: 'applicant' })

  it('stands still for a step that now stops it, and runs on where none does', () => {
    const running = given(free, start())
    running.when(moveTo(owing)).leadsTo({ type: 'Migrated' }, { type: 'ClockPaused', node: 'check' })
    const stopped = given(owing, start())
    stopped.when(moveTo(free)).leadsTo({ type: 'Migrated' }, { type: 'ClockResumed', node: 'check' })
    stopped.when(moveTo({ ...owing, notes: ['lain'] })).leadsTo({ type: 'Migrated' })
  })

  it('stays as it is while the instance is suspended', () => {
    const held = given(owing, start(), suspend('sengketa'))
    held.when(moveTo(free)).leadsTo({ type: 'Migrated' })
    const seats = [aSeat('officer', 'officer')]
    const vacant = givenIn({ definition: aCheck(), seats }, start(), suspend('x'))
    vacant.when(moveTo(aCheck({ lane: 'head' }))).leadsTo({ type: 'Migrated' })
  })

  it('runs on when the one branch that stopped it goes on at a step that does not', () => {
    const from = aFork(['a', aTask('b', { lane: 'applicant', pausesClock: true })], aJoin('j'))
    const to = aFork(['a', 'c'], aJoin('j'), {})
    const renamed = {
      ...to,
      flow: { ...to.flow, edges: to.flow.edges.map((edge) => (edge.id === 'p-c' ? { ...edge, id: 'p-b' as never } : edge)) },
    }
    given(from, start())
      .when(moveTo(renamed, { places: { 'p.1/p-b#b': 'c' } }))
      .leadsTo(
        { type: 'Migrated', tasks: [{ taskId: 't2' }], moves: [{ branch: 'p.1/p-b', from: 'b', to: 'c' }] },
        { type: 'TaskWithdrawn', taskId: 't3', because: 'migrated' },
        { type: 'TaskOpened', node: 'c', branch: 'p.1/p-b' },
        { type: 'ClockResumed', node: 'a' },
      )
  })
})

describe('openings after a move', () => {
  const wide = (...steps: string[]) => aFork(steps, aJoin('j', { quorum: { kind: 'atLeast', n: 2 } }))

  it('have the exits of the version when it has all that are still under way', () => {
    const story = given(wide('a', 'b', 'c'), start())
    expect(story.when(moveTo({ ...wide('a', 'b', 'c'), notes: ['x'] })).leadsTo({ type: 'Migrated' }).openings).toEqual(
      story.state.openings,
    )
    expect(planOf(story, wide('a', 'b'))).toMatchObject({ verdict: 'finish' })
  })

  it('need no branch any more that has ended and that the version does not have', () => {
    const drawn = (...steps: string[]) =>
      aFork(steps, aJoin('j'), { nodes: [anEnd('stop')], edges: steps.includes('c') ? [anEdge('c', 'stop')] : [] })
    const story = given(drawn('a', 'b', 'c'), start(), complete('c'))
    const to = drawn('a', 'b')
    const state = story.when(moveTo(to)).leadsTo({ type: 'Migrated', openings: [{ name: 'p.1', edges: ['p-a', 'p-b'] }] })
    expect(state.openings).toEqual({ 'p.1': { node: 'p', branch: '', edges: ['p-a', 'p-b'] } })
    const moved = story.and(moveTo(to)).in(to).and(complete('a'))
    moved
      .when(complete('b'))
      .leadsTo({ type: 'TaskCompleted' }, { type: 'BranchArrived' }, { type: 'BranchesJoined' }, { type: 'Ended' })
  })

  it('within a branch are bound as well', () => {
    const nested = (...inner: string[]) =>
      aProcedure([aParallel('p'), 'a', aParallel('q'), ...inner, aJoin('k'), aJoin('j')], {
        edges: [
          { id: 'p-a', from: 'p', to: 'a' },
          { id: 'p-q', from: 'p', to: 'q' },
          { id: 'a-j', from: 'a', to: 'j' },
          ...inner.flatMap((step) => [
            { id: `q-${step}`, from: 'q', to: step },
            { id: `${step}-k`, from: step, to: 'k' },
          ]),
          { id: 'k-j', from: 'k', to: 'j' },
        ],
      })
    const story = given(nested('x', 'y'), start())
    const moved = story.and(moveTo({ ...nested('x', 'y'), notes: ['lain'] }))
    expect(moved.state.openings).toEqual(story.state.openings)
    expect(moved.state.tokens).toEqual(story.state.tokens)
  })
})

describe('a move', () => {
  const story = given(aCheck(), start())

  it('needs a reason, another version, and that version', () => {
    story.when(moveTo(aCheck(), {}, { reason: ' ' })).isRefused('reason-required')
    story.when(moveTo(aCheck(), {}, { reason: 'x'.repeat(2001) })).isRefused('reason-too-long', { max: 2000 })
    const { command } = moveTo(aCheck())
    story.when({ command }).isRefused('version-unknown')
    const same = (from: object, to: object) => ({
      target: aCheck(),
      command: () => ({ type: 'Migrate', from, to, choices: { places: {}, clear: [] }, reason: 'x' }) as never,
    })
    story.when(same({ version: 1, digest: 'a' }, { version: 1, digest: 'a' })).isRefused('same-version')
    story.when(same({ version: 1, digest: 'a' }, { version: 1, digest: 'b' })).leadsTo({ type: 'Migrated' })
    story.when(same({ version: 1, digest: 'a' }, { version: 2, digest: 'a' })).leadsTo({ type: 'Migrated' })
  })

  it('keeps who made it, without a seat, and why', () => {
    story.when(moveTo(aCheck(), {}, { by: 'officer', reason: ' aturan baru ' })).leadsTo({
      type: 'Migrated',
      by: { kind: 'person', personId: 'officer', positionId: null, seat: null },
      from: { version: 1, digest: 'satu' },
      to: { version: 2, digest: 'dua' },
      reason: 'aturan baru',
      tasks: [{ taskId: 't2', clock: 'none', excluded: [], notWith: [] }],
      waits: [],
      incidents: [],
      openings: [],
      moves: [],
      cleared: [],
      values: {},
    })
  })

  it('of a flow with more ways to stand than anybody could judge is refused', () => {
    const line = (name: string) => Array.from({ length: 71 }, (_, i) => `${name}${i}`)
    const long = (...names: string[]) =>
      aProcedure([aParallel('p'), ...names.flatMap(line), aJoin('j')], {
        edges: names.flatMap((name) => [anEdge('p', `${name}0`), anEdge(`${name}70`, 'j')]),
      })
    const story = given(long('a', 'b'), start())
    story.when(moveTo(long('a', 'b'))).isRefused('stays-on-version', { why: 'too-many' })
    expect(planOf(given(long('a'), start()), long('a')).verdict).toBe('safe')
  })

  it('of an instance that was opened again stands where that could be', () => {
    const review = aProcedure(['draft', aReview('check', ['accept', 'reject'])])
    const again = given(review, start(), complete('draft'), sendBack('draft'))
    expect(planOf(again, review)).toMatchObject({ verdict: 'safe', places: [{ node: 'draft' }] })
  })
})

describe('values after a move', () => {
  const story = given(aCheck({}, asking('text', 'size')), start({ data: { size: 'kecil' } }))

  it('stay where the field is the same, or still takes them', () => {
    expect(planOf(story, aCheck({}, asking('text', 'size')))).toMatchObject({ verdict: 'safe', misfits: [], hidden: [] })
    expect(planOf(story, aCheck({}, asking('text', 'size', { maxLength: 5 })))).toMatchObject({ verdict: 'safe', misfits: [] })
    expect(planOf(story, aCheck({}, asking('text', 'size', { label: 'Ukuran', required: true })))).toMatchObject({ misfits: [] })
    const shown = asking('text', 'size', { visibleWhen: { kind: 'field', field: 'size', op: 'is', value: 'lain' } as never })
    expect(planOf(story, aCheck({}, shown))).toMatchObject({ misfits: [] })
  })

  it('do not fit where the field takes them no more', () => {
    expect(planOf(story, aCheck({}, asking('text', 'size', { maxLength: 4 })))).toMatchObject({
      verdict: 'choice',
      misfits: ['size'],
      hidden: [],
      places: [{ kept: true, needs: null }],
    })
  })

  it('stay on record, shown no more, where the version has no field for them', () => {
    const to = aCheck({}, asking('text', 'other'))
    expect(planOf(story, to)).toMatchObject({ verdict: 'safe', misfits: [], hidden: ['size'] })
    expect(story.when(moveTo(to)).leadsTo({ type: 'Migrated', cleared: [], values: {} }).data).toEqual({ size: 'kecil' })
    const moved = story.and(moveTo(to)).in(to)
    expect(planOf(moved, aCheck({}, asking('text', 'other'))).hidden).toEqual([])
  })

  it('that nobody agreed to clear are named, the first of them', () => {
    const both = { forms: [aForm('f', aField('text', 'size'), aField('text', 'title'))] }
    const numbers = { forms: [aForm('f', aField('number', 'size'), aField('number', 'title'))] }
    const filled = given(aCheck({}, both), start({ data: { size: 'a', title: 'b' } }))
    const to = aCheck({}, numbers)
    expect(planOf(filled, to).misfits).toEqual(['size', 'title'])
    filled.when(moveTo(to, { clear: ['size'] })).isRefused('clearing-not-agreed', { field: 'title' })
    const state = filled
      .when(moveTo(to, { clear: ['title', 'size', 'else'] }))
      .leadsTo({ type: 'Migrated', cleared: ['size', 'title'], values: { size: 'a', title: 'b' } })
    expect(state.data).toEqual({})
  })
})
