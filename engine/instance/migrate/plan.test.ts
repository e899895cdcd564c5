import { describe, expect, it, vi } from 'vitest'
import { Calendar } from '#engine/calendar/schema.ts'
import {
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anOutcome,
  aParallel,
  aStart,
  aTask,
  aWait,
  type NodeInput,
  type TaskInput,
} from '#test/builders/definition.ts'
import {
  type Act,
  claim,
  complete,
  given,
  givenIn,
  type Outcome,
  recount,
  resume,
  type Story,
  start,
  suspend,
} from '#test/engine/given.ts'
import { aCalendar, aSeat, at, person } from '#test/engine/office.ts'
import { aFork, aProcedure, asking, moveTo, one, planOf, takeBack, two } from '#test/engine/versions.ts'
import { replay } from '../evolve.ts'
import type { Event } from '../messages.ts'
import { Reach } from './reach.ts'

/** An applicant asks, the steps named follow each other, it ends; the first form has one field. */
const procedure = (
  steps: readonly string[],
  over: Record<string, Partial<TaskInput>> = {},
  field: 'text' | 'number' | null = 'text',
) =>
  aProcedure(
    steps.map((id) => aTask(id, over[id])),
    field ? asking(field, 'size') : {},
  )

describe('an instance that can move as it is', () => {
  const from = procedure(['check', 'sign'])
  const story = given(from, start({ data: { size: 'kecil' } }), claim('check'))

  it('keeps its task, with whoever has taken it, where only words have changed', () => {
    const to = procedure(['check', 'sign'], { check: { activity: 'Meneliti berkas' } })
    expect(planOf(story, to)).toMatchObject({ verdict: 'safe', places: [{ node: 'check', kept: true, clock: 'none' }] })
    const state = story.when(moveTo(to)).leadsTo({ type: 'Migrated', from: one, to: two, moves: [] })
    expect(state.open).toEqual(story.state.open)
    expect(state.open[0]?.claimedBy).toBe('officer')
  })

  it('keeps who has taken which part of joint work, also when it is taken back', () => {
    const joint = (words: string) =>
      procedure(['sign'], { sign: { activity: words, jointLanes: ['head'], quorum: { kind: 'all' } } }, null)
    const taken = given(joint('Menandatangani'), start(), claim('sign', { by: 'officer' }))
    const to = joint('Membubuhkan tanda tangan')
    const moved = taken
      .and(moveTo(to))
      .in(to)
      .and(claim('sign', { by: 'head' }))
    const takers = ({ state }: Story) => state.open[0]?.parties.map(({ claimedBy }) => claimedBy)
    expect([takers(taken), takers(moved)]).toEqual([
      ['officer', null],
      ['officer', 'head'],
    ])
    expect(takers(moved.and(takeBack(joint('Menandatangani'))))).toEqual(['officer', 'head'])
  })

  it('gives back what somebody has taken where one performer becomes several', () => {
    const joint = procedure(['check', 'sign'], { check: { jointLanes: ['head'], quorum: { kind: 'all' } } })
    const moved = story.and(moveTo(joint)).in(joint)
    expect(moved.state.open[0]).toMatchObject({ claimedBy: null, parties: [{ claimedBy: null }, { claimedBy: null }] })
    expect(moved.and(takeBack(from)).state.open[0]).toMatchObject({ claimedBy: 'officer', parties: [] })
  })

  it('is judged by what is known already of the version, where many go to it', () => {
    const to = procedure(['check', 'sign', 'file'])
    const reach = new Reach(to)
    const asked = vi.spyOn(reach, 'of')
    const other = given(from, start({ data: { size: 'besar' } }), complete('check'))
    for (const one of [story, other]) one.when({ ...moveTo(to), reach }).leadsTo({ type: 'Migrated' })
    const answers = asked.mock.results.map(({ value }) => value)
    expect(answers.length).toBeGreaterThan(1)
    expect(new Set(answers).size).toBe(1)
  })

  it('is judged anew where what is known is of another version', () => {
    const to = procedure(['verify', 'sign'])
    const reach = new Reach(from)
    story
      .when({ ...moveTo(to, { places: { '#check': 'verify' } }), reach })
      .leadsTo({ type: 'Migrated' }, { type: 'TaskWithdrawn' }, { type: 'TaskOpened' })
    story.when({ ...moveTo(to), reach }).isRefused('choice-required')
  })

  it('has a step that comes later before it like any other', () => {
    const to = procedure(['check', 'number', 'sign'])
    expect(planOf(story, to).verdict).toBe('safe')
    expect(story.when(moveTo(to)).leadsTo({ type: 'Migrated' }).open[0]?.node).toBe('check')
  })

  it('is called by the new version’s performers', () => {
    const to = procedure(['check', 'sign'], { check: { lane: 'head' } })
    expect(planOf(story, to)).toMatchObject({ verdict: 'safe', places: [{ otherPerformers: true }] })
    const state = story.when(moveTo(to)).leadsTo({ type: 'Migrated' })
    expect(state.open[0]?.candidates).toEqual([{ kind: 'position', positionId: 'head' }])
  })

  it('tells which fields of an open form are new, gone or changed', () => {
    const before = procedure(['check'], { check: { form: 'g' } })
    const withForm = (...fields: Parameters<typeof aForm>[1][]) => ({
      ...before,
      forms: aDefinition({ forms: [aForm('f', aField('text', 'size')), aForm('g', ...fields)] }).forms,
    })
    const asked = withForm(aField('text', 'a'), aField('text', 'b'))
    const to = withForm(aField('number', 'b'), aField('text', 'c'))
    const [place] = planOf(given(asked, start({ data: {} })), to).places
    expect(place?.form).toEqual({ added: ['c'], removed: ['a'], changed: ['b'] })
  })
})

