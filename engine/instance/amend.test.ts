import { describe, expect, it } from 'vitest'
import {
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aParallel,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import {
  cancel,
  claim,
  complete,
  correct,
  extend,
  given,
  givenIn,
  recount,
  reopen,
  resolve,
  resume,
  sendBack,
  start,
  suspend,
  tick,
} from '#test/engine/given.ts'
import { aCalendar, at, fullOffice } from '#test/engine/office.ts'
import { Calendar } from '../calendar/schema.ts'
import { limits } from '../definition/limits.ts'

const days = (amount: number, anchor: 'start' | 'entered' = 'entered') =>
  ({ amount, unit: 'workingDay', anchor: { kind: anchor } }) as const
const isClass = (value: string) => ({ kind: 'field', field: 'class', op: 'is', value })

/** Processing takes three working days; the whole ten, or five for class b. */
const permit = aDefinition({
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant', form: 'f' }),
    aTask('process', { duration: days(3) }),
    aTask('file'),
    anEnd(),
  ],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'process'), anEdge('process', 'file'), anEdge('file', 'end')],
  forms: [
    aForm(
      'f',
      aField('choice', 'class'),
      aField('number', 'area', { visibleWhen: isClass('c') }),
      aField('choices', 'kinds'),
      aField('text', 'title', { maxLength: 10 }),
    ),
  ],
  limits: [{ when: isClass('b'), duration: days(5, 'start') }, { duration: days(10, 'start') }],
})
/** An office that never closes, and a step of two of its days. */
const always = [['00:00', '24:00']]
const week = { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always }
const ward = Calendar.parse({ zone: 'Asia/Jakarta', schedules: [{ from: '2020-01-01', week }] })
const twoDays = aDefinition({
  nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aTask('process', { duration: days(2) }), anEnd()],
})
const begun = given(permit, start({ data: { class: 'a', kinds: ['a', 'b'], title: 'Warung' } }))

