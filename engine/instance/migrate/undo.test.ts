import { describe, expect, it } from 'vitest'
import { aCall, aDecision, aJoin, anEdge, aTask, aWait } from '#test/builders/definition.ts'
import {
  cancel,
  claim,
  complete,
  correct,
  delegate,
  extend,
  given,
  givenIn,
  recount,
  report,
  resolve,
  resume,
  sendBack,
  start,
  suspend,
  tick,
} from '#test/engine/given.ts'
import { aCalendar, aSeat, at } from '#test/engine/office.ts'
import { aCheck, aFork, aProcedure, asking, moveTo, one, takeBack, two } from '#test/engine/versions.ts'

const days = (amount: number) => ({ amount, unit: 'workingDay' }) as const

describe('a move taken back', () => {
  const from = aProcedure(['check', 'sign'])
  const to = aProcedure(['check', 'number', 'sign'])
  const began = at('2026-11-23 08:00')
  const moved = given(from, start({ at: began }))
    .and(moveTo(to))
    .in(to)

  it('needs a reason, and keeps it with who took it back', () => {
    moved.when(takeBack(from, { reason: ' ' })).isRefused('reason-required')
    moved.when(takeBack(from, { reason: 'x'.repeat(2001) })).isRefused('reason-too-long', { max: 2000 })
    const state = moved.when(takeBack(from, { by: 'officer', reason: ' keliru ' })).leadsTo({
      type: 'MigrationUndone',
      by: { kind: 'person', personId: 'officer', positionId: null },
      from: two,
      to: one,
      tasks: [],
      waits: [],
      reason: 'keliru',
    })
    expect(state.migration).toBeNull()
  })

  it('must follow within seven days, to the millisecond', () => {
    const week = moved.state.migration?.at ?? 0
    moved.when(takeBack(from, { at: week + 7 * 86_400_000 })).leadsTo({ type: 'MigrationUndone' })
    moved.when(takeBack(from, { at: week + 7 * 86_400_000 + 1 })).isRefused('undo-too-late', { days: 7 })
  })

  it('goes to the very version that was left, which the caller brings', () => {
    const undo = (version: number, digest: string) => ({
      target: from,
      command: () => ({ type: 'UndoMigration', from: two, to: { version, digest }, reason: 'x' }) as const,
    })
    moved.when(undo(1, 'lain')).isRefused('version-unknown')
    moved.when(undo(2, 'satu')).isRefused('version-unknown')
    moved.when({ command: undo(1, 'satu').command }).isRefused('version-unknown')
    moved.when(undo(1, 'satu')).leadsTo({ type: 'MigrationUndone' })
    moved.and(cancel('x')).when(takeBack(from)).isRefused('not-running')
    given(from).when(takeBack(from)).isRefused('not-started')
  })

  it('leaves what deadlines have done since, and who has taken the work up', () => {
    const timed = aCheck({ duration: days(1) })
    const renamed = aCheck({ duration: days(1), activity: 'Meneliti' })
    const late = given(timed, start({ at: began }))
      .and(moveTo(renamed))
      .in(renamed)
      .and(claim('check'))
      .and(tick('2026-11-25 08:00'))
    const state = late.when(takeBack(timed)).leadsTo({ type: 'MigrationUndone' })
    expect(state.open).toMatchObject([{ claimedBy: 'officer', acts: [{ act: 'missed' }, { act: 'escalated' }] }])
  })

  const joint = { jointLanes: ['head'], quorum: { kind: 'all' as const } }
  const asked = { kind: 'field', field: 'size', op: 'is', value: 'besar' } as const

  it.each([
    ['completes it', 'check', complete('check')],
    ['does a part of it', aTask('check', joint), complete('check', 'submit', { by: 'head' })],
    ['hands it over', 'check', delegate('check', 'head')],
    ['gives it more time', aTask('check', { duration: days(1) }), extend('check', 1, 'workingDay')],
    ['sends it back', 'check', sendBack('apply')],
    ['mends what was entered', 'check', correct({ size: 'besar' })],
    ['reports what it waits for', aWait('check'), report('check')],
    ['decides what the machine could not', aDecision('check'), resolve('check-sign')],
  ] as const)('is refused once somebody %s', (_what, node, act) => {
    const drawn = (last: string) =>
      aProcedure([node, 'sign', last], {
        ...asking('text', 'size'),
        ...(typeof node !== 'string' && node.kind === 'decision' ? { edges: [anEdge('check', 'sign', { when: asked })] } : {}),
      })
    const moved = given(drawn('file'), start({ data: { size: 'kecil' } }))
      .and(moveTo(drawn('keep')))
      .in(drawn('keep'))
    moved.when(takeBack(drawn('file'))).leadsTo({ type: 'MigrationUndone' })
    expect(moved.state.migration).not.toBeNull()
    moved
      .and(act)
      .when(takeBack(drawn('file')))
      .isRefused('no-migration')
  })

  it('is refused once a wait has begun that had lacked its hours', () => {
    const hold = aWait('hold', { until: { kind: 'duration', duration: days(2) } })
    const [before, after] = [aProcedure([hold, 'sign']), aProcedure([hold, 'sign', 'keep'])]
    const hourless = { definition: before, seats: [aSeat('officer', 'asha')], calendar: { ...aCalendar, schedules: [] } }
    const stuck = givenIn(hourless, start()).and(moveTo(after)).in(after)
    stuck.when(takeBack(before)).leadsTo({ type: 'MigrationUndone' })
    const begun = stuck.withCalendar(aCalendar).and(recount())
    expect(begun.state).toMatchObject({ incidents: [], waits: [{ node: 'hold' }], migration: null })
    begun.when(takeBack(before)).isRefused('no-migration')
  })

  it('is refused once a suspension has ended, but not while it lasts', () => {
    const held = moved.and(suspend('sengketa'))
    held.when(takeBack(from)).leadsTo({ type: 'MigrationUndone' })
    held.and(resume()).when(takeBack(from)).isRefused('no-migration')
    expect(moved.and(cancel('x')).state.migration).toBeNull()
  })
})