describe('the clock of a task that stays', () => {
  const limited = (days: number) =>
    procedure(['check'], { check: { duration: { amount: days, unit: 'workingDay', maximum: false } } }, null)
  const story = given(limited(2), start({ at: '2026-11-23 08:00' }))

  it('is kept where the limit is the same', () => {
    const to = { ...limited(2), notes: ['lain'] }
    expect(planOf(story, to)).toMatchObject({ places: [{ clock: 'kept' }] })
    const state = story.when(moveTo(to)).leadsTo({ type: 'Migrated', tasks: [{ clock: 'kept' }] })
    expect(state.open[0]?.due).toEqual(story.state.open[0]?.due)
  })

  it('is counted anew from the opening where the limit is another one', () => {
    const state = story.when(moveTo(limited(5))).leadsTo({ type: 'Migrated', tasks: [{ clock: 'recounted' }] })
    expect(state.open[0]?.due?.at).toBe(at('2026-11-30 16:00'))
  })
})

describe('an instance that needs a choice', () => {
  it('names the step that is gone and where it may go on', () => {
    const story = given(procedure(['check', 'sign'], {}, null), start())
    const to = procedure(['verify', 'sign'], {}, null)
    expect(planOf(story, to)).toMatchObject({
      verdict: 'choice',
      places: [{ key: '#check', needs: 'gone', options: ['apply', 'verify', 'sign'] }],
    })
    story.when(moveTo(to)).isRefused('choice-required', { node: 'check' })
    story.when(moveTo(to, { places: { '#check': 'nowhere' } })).isRefused('choice-unknown')
    const state = story
      .when(moveTo(to, { places: { '#check': 'verify' } }))
      .leadsTo(
        { type: 'Migrated', moves: [{ branch: '', from: 'check', to: 'verify' }] },
        { type: 'TaskWithdrawn', because: 'migrated' },
        { type: 'TaskOpened', node: 'verify' },
      )
    expect(state.open.map(({ node }) => node)).toEqual(['verify'])
  })

  it('asks whether a step that the version has before it is done first', () => {
    const story = given(procedure(['sign'], {}, null), start())
    const to = procedure(['check', 'sign'], {}, null)
    expect(planOf(story, to)).toMatchObject({
      verdict: 'choice',
      places: [{ needs: 'steps-before', notDone: ['check'], options: ['sign', 'check'] }],
    })
    story.when(moveTo(to, { places: { '#sign': 'sign' } })).leadsTo({ type: 'Migrated', moves: [] })
    const first = story
      .when(moveTo(to, { places: { '#sign': 'check' } }))
      .leadsTo({ type: 'Migrated' }, { type: 'TaskWithdrawn' }, { type: 'TaskOpened' })
    expect(first.open[0]?.node).toBe('check')
  })

  it('names values that do not fit any more, and clears them only when somebody agrees', () => {
    const story = given(procedure(['check']), start({ data: { size: 'kecil' } }))
    const to = procedure(['check'], {}, 'number')
    expect(planOf(story, to)).toMatchObject({ verdict: 'choice', misfits: ['size'] })
    story.when(moveTo(to)).isRefused('clearing-not-agreed', { field: 'size' })
    const state = story
      .when(moveTo(to, { clear: ['size'] }))
      .leadsTo({ type: 'Migrated', cleared: ['size'], values: { size: 'kecil' } })
    expect(state.data).toEqual({})
  })

  it('keeps out of the rest of joint work who did a part, and whom a delegate did it for (V11)', () => {
    const joint = (activity: string) =>
      procedure(['check'], { check: { activity, jointLanes: ['head'], quorum: { kind: 'all' } } }, null)
    const lent = { kind: 'delegate', for: { personId: person('asha'), name: 'Asha' } } as const
    const seats = [
      aSeat('officer', 'asha'),
      aSeat('head', 'dewi'),
      aSeat('head', 'asha', { kind: 'plt' }),
      aSeat('officer', 'budi', lent),
    ]
    const story = givenIn({ definition: joint('Meneliti'), seats }, start(), complete('check', 'submit', { by: 'budi' }))
    const to = joint('Memeriksa')
    const moved = story
      .and(moveTo(to))
      .in(to)
      .withSeats([...seats, aSeat('head', 'budi', { kind: 'plh' })])
    expect(moved.state.open[0]?.excluded).toEqual(story.state.open[0]?.excluded)
    moved.when(complete('check', 'submit', { by: 'asha' })).isRefused('four-eyes')
    moved.when(complete('check', 'submit', { by: 'budi' })).isRefused('part-done')
    moved
      .when(complete('check', 'submit', { by: 'dewi' }))
      .leadsTo({ type: 'PartCompleted' }, { type: 'TaskCompleted' }, { type: 'Ended' })
  })

  it('has joint work begun anew where others would do it', () => {
    const joint = (lanes: string[]) => procedure(['check'], { check: { jointLanes: lanes, quorum: { kind: 'all' } } }, null)
    const both = { ...joint(['head']), notes: [] }
    const story = given(both, start(), complete('check', 'submit', { by: 'officer' }))
    const to = procedure(['check'], { check: { jointLanes: ['head'], quorum: { kind: 'any' } } }, null)
    expect(planOf(story, to)).toMatchObject({
      verdict: 'choice',
      places: [{ needs: 'other-parties', options: ['check', 'apply'] }],
    })
    const state = story
      .when(moveTo(to, { places: { '#check': 'check' } }))
      .leadsTo({ type: 'Migrated' }, { type: 'TaskWithdrawn' }, { type: 'TaskOpened' })
    expect(state.open[0]).toMatchObject({ node: 'check', parts: [] })
  })
})