describe('a suspended instance', () => {
  const stopped = begun.and(suspend('menunggu putusan', { at: '2026-11-24 09:00' }))

  it('is stopped with a reason, by somebody who stays on record', () => {
    begun.when(suspend(' ')).isRefused('reason-required')
    const state = begun
      .when(suspend('menunggu putusan', { at: '2026-11-24 09:00' }))
      .leadsTo({ type: 'Suspended', by: { kind: 'person', personId: 'officer', seat: null }, reason: 'menunggu putusan' })
    expect(state).toMatchObject({
      suspended: { since: at('2026-11-24 09:00'), by: { personId: 'officer' }, reason: 'menunggu putusan' },
      paused: { since: at('2026-11-24 09:00'), total: 0, spans: [] },
      open: [{ node: 'process' }],
    })
    stopped.when(suspend('lagi')).isRefused('suspended')
    given(permit).when(suspend('x')).isRefused('not-started')
    begun.and(cancel('x')).when(suspend('x')).isRefused('not-running', { status: 'cancelled' })
  })

  it('lets nobody work and no clock act, but may be cancelled and corrected', () => {
    stopped.when(complete('process')).isRefused('suspended')
    stopped.when(claim('process')).isRefused('suspended')
    stopped.when(sendBack('apply')).isRefused('suspended')
    stopped.when(resolve('process-file')).isRefused('suspended')
    stopped.when(tick('2027-01-04 08:00')).leadsTo()
    stopped
      .withCalendar({ ...aCalendar, holidays: [] })
      .when(recount('2026-11-24 10:00'))
      .leadsTo()
    stopped.when(correct({ title: 'Kios' })).leadsTo({ type: 'DataCorrected' })
    const state = stopped
      .when(cancel('dicabut', { at: '2026-11-24 12:00' }))
      .leadsTo({ type: 'TaskWithdrawn', because: 'cancelled' }, { type: 'Cancelled' })
    expect(state).toMatchObject({
      status: 'cancelled',
      suspended: null,
      paused: {
        since: null,
        total: 3 * 3_600_000,
        spans: [{ from: at('2026-11-24 09:00'), to: at('2026-11-24 12:00') }],
      },
    })
  })

  it('goes on with every deadline moved by the working days that it stood still', () => {
    expect(begun.state).toMatchObject({
      due: { at: at('2026-12-07 16:00') },
      open: [{ due: { at: at('2026-11-26 16:00') } }],
    })
    const state = stopped
      .when(resume({ at: '2026-11-26 09:00' }))
      .leadsTo(
        { type: 'Resumed', reason: '', by: { personId: 'officer' } },
        { type: 'DeadlineSet', due: { at: at('2026-12-09 16:00') }, cause: 'resumed' },
        { type: 'TaskDueSet', taskId: 't2', due: { at: at('2026-11-30 16:00') }, cause: 'resumed' },
      )
    expect(state).toMatchObject({ suspended: null, paused: { since: null, total: 2 * 86_400_000 } })
    expect(state.open[0]?.due?.why).toMatchObject({ paused: 2 * 86_400_000 })
    begun.when(resume()).isRefused('not-suspended')
    stopped.when(resume({ reason: 'x'.repeat(2001) })).isRefused('reason-too-long', { max: 2000 })
  })

  it('moves the wait for the applicant and the step beside it by its own days alone', () => {
    const resumed = beside.and(suspend('banjir', { at: '2026-11-24 08:00' })).and(resume({ at: '2026-11-25 08:00' }))
    expect(resumed.state.suspensions).toEqual([{ from: at('2026-11-24 08:00'), to: at('2026-11-25 08:00') }])
    expect(resumed.state.open).toMatchObject([{ node: 'answer' }, { node: 'study', due: { at: at('2026-11-26 16:00') } }])
  })

  it('counts the same for a step that opens by a clock set back into it, then and later', () => {
    const asked = stopped.and(resume({ at: '2026-11-26 09:00' })).and(sendBack('apply', { at: '2026-11-26 08:00' }))
    const back = asked.and(complete('apply', 'submit', { data: { class: 'a' }, at: '2026-11-26 08:30' }))
    expect(back.state.open).toMatchObject([{ node: 'process', due: { why: { paused: 1_800_000 } } }])
    back.when(recount('2026-11-26 09:00')).leadsTo()
  })

  it('moves no deadline that was not there while it stood still', () => {
    const later = stopped.and(resume({ at: '2026-11-26 09:00' })).and(complete('process', 'submit', { at: '2026-11-26 10:00' }))
    expect(later.state.open).toMatchObject([{ node: 'file', due: null }])
    later.when(recount('2026-11-26 11:00')).leadsTo()
  })
})

/** The applicant is asked for something while the office studies what is there already. */
const beside = given(
  aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aParallel('split'),
      aTask('answer', { lane: 'applicant', pausesClock: true }),
      aTask('study', { duration: days(2) }),
      aJoin('both'),
      aTask('file'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      anEdge('split', 'answer'),
      anEdge('split', 'study'),
      anEdge('answer', 'both'),
      anEdge('study', 'both'),
      anEdge('both', 'file'),
      anEdge('file', 'end'),
    ],
    limits: [{ duration: days(10, 'start') }],
  }),
  start(),
)

describe('while the applicant owes something', () => {
  const study = (story: typeof beside) => story.state.open.find(({ node }) => node === 'study')?.due
  const answered = beside.and(complete('answer', 'submit', { at: '2026-11-24 15:00' }))

  it('the promise of the whole stands still, and the step beside it has its own time', () => {
    expect(answered.state.due?.at).toBe(at('2026-12-08 16:00'))
    expect(study(answered)).toEqual(study(beside))
    expect(study(beside)?.at).toBe(at('2026-11-25 16:00'))
    beside.when(tick('2026-11-25 16:00')).leadsTo({ type: 'DeadlineActed', act: 'missed' }, { type: 'DeadlineActed' })
  })

  it('and no later count says of the step that a holiday had moved it', () => {
    answered.when(recount('2026-11-24 16:00')).leadsTo()
    const extended = answered.and(extend('study', 1, 'workingDay', { at: '2026-11-24 16:00' }))
    expect(study(extended)?.at).toBe(at('2026-11-26 16:00'))
    expect(study(extended)?.why).not.toHaveProperty('paused')
  })
})

