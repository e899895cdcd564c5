import { describe, expect, it } from 'vitest'
import {
  aDefinition,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aStart,
  aTask,
  aWait,
  type TaskInput,
} from '#test/builders/definition.ts'
import { cancel, complete, extend, given, givenIn, type Story, start, suspend, tick } from '#test/engine/given.ts'
import { aSeat, at, fullOffice, person, position } from '#test/engine/office.ts'
import type { Definition } from '../definition/schema.ts'
import { findTask } from './graph.ts'
import { type Asked, askedOf, nextTick } from './tick.ts'

const days = (amount: number) => ({ amount, unit: 'workingDay' }) as const
const minute = 60_000

/** Checked, then processed within three working days, then filed; the whole within ten. */
const timed = (deadline: TaskInput['deadline'], over: Partial<TaskInput> = {}, policy?: unknown) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer', ['officer', 'deputy']), aLane('head')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('check'),
      aTask('process', { duration: days(3), ...(deadline ? { deadline } : {}), ...over }),
      aTask('file'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'process'),
      anEdge('process', 'file'),
      anEdge('file', 'end'),
    ],
    components: {
      serviceTime: {
        limits: [{ duration: { ...days(10), anchor: { kind: 'start' } } }],
        ...(policy ? { deadline: policy } : {}),
      },
    },
  })

const superiors = {
  [position('officer')]: position('head'),
  [position('deputy')]: position('head'),
  [position('head')]: position('mayor'),
  [position('mayor')]: null,
}
const processing = (definition: Definition): Story =>
  givenIn({ definition, seats: fullOffice(definition), superiors }, start()).and(complete('check', 'submit', { by: 'officer' }))

const due = at('2026-11-26 16:00')
const warnAt = at('2026-11-25 07:30')
const overall = at('2026-12-07 16:00')
const next = ({ state, world }: Story, asked: Asked = { escalate: true, afterwards: null }) =>
  nextTick(state, (node) => findTask(world.definition, node), asked)

describe('P7: a deadline that warns', () => {
  const warned = processing(timed({ warn: days(1), escalate: true }))

  it('does so from its moment on, once, and tells whoever has the step', () => {
    expect(warned.state.open[0]?.due).toMatchObject({ at: due, warnAt })
    expect(next(warned)).toBe(warnAt)
    warned.when(tick(warnAt - 1)).leadsTo()
    warned.when(tick(warnAt)).leadsTo({
      type: 'DeadlineActed',
      act: 'warned',
      taskId: 't3',
      due,
      to: ['officer', 'deputy'],
    })
    const told = warned.and(tick(warnAt))
    expect(told.state.open[0]?.acts).toEqual([{ act: 'warned', due }])
    expect(next(told)).toBe(due)
    told.when(tick(due - 1)).leadsTo()
  })

  it('warns nobody of what has passed already', () => {
    const events = warned
      .when(tick(due))
      .leadsTo({ type: 'DeadlineActed', act: 'missed' }, { type: 'DeadlineActed', act: 'escalated' })
    expect(events.open[0]?.acts).toEqual([
      { act: 'missed', due },
      { act: 'escalated', due },
    ])
    const missed = warned.and(tick(due))
    expect(next(missed)).toBe(overall)
  })

  it('warns again when it has moved, at its new moment', () => {
    const moved = warned.and(tick(warnAt)).and(extend('process', 2, 'workingDay'))
    expect(moved.state.open[0]?.due).toMatchObject({ at: at('2026-11-30 16:00'), warnAt: at('2026-11-27 07:30') })
    expect(next(moved)).toBe(at('2026-11-27 07:30'))
    moved.when(tick('2026-11-27 07:29')).leadsTo()
    moved.when(tick('2026-11-27 07:30')).leadsTo({ type: 'DeadlineActed', act: 'warned', due: at('2026-11-30 16:00') })
  })

  it('does not warn before the step has begun', () => {
    const long = processing(timed({ warn: days(4), escalate: true }))
    expect(long.state.open[0]?.due).not.toHaveProperty('warnAt')
    expect(next(long)).toBe(due)
  })
})