describe('an instance that is finished on the version it has', () => {
  const sideBySide = (join: NodeInput, ...more: string[]) => aFork(['a', 'b', ...more], join)

  it('is in branches that the version does not have', () => {
    const story = given(sideBySide(aJoin('j')), start())
    const to = aDefinition()
    expect(planOf(story, to)).toMatchObject({ verdict: 'finish', why: 'unreachable' })
    story.when(moveTo(to)).isRefused('stays-on-version', { why: 'unreachable' })
  })

  it('is in all branches but one that the version has more', () => {
    expect(planOf(given(sideBySide(aJoin('j')), start()), sideBySide(aJoin('j'), 'c'))).toMatchObject({ verdict: 'finish' })
  })

  it('waits at a join where the version would have gone on', () => {
    const story = given(sideBySide(aJoin('j')), start(), complete('a'))
    const any = sideBySide(aJoin('j', { quorum: { kind: 'any' } }))
    expect(planOf(story, any)).toMatchObject({ verdict: 'choice', places: [{ node: 'b' }, { node: 'j', needs: 'not-there' }] })
    story.when(moveTo(any, { places: { 'p.1/p-a#j': 'a' } })).leadsTo({ type: 'Migrated' }, { type: 'TaskOpened', node: 'a' })
  })

  it('keeps its branches where both versions have them', () => {
    const story = given(sideBySide(aJoin('j')), start(), complete('a'))
    const to = { ...sideBySide(aJoin('j')), notes: ['lain'] }
    expect(planOf(story, to).verdict).toBe('safe')
    const moved = story.and(moveTo(to))
    expect(new Set(moved.state.tokens)).toEqual(new Set(story.state.tokens))
  })

  it('is refused when it has ended, or is on that version already', () => {
    const from = procedure(['check'], {}, null)
    const story = given(from, start())
    story
      .when({
        ...moveTo(from),
        command: () => ({ type: 'Migrate', from: two, to: two, choices: { places: {}, clear: [] }, reason: 'x' }),
      })
      .isRefused('same-version')
    story.when({ command: moveTo(from).command }).isRefused('version-unknown')
    story.and(complete('check')).when(moveTo(from)).isRefused('not-running')
  })
})