describe('the clock', () => {
  const asking = aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aParallel('split'),
      aTask('send', { lane: 'applicant', pausesClock: true }),
      aTask('pay', { lane: 'applicant', pausesClock: true }),
      aJoin('both'),
      aTask('process'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      anEdge('split', 'send'),
      anEdge('split', 'pay'),
      anEdge('send', 'both'),
      anEdge('pay', 'both'),
      anEdge('both', 'process'),
      anEdge('process', 'end'),
    ],
    limits: [{ duration: days(10, 'start') }],
  })
  const waiting = given(asking, start())

  it('is stopped once by two steps and runs on when both are done', () => {
    given(asking)
      .when(start())
      .leadsTo(
        { type: 'Started' },
        { type: 'TaskOpened', node: 'apply' },
        { type: 'TaskCompleted' },
        { type: 'DeadlineSet' },
        { type: 'BranchesOpened' },
        { type: 'TaskOpened', node: 'send' },
        { type: 'ClockPaused', node: 'send' },
        { type: 'TaskOpened', node: 'pay' },
      )
    const sent = waiting.and(complete('send', 'submit', { at: '2026-11-24 08:00' }))
    expect(sent.state.paused.since).toBe(at('2026-11-23 08:00'))
    const state = sent
      .when(complete('pay', 'submit', { at: '2026-11-25 08:00' }))
      .leadsTo(
        { type: 'TaskCompleted' },
        { type: 'ClockResumed', node: 'pay' },
        { type: 'DeadlineSet', due: { at: at('2026-12-09 16:00') } },
        { type: 'BranchArrived' },
        { type: 'BranchesJoined' },
        { type: 'TaskOpened', node: 'process' },
      )
    expect(state.paused.spans).toEqual([{ from: at('2026-11-23 08:00'), to: at('2026-11-25 08:00') }])
  })

  it('that the applicant stopped stays stopped when a suspension ends', () => {
    const resumed = waiting.and(suspend('sengketa', { at: '2026-11-24 08:00' })).and(resume({ at: '2026-11-25 08:00' }))
    expect(resumed.state.paused).toEqual({ since: at('2026-11-23 08:00'), total: 0, spans: [] })
    const done = resumed
      .and(complete('send', 'submit', { at: '2026-11-25 09:00' }))
      .and(complete('pay', 'submit', { at: '2026-11-25 10:00' }))
    expect(done.state.paused.spans).toEqual([{ from: at('2026-11-23 08:00'), to: at('2026-11-25 10:00') }])
  })
})