describe('what a move had withdrawn', () => {
  it('of joint work opens with those who do it, their parts and its time', () => {
    const joint = aCheck({ jointLanes: ['head'], quorum: { kind: 'all' }, duration: days(2), pausesClock: true })
    const to = aProcedure(['verify'])
    const half = given(joint, start({ at: '2026-11-23 08:00' }), complete('check', 'submit', { by: 'officer' }))
    const [task] = half.state.open
    const moved = half.and(moveTo(to, { places: { '#check': 'verify' } })).in(to)
    const state = moved.when(takeBack(joint)).leadsTo(
      { type: 'TaskWithdrawn', taskId: 't3', because: 'migrated' },
      {
        type: 'TaskOpened',
        taskId: 't4',
        node: 'check',
        branch: '',
        round: 1,
        candidates: [{ positionId: 'head' }],
        excluded: ['officer'],
        parties: [{ id: 'officer' }, { id: 'head' }],
        needed: 2,
        due: { at: at('2026-11-25 16:00') },
        pausesClock: true,
      },
      { type: 'MigrationUndone', tasks: [{ was: 't2', now: 't4' }] },
    )
    expect(state.open).toEqual([{ ...task, taskId: 't4' }])
    expect(state.closedTasks).toEqual(['t1', 't2', 't3'])
  })

  it('of one performer opens without parties', () => {
    const moved = given(aCheck(), start()).and(moveTo(aProcedure(['verify']), { places: { '#check': 'verify' } }))
    const decision = moved.in(aProcedure(['verify'])).decide(takeBack(aCheck()))
    if (!decision.ok) throw new Error('refused')
    const opened = decision.events.find(({ type }) => type === 'TaskOpened')
    expect(opened).not.toHaveProperty('parties')
    expect(opened).not.toHaveProperty('needed')
  })

  it('of a wait begins anew with the same end', () => {
    const from = aProcedure([aWait('hold', { until: { kind: 'duration', duration: days(2) }, pausesClock: true })])
    const to = aCheck()
    const moved = given(from, start({ at: '2026-11-23 08:00' }))
      .and(moveTo(to, { places: { '#hold': 'check' } }))
      .in(to)
    const decided = moved.decide(takeBack(from))
    if (!decided.ok) throw new Error('refused')
    expect(decided.events.find(({ type }) => type === 'WaitBegan')).not.toHaveProperty('call')
    const state = moved.when(takeBack(from, { at: '2026-11-24 08:00' })).leadsTo(
      { type: 'TaskWithdrawn', taskId: 't3', because: 'migrated' },
      {
        type: 'WaitBegan',
        waitId: 't4',
        node: 'hold',
        branch: '',
        kind: 'time',
        due: { at: at('2026-11-25 16:00') },
        pausesClock: true,
      },
      { type: 'MigrationUndone', tasks: [], waits: [{ was: 't2', now: 't4' }] },
    )
    expect(state.waits).toMatchObject([{ waitId: 't4', since: at('2026-11-23 08:00') }])
  })

  it('of a call is called once more, with what is known now', () => {
    const calling = aProcedure(
      [aCall('ask', { standard: { slug: 'rekomendasi', version: 3 }, passes: [{ from: 'size', to: 'area' }] })],
      asking('text', 'size'),
    )
    const to = aCheck({}, asking('text', 'size'))
    const moved = given(calling, start({ data: { size: 'kecil' } }))
      .and(moveTo(to, { places: { '#ask': 'check' } }))
      .in(to)
    moved
      .when(takeBack(calling))
      .leadsTo(
        { type: 'TaskWithdrawn' },
        { type: 'WaitBegan', waitId: 't4', kind: 'call', call: { slug: 'rekomendasi', version: 3, data: { area: 'kecil' } } },
        { type: 'MigrationUndone', waits: [{ was: 't2', now: 't4' }] },
      )
  })

  it('of an incident stands again, with the exits it had', () => {
    const from = aProcedure(['check', aDecision('which'), 'sign'], {
      edges: [anEdge('which', 'sign', { when: { kind: 'outcome', node: 'sign', is: 'submit' } })],
    })
    const to = aProcedure(['check', 'sign'])
    const stuck = given(from, start(), complete('check'))
    const moved = stuck.and(moveTo(to, { places: { '#which': 'sign' } })).in(to)
    expect(moved.state.incidents).toEqual([])
    expect(moved.and(takeBack(from)).state.incidents).toEqual(stuck.state.incidents)
  })

  it('of a step that nobody could do names the task that opens', () => {
    const from = aCheck({ lane: 'head' })
    const vacant = givenIn({ definition: from, seats: [aSeat('officer', 'officer')] }, start())
    const to = aProcedure(['verify'])
    const moved = vacant.and(moveTo(to, { places: { '#check': 'verify' } })).in(to)
    const back = moved.and(takeBack(from)).state
    expect(back.incidents).toMatchObject([{ code: 'nobody-to-act', node: 'check', taskId: back.open[0]?.taskId }])
    expect(back.incidents).toHaveLength(1)
  })

  it('at a join waits there again', () => {
    const from = aFork(['a', 'b'], aJoin('j'))
    const to = aFork(['a', 'b'], aJoin('k'))
    const half = given(from, start(), complete('a'))
    const moved = half.and(moveTo(to, { places: { 'p.1/p-a#j': 'a' } })).in(to)
    const back = moved.and(takeBack(from)).state
    expect([back.arrived, back.openings, back.tokens.toSorted(), back.rounds]).toEqual([
      half.state.arrived,
      half.state.openings,
      half.state.tokens.toSorted(),
      half.state.rounds,
    ])
    expect(back.open).toEqual(half.state.open)
  })
})