describe('P7: a deadline that has passed', () => {
  it('is marked and told to the direct superior at its moment, not before, and once', () => {
    const running = processing(timed(undefined))
    running.when(tick(due - 1)).leadsTo()
    running
      .when(tick(due))
      .leadsTo(
        { type: 'DeadlineActed', act: 'missed', taskId: 't3', due, to: ['officer', 'deputy'] },
        { type: 'DeadlineActed', act: 'escalated', taskId: 't3', due, to: ['head'] },
      )
    running.and(tick(due)).when(tick(due)).leadsTo()
    running
      .and(tick(due))
      .when(tick(overall - 1))
      .leadsTo()
  })

  it('is told to nobody where the author says so', () => {
    const quiet = processing(timed({ escalate: false }))
    quiet.when(tick(due)).leadsTo({ type: 'DeadlineActed', act: 'missed' })
    expect(next(quiet.and(tick(due)), { escalate: false, afterwards: null })).toBe(overall)
  })

  it('is told to nobody where nobody stands above', () => {
    const definition = timed(undefined)
    const flat = given(definition, start(), complete('check'))
    flat.when(tick(due)).leadsTo({ type: 'DeadlineActed', act: 'missed' }, { type: 'DeadlineActed', act: 'escalated', to: [] })
  })

  it('goes to the superior with the step, whoever had it before', () => {
    const handed = processing(timed({ escalate: false, afterwards: { kind: 'reassign', to: 'superior' } }))
    const state = handed
      .when(tick(due))
      .leadsTo(
        { type: 'DeadlineActed', act: 'missed', to: ['officer', 'deputy'] },
        { type: 'DeadlineActed', act: 'reassigned', taskId: 't3', due, to: ['head'] },
        { type: 'TaskRecast', taskId: 't3', candidates: [{ kind: 'position', positionId: 'head' }] },
      )
    expect(state.open[0]).toMatchObject({ candidates: [{ kind: 'position', positionId: 'head' }], claimedBy: null })
    const after = handed.and(tick(due))
    after.when(complete('process', 'submit', { by: 'officer' })).isRefused('not-a-candidate')
    after.when(complete('process', 'submit', { by: 'head' })).leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened' })
    after.when(tick(due + minute)).leadsTo()
    expect(next(after)).toBe(overall)
  })

  it('goes to the positions named', () => {
    processing(timed({ escalate: true, afterwards: { kind: 'reassign', to: ['deputy', 'head'] } }))
      .when(tick(due))
      .leadsTo(
        { type: 'DeadlineActed', act: 'missed' },
        { type: 'DeadlineActed', act: 'escalated', to: ['head'] },
        { type: 'DeadlineActed', act: 'reassigned', to: ['deputy', 'head'] },
        { type: 'TaskRecast', candidates: [{ positionId: 'deputy' }, { positionId: 'head' }] },
      )
  })

  it('stays with whoever has it where nobody stands above to take it', () => {
    const definition = timed({ escalate: false, afterwards: { kind: 'reassign', to: 'superior' } })
    const state = given(definition, start(), complete('check'))
      .when(tick(due))
      .leadsTo({ type: 'DeadlineActed', act: 'missed' }, { type: 'DeadlineActed', act: 'reassigned', to: [] })
    expect(state.open[0]?.candidates).toHaveLength(2)
  })

  it('sends the step back to an earlier one', () => {
    const returning = processing(timed({ escalate: true, afterwards: { kind: 'return', to: 'check' } }))
    const state = returning
      .when(tick(due))
      .leadsTo(
        { type: 'DeadlineActed', act: 'missed' },
        { type: 'DeadlineActed', act: 'escalated' },
        { type: 'DeadlineActed', act: 'returned', taskId: 't3', to: ['officer', 'deputy'] },
        { type: 'TaskWithdrawn', taskId: 't3', because: 'returned' },
        { type: 'SentBack', to: 'check', branch: '', by: { kind: 'system' }, reason: '' },
        { type: 'TaskOpened', node: 'check', round: 2 },
      )
    expect(state.tokens).toEqual([''])
  })

  it('leaves the step where it is when the earlier one was never done', () => {
    const stays = processing(timed({ escalate: false, afterwards: { kind: 'return', to: 'file' } }))
    const state = stays
      .when(tick(due))
      .leadsTo({ type: 'DeadlineActed', act: 'missed' }, { type: 'DeadlineActed', act: 'returned' })
    expect(state.open).toMatchObject([{ node: 'process' }])
    stays
      .and(tick(due))
      .when(tick(due + minute))
      .leadsTo()
  })
})