describe('more time', () => {
  it('is given to a step with a reason, counted on from its due moment', () => {
    begun.when(extend('process', 2, 'workingDay', { reason: '' })).isRefused('reason-required')
    const extension = { amount: 2, unit: 'workingDay', reason: 'perlu tinjau lapangan' }
    const state = begun.when(extend('process', 2, 'workingDay')).leadsTo(
      { type: 'DeadlineExtended', taskId: 't2', extension, by: { personId: 'officer' } },
      {
        type: 'TaskDueSet',
        taskId: 't2',
        due: { at: at('2026-11-30 16:00'), why: { amount: 3, extended: [extension] } },
        cause: 'extended',
      },
    )
    expect(state.open[0]?.extensions).toEqual([extension])
    const twice = begun.and(extend('process', 2, 'workingDay')).and(extend('process', 1, 'week', { reason: 'banjir' }))
    expect(twice.state.open[0]?.due).toMatchObject({
      at: at('2026-12-07 23:59') + 59_999,
      why: { extended: [extension, { amount: 1, unit: 'week', reason: 'banjir' }] },
    })
  })

  it('is given to the whole procedure, and says which free days it passed over', () => {
    const state = begun
      .when(extend(null, 14, 'workingDay'))
      .leadsTo(
        { type: 'DeadlineExtended', taskId: null },
        { type: 'DeadlineSet', due: { at: at('2026-12-29 16:00') }, cause: 'extended' },
      )
    expect(state.extensions).toHaveLength(1)
    expect(state.due?.why.skipped.map(({ date }) => date)).toEqual(['2026-12-24', '2026-12-25'])
    expect(state.open[0]?.extensions).toEqual([])
  })

  it.each([
    ['the end of a day', { amount: 1, unit: 'calendarDay' }, '2026-11-24 23:59', '2026-11-25 16:00'],
    ['an evening', { amount: 30, unit: 'hour', clock: 'calendar' }, '2026-11-24 14:00', '2026-11-25 16:00'],
    ['a Sunday', { amount: 147, unit: 'hour', clock: 'calendar' }, '2026-11-29 11:00', '2026-11-30 16:00'],
  ])('of a working day to %s is the working day after it', (_what, duration, before, after) => {
    const asked = aDefinition({
      nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aTask('process', { duration: duration as never }), anEnd()],
    })
    const open = given(asked, start())
    expect(open.state.open[0]?.due?.at).toBeGreaterThanOrEqual(at(before))
    expect(open.and(extend('process', 1, 'workingDay')).state.open[0]?.due?.at).toBe(at(after))
  })

  it.each([
    ['working days', { amount: 1, unit: 'workingDay' }, '2026-11-27 00:00'],
    ['days', { amount: 1, unit: 'calendarDay' }, '2026-11-26 23:59:59.999'],
    ['hours', { amount: 1, unit: 'hour' }, '2026-11-26 01:00'],
  ] as const)('of %s to midnight, in an office that never closes, begins with the day after', (_what, more, after) => {
    const story = givenIn({ definition: twoDays, seats: fullOffice(twoDays), calendar: ward }, start())
    expect(story.state.open[0]?.due?.at).toBe(at('2026-11-26 00:00'))
    const moved = story.and(extend('process', more.amount, more.unit)).state.open[0]?.due?.at
    expect(moved).toBe(Date.parse(`${after.replace(' ', 'T')}+07:00`))
  })

  it('and a suspension of a day moves that midnight by one day alone', () => {
    const story = givenIn({ definition: twoDays, seats: fullOffice(twoDays), calendar: ward }, start())
    const resumed = story.and(suspend('sengketa', { at: '2026-11-24 09:00' })).and(resume({ at: '2026-11-25 09:00' }))
    expect(resumed.state.open[0]?.due?.at).toBe(at('2026-11-27 00:00'))
  })

  it.each([
    ['works no other', ['sat'], ['2026-11-29 00:00', '2026-12-06 00:00', '2026-12-13 00:00']],
    ['works the next as well', ['sat', 'sun'], ['2026-11-29 00:00', '2026-11-30 00:00', '2026-12-06 00:00']],
  ])('of a working day to a day that closes at midnight in an office that %s', (_what, days, dues) => {
    const week = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, days.includes(day) ? [['00:00', '24:00']] : []]),
    )
    const calendar = Calendar.parse({ ...aCalendar, schedules: [{ from: '2020-01-01', week }] })
    const asked = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aTask('process', { duration: { amount: 24, unit: 'hour' } }),
        anEnd(),
      ],
    })
    const open = givenIn({ definition: asked, seats: fullOffice(asked), calendar }, start())
    const more = open.and(extend('process', 1, 'workingDay'))
    const twice = more.and(extend('process', 1, 'workingDay'))
    expect([open, more, twice].map(({ state }) => state.open[0]?.due?.at)).toEqual(dues.map(at))
  })

  it('is not given where there is no deadline', () => {
    begun
      .and(complete('process'))
      .when(extend('file', 1, 'hour'))
      .isRefused('no-deadline')
    const promisesNothing = given(aDefinition(), start())
    promisesNothing.when(extend(null, 1, 'hour')).isRefused('no-deadline')
    promisesNothing.when(extend('process', 1, 'hour')).isRefused('no-deadline')
    begun.when(extend('apply', 1, 'hour')).isRefused('task-closed')
    given(permit)
      .when(extend(null, 1, 'hour'))
      .isRefused('not-started')
    begun
      .and(cancel('x'))
      .when(extend(null, 1, 'hour'))
      .isRefused('not-running')
  })

  it.each(Object.entries(limits.longest) as [keyof typeof limits.longest, number][])(
    'is at least one %s and at most %i',
    (unit, max) => {
      for (const amount of [0, -1, 1.5, max + 1]) {
        begun.when(extend('process', amount, unit)).isRefused('duration-out-of-range', { max })
        begun.when(extend(null, amount, unit)).isRefused('duration-out-of-range', { max })
      }
      expect(begun.when(extend('process', 1, unit)).decision.ok).toBe(true)
      expect(begun.when(extend(null, max, unit)).decision.ok).toBe(true)
    },
  )
})