describe('taking a move back', () => {
  const from = procedure(['check', 'sign'], {}, null)
  const to = procedure(['verify', 'sign'], {}, null)
  const moved: Story = given(from, start({ at: '2026-11-23 08:00' }))
    .and(moveTo(to, { places: { '#check': 'verify' } }))
    .in(to)
  const back = (outcome: Outcome) =>
    outcome.leadsTo({ type: 'TaskWithdrawn' }, { type: 'TaskOpened', node: 'check' }, { type: 'MigrationUndone', to: one })

  it('opens the step again that had been left', () => {
    const state = back(moved.when(takeBack(from)))
    expect(state.open).toMatchObject([{ node: 'check', round: 1, openedAt: at('2026-11-23 08:00') }])
    expect(state.rounds).toEqual({ apply: 1, check: 1 })
  })

  it('may follow when somebody has only taken the work up', () => {
    back(moved.and(claim('verify')).when(takeBack(from)))
  })

  it('is refused once somebody has gone on, a second time, and after a week', () => {
    moved.and(complete('verify')).when(takeBack(from)).isRefused('no-migration')
    moved.and(takeBack(from)).in(from).when(takeBack(from)).isRefused('no-migration')
    moved.when(takeBack(from, { at: '2026-12-01 08:00' })).isRefused('undo-too-late', { days: 7 })
  })

  it('needs the version that was left', () => {
    const other: Act = {
      target: from,
      command: () => ({ type: 'UndoMigration', from: two, to: { version: 7, digest: 'x' }, reason: 'x' }),
    }
    moved.when(other).isRefused('version-unknown')
  })

  it.each([
    ['stood still and was let run', true, false],
    ['ran and was stopped', false, true],
  ])('has the clock that %s as if nothing had been moved, with the due moment', (_what, before, after) => {
    const owing = (pausesClock: boolean) => ({
      ...procedure(['reply'], { reply: { lane: 'applicant', pausesClock } }, null),
      components: aDefinition({
        limits: [{ duration: { amount: 5, unit: 'workingDay', anchor: { kind: 'start' }, maximum: true } }],
      }).components,
    })
    const stood = given(owing(before), start({ at: '2026-11-23 08:00' }))
    const other = stood.and(moveTo(owing(after), {}, { at: '2026-11-24 08:00' })).in(owing(after))
    const again = other.and(takeBack(owing(before), { at: '2026-11-26 08:00' })).state
    expect(other.state.paused.since === null).toBe(before)
    expect([again.paused, again.due]).toEqual([stood.state.paused, stood.state.due])
  })

  it('has the clock as it was also where the record stops it once more', () => {
    const owing = procedure(['reply'], { reply: { lane: 'applicant', pausesClock: true } }, null)
    const plain = procedure(['reply'], { reply: { lane: 'applicant' } }, null)
    const stood = given(owing, start({ at: '2026-11-23 08:00' }))
    const back = stood
      .and(moveTo(plain, {}, { at: '2026-11-24 08:00' }))
      .in(plain)
      .and(takeBack(owing))
    const paused = { type: 'ClockPaused', at: back.now, node: 'reply' } as unknown as Event
    expect(replay([...back.events, paused]).paused).toEqual(stood.state.paused)
  })

  it('leaves the clock standing while the instance is suspended', () => {
    const owing = procedure(['reply'], { reply: { lane: 'applicant', pausesClock: true } }, null)
    const plain = procedure(['reply'], { reply: { lane: 'applicant' } }, null)
    const held = given(plain, start({ at: '2026-11-23 08:00' }))
      .and(moveTo(owing, {}, { at: '2026-11-24 08:00' }))
      .in(owing)
      .and(suspend('sengketa', { at: '2026-11-25 08:00' }))
      .and(takeBack(plain, { at: '2026-11-26 08:00' }))
      .in(plain)
    expect(held.state.paused).toEqual({ since: at('2026-11-25 08:00'), total: 0, spans: [] })
    const gone = held.and(resume({ at: '2026-11-27 08:00' }))
    expect(gone.state.paused.spans).toEqual([{ from: at('2026-11-25 08:00'), to: at('2026-11-27 08:00') }])
  })

  it('keeps what a holiday declared meanwhile has moved: the steps, the waits and the whole', () => {
    const long = { amount: 2, unit: 'workingDay', anchor: { kind: 'entered' }, maximum: false } as const
    const version = (activity: string) =>
      aDefinition({
        lanes: [anApplicantLane(), aLane('officer')],
        nodes: [
          aStart(),
          aTask('apply', { lane: 'applicant' }),
          aParallel('p'),
          aTask('check', { activity, duration: long }),
          aWait('letter', { until: { kind: 'duration', duration: long } }),
          aJoin('j'),
          anEnd(),
        ],
        edges: [
          ...[anEdge('start', 'apply'), anEdge('apply', 'p'), anEdge('p', 'check'), anEdge('p', 'letter')],
          ...[anEdge('check', 'j'), anEdge('letter', 'j'), anEdge('j', 'end')],
        ],
        limits: [{ duration: { ...long, anchor: { kind: 'start' } } }],
      })
    const declared = { ...aCalendar, holidays: [...aCalendar.holidays, { date: '2026-11-24', name: 'Pilkada', kind: 'local' }] }
    const [first, second] = [version('Meneliti'), version('Memeriksa')]
    const dues = ({ open, waits, due }: Story['state']) => [open[0]?.due, waits[0]?.due, due]
    const moved = given(first, start({ at: '2026-11-23 08:00' }))
      .and(moveTo(second))
      .in(second)
    const told = moved.withCalendar(Calendar.parse(declared)).and(recount())
    const back = told.and(takeBack(first)).state
    for (const due of dues(back)) expect(due).toMatchObject({ at: at('2026-11-26 16:00'), why: { recomputed: 'calendar' } })
    const unheard = moved.withCalendar(Calendar.parse(declared)).and(takeBack(first)).state
    expect(dues(unheard)).toEqual(dues(back))
  })

  it('brings back the values that were cleared', () => {
    const texts = procedure(['check'])
    const numbers = procedure(['check'], {}, 'number')
    const cleared = given(texts, start({ data: { size: 'kecil' } }))
      .and(moveTo(numbers, { clear: ['size'] }))
      .in(numbers)
    expect(cleared.when(takeBack(texts)).leadsTo({ type: 'MigrationUndone' }).data).toEqual({ size: 'kecil' })
  })
})

it('goes on in the new version to its end', () => {
  const from = procedure(['check'], {}, null)
  const plain = procedure(['check'], { check: { outcomes: [anOutcome('submit')] } }, null)
  expect(given(from, start()).and(moveTo(plain)).in(plain).and(complete('check')).state.status).toBe('completed')
})