describe('P7: the promise over the whole procedure', () => {
  const warning = processing(timed({ escalate: false }, { duration: days(30) }, { warn: days(2), escalate: true }))
  const warnAll = at('2026-12-03 07:30')

  it('warns, is marked and told to the superiors of whoever has the steps, once each', () => {
    expect(warning.state.due).toMatchObject({ at: overall, warnAt: warnAll })
    expect(next(warning)).toBe(warnAll)
    warning.when(tick(warnAll - 1)).leadsTo()
    warning
      .when(tick(warnAll))
      .leadsTo({ type: 'DeadlineActed', act: 'warned', taskId: null, due: overall, to: ['officer', 'deputy'] })
    const told = warning.and(tick(warnAll))
    expect(told.state.acts).toEqual([{ act: 'warned', due: overall }])
    told.when(tick(overall - 1)).leadsTo()
    told
      .when(tick(overall))
      .leadsTo(
        { type: 'DeadlineActed', act: 'missed', taskId: null, to: ['officer', 'deputy'] },
        { type: 'DeadlineActed', act: 'escalated', taskId: null, to: ['head'] },
      )
    told
      .and(tick(overall))
      .when(tick(overall + minute))
      .leadsTo()
  })

  it('is not told where the author says so, but is where nothing is said', () => {
    const acts = (policy?: unknown) =>
      processing(timed({ escalate: false }, { duration: days(30) }, policy))
        .and(tick(overall))
        .state.acts.map(({ act }) => act)
    expect(acts({ escalate: false })).toEqual(['missed'])
    expect(acts()).toEqual(['missed', 'escalated'])
  })

  it('waits while the applicant owes something', () => {
    const paused = processing(timed(undefined, { duration: days(30), pausesClock: true }))
    paused.when(tick(overall)).leadsTo()
    expect(next(paused)).toBe(paused.state.open[0]?.due?.at)
  })
})

describe('P7: time', () => {
  it('does nothing to an instance that has not begun, stands still or is over', () => {
    const running = processing(timed(undefined))
    given(timed(undefined)).when(tick(overall)).leadsTo()
    running.and(suspend('x')).when(tick(overall)).leadsTo()
    running.and(cancel('x')).when(tick(overall)).leadsTo()
    expect(next(given(timed(undefined)))).toBeNull()
    expect(next(running.and(suspend('x')))).toBeNull()
    expect(next(running.and(cancel('x')))).toBeNull()
  })

  it('is not waited for where nothing is promised', () => {
    const free = given(aDefinition(), start())
    free.when(tick(overall)).leadsTo()
    expect(next(free)).toBeNull()
  })

  it('ends every wait that is over, and what it ends at once', () => {
    const waiting = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aWait('rest', { until: { kind: 'duration', duration: days(1) } }),
        aTask('process'),
        anEnd(),
      ],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'rest'), anEdge('rest', 'process'), anEdge('process', 'end')],
    })
    const rested = given(waiting, start())
    const over = at('2026-11-24 16:00')
    expect(next(rested)).toBe(over)
    rested.when(tick(over - 1)).leadsTo()
    rested.when(tick(over)).leadsTo(
      {
        type: 'WaitOver',
        by: { kind: 'system' },
        waitId: 't2',
        how: 'moment',
        data: {},
        cleared: [],
        note: null,
      },
      { type: 'TaskOpened', node: 'process' },
    )
    rested.and(tick(over)).when(tick(over)).leadsTo()
  })
})