describe('counting again', () => {
  const decreed = begun.withCalendar({
    ...aCalendar,
    holidays: [...aCalendar.holidays, { date: '2026-11-25', name: 'Pilkada', kind: 'national' }],
  })

  it('moves every deadline that a decreed holiday moves, and no other', () => {
    const state = decreed
      .when(recount('2026-11-24 08:00'))
      .leadsTo(
        { type: 'DeadlineSet', due: { at: at('2026-12-08 16:00') }, cause: 'calendar' },
        { type: 'TaskDueSet', taskId: 't2', due: { at: at('2026-11-27 16:30') }, cause: 'calendar' },
      )
    expect(state.open[0]?.due?.why.skipped).toEqual([{ date: '2026-11-25', name: 'Pilkada' }])
    decreed.and(recount('2026-11-24 08:00')).when(recount('2026-11-24 09:00')).leadsTo()
    begun.when(recount('2026-11-24 08:00')).leadsTo()
  })

  it('is nothing for an instance that has not begun or is over', () => {
    given(permit).when(recount()).leadsTo()
    decreed.and(cancel('x')).when(recount('2026-11-24 08:00')).leadsTo()
  })
})

describe('a closed instance', () => {
  const closed = begun
    .and(complete('process', 'submit', { at: '2026-11-24 08:00' }))
    .and(complete('file', 'submit', { at: '2026-11-24 09:00' }))
  const ended = at('2026-11-24 09:00')

  it('is opened again at a step that was done, with a reason', () => {
    const state = closed.when(reopen('process', { at: '2026-11-25 08:00' })).leadsTo(
      { type: 'Reopened', to: 'process', reason: 'putusan banding', by: { personId: 'officer' } },
      // The day on which it was closed does not count.
      { type: 'DeadlineSet', cause: 'resumed', due: { why: { paused: 23 * 3_600_000 } } },
      { type: 'TaskOpened', node: 'process', branch: '', round: 2, due: { at: at('2026-11-30 16:00') } },
    )
    expect(state).toMatchObject({ status: 'running', endedAt: null, tokens: [''], reopened: 1 })
    closed.when(reopen('process', { reason: '' })).isRefused('reason-required')
    closed.when(reopen('end')).isRefused('step-not-done', { node: 'end' })
    closed.when(reopen('nowhere')).isRefused('step-not-done', { node: 'nowhere' })
    begun.and(cancel('x')).when(reopen('process')).isRefused('step-not-done', { node: 'process' })
    begun.when(reopen('apply')).isRefused('still-running')
    given(permit).when(reopen('apply')).isRefused('not-started')
  })

  it('may be opened until thirty days have passed, and not a millisecond longer', () => {
    const last = ended + 30 * 86_400_000
    expect(closed.when(reopen('process', { at: last })).decision.ok).toBe(true)
    closed.when(reopen('process', { at: last + 1 })).isRefused('reopen-too-late', { days: 30 })
  })

  it('is reopened as often as need be and ends again', () => {
    const twice = closed
      .and(reopen('file', { at: '2026-11-25 08:00' }))
      .and(complete('file', 'submit', { at: '2026-11-25 09:00' }))
      .and(reopen('file', { at: '2026-12-24 08:00' }))
    expect(twice.state).toMatchObject({ status: 'running', reopened: 2, open: [{ node: 'file', round: 3 }] })
  })
})