describe('what is asked of a deadline', () => {
  it.each([
    [undefined, { escalate: true, afterwards: null }],
    [{ escalate: false }, { escalate: false, afterwards: null }],
    [{ afterwards: { kind: 'return', to: 'check' } }, { escalate: true, afterwards: 'returned' }],
    [{ afterwards: { kind: 'reassign', to: 'superior' } }, { escalate: true, afterwards: 'reassigned' }],
  ] as const)('%j', (deadline, asked) => {
    expect(askedOf(findTask(timed(deadline as TaskInput['deadline']), 'process'))).toEqual(asked)
  })
  it('of a step that is not there is what is usual', () => {
    expect(askedOf(undefined)).toEqual({ escalate: true, afterwards: null })
  })
})

describe('P7: a step that was too late when it opened', () => {
  const hour = { amount: 1, unit: 'hour', anchor: { kind: 'start' } } as const
  const late = (afterwards: object) =>
    givenIn(
      { definition: timed({ afterwards } as never, { duration: hour }), seats: fullOffice(timed(undefined)), superiors },
      start(),
      complete('check', 'submit', { by: 'officer', at: '2026-11-23 10:00' }),
    )

  it.each([[{ kind: 'return', to: 'check' }], [{ kind: 'reassign', to: 'superior' }]])(
    'is marked and told of, and taken from nobody by %j',
    (afterwards) => {
      const opened = late(afterwards)
      opened
        .when(tick('2026-11-23 10:00'))
        .leadsTo({ type: 'DeadlineActed', act: 'missed' }, { type: 'DeadlineActed', act: 'escalated', to: ['head'] })
      expect(next(opened.and(tick('2026-11-23 10:00')))).toBe(overall)
    },
  )

  it('by the tick that opened it is told of by that very tick', () => {
    const resting = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aWait('hold', { until: { kind: 'duration', duration: days(1) } }),
        aTask('process', { duration: hour }),
        anEnd(),
      ],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'hold'), anEdge('hold', 'process'), anEdge('process', 'end')],
    })
    const over = given(resting, start())
    over
      .when(tick('2026-11-24 16:00'))
      .leadsTo(
        { type: 'WaitOver' },
        { type: 'TaskOpened', node: 'process' },
        { type: 'DeadlineActed', act: 'missed' },
        { type: 'DeadlineActed', act: 'escalated' },
      )
    over.and(tick('2026-11-24 16:00')).when(tick('2026-11-24 16:01')).leadsTo()
  })
})

describe('P7: a step that people are called to by name', () => {
  const mending = (assignment: object) =>
    aDefinition({
      lanes: [aLane('officer'), aLane('head')],
      nodes: [
        aStart({ by: 'staff', lane: 'officer' }),
        aTask('apply'),
        aTask('mend', {
          assignment: assignment as never,
          duration: days(1),
          deadline: { afterwards: { kind: 'reassign', to: 'superior' } },
        }),
        anEnd(),
      ],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'mend'), anEdge('mend', 'end')],
    })
  const lent = aSeat('mayor', 'officer', { kind: 'delegate', for: { personId: person('wali'), name: 'Wali' } })

  it.each([[{ kind: 'starter' }], [{ kind: 'performer', of: 'apply' }]])(
    'by %j goes to whoever is above what they hold, not above what is lent to them',
    (assignment) => {
      const definition = mending(assignment)
      const seats = [...fullOffice(definition), lent]
      givenIn({ definition, seats, superiors }, start())
        .when(tick('2026-11-24 16:00'))
        .leadsTo(
          { type: 'DeadlineActed', act: 'missed', to: ['officer'] },
          { type: 'DeadlineActed', act: 'escalated', to: ['head'] },
          { type: 'DeadlineActed', act: 'reassigned', to: ['head'] },
          { type: 'TaskRecast', candidates: [{ kind: 'position', positionId: 'head' }] },
        )
    },
  )
})