describe('a correction', () => {
  it('keeps both values and a reason', () => {
    begun.when(correct({ title: 'Kios' }, { reason: '' })).isRefused('reason-required')
    const state = begun.when(correct({ title: ' Kios ', class: 'c' })).leadsTo({
      type: 'DataCorrected',
      by: { personId: 'officer' },
      changes: [
        { field: 'title', before: 'Warung', after: 'Kios' },
        { field: 'class', before: 'a', after: 'c' },
      ],
      reason: 'salah ketik',
    })
    expect(state.data).toEqual({ class: 'c', kinds: ['a', 'b'], title: 'Kios' })
  })

  it('of nothing is refused, and what stays the same is left out', () => {
    begun.when(correct({})).isRefused('nothing-to-change')
    begun.when(correct({ title: 'Warung', kinds: ['a', 'b'] })).isRefused('nothing-to-change')
    begun.when(correct({ area: null })).isRefused('nothing-to-change')
    begun
      .when(correct({ title: 'Warung', kinds: ['b'] }))
      .leadsTo({ type: 'DataCorrected', changes: [{ field: 'kinds', before: ['a', 'b'], after: ['b'] }] })
  })

  it('to null takes the value away', () => {
    const state = begun
      .when(correct({ title: null, class: 'b' }))
      .leadsTo(
        { type: 'DataCorrected', changes: [{ field: 'title', before: 'Warung', after: null }, { field: 'class' }] },
        { type: 'DeadlineSet' },
      )
    expect(state.data).toEqual({ class: 'b', kinds: ['a', 'b'] })
  })

  it('may be of a field that no form showed', () => {
    begun.when(correct({ area: 12 })).leadsTo({ type: 'DataCorrected', changes: [{ field: 'area', before: null, after: 12 }] })
  })

  it('is checked as its field is, each fault named', () => {
    begun.when(correct({ nope: 1, class: 'z', title: 'x'.repeat(11) })).isRefused('invalid-input', {
      errors: [
        { path: 'nope', code: 'unknown-field' },
        { path: 'class', code: 'not-an-option' },
        { path: 'title', code: 'too-long' },
      ],
    })
    begun.when(correct({ nope: null })).isRefused('invalid-input', { errors: [{ path: 'nope', code: 'unknown-field' }] })
    begun.when(correct({ title: '' })).isRefused('invalid-input', { errors: [{ path: 'title', code: 'required' }] })
  })

  it('moves the deadline that depends on it', () => {
    begun
      .when(correct({ class: 'b' }))
      .leadsTo({ type: 'DataCorrected' }, { type: 'DeadlineSet', due: { at: at('2026-11-30 16:00') }, cause: 'data' })
    given(permit)
      .when(correct({ class: 'b' }))
      .isRefused('not-started')
    begun
      .and(cancel('x'))
      .when(correct({ class: 'b' }))
      .isRefused('not-running')
  })
})
