import { describe, expect, it } from 'vitest'
import { aDefinition, aField, aForm, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { complete, extend, given, givenIn, type Story, start } from '#test/engine/given.ts'
import { aCalendar, at, fullOffice } from '#test/engine/office.ts'
import { Calendar } from '../calendar/schema.ts'
import { Duration } from '../definition/duration.ts'
import { bindingDue, durationDue, momentOf } from './deadlines.ts'
import { initialState } from './evolve.ts'
import type { TaskDue } from './messages.ts'

const zone = 'Asia/Jakarta'

describe('the moment that a value names', () => {
  const entered = at('2026-11-23 10:00')
  it.each([
    ['2026-12-01T14:30', '2026-12-01 14:30'],
    ['2026-12-01', '2026-12-01 00:00'],
    ['09:15', '2026-11-23 09:15'],
  ])('%s', (value, civil) => expect(momentOf(value, entered, zone)).toBe(at(civil)))
  it.each([[undefined], [''], ['besok'], [12], [['2026-12-01']]])('%j is none', (value) =>
    expect(momentOf(value, entered, zone)).toBeNull(),
  )
  it('is of the day in the agency’s zone', () =>
    expect(momentOf('01:00', at('2026-11-23 23:30'), 'Asia/Jayapura')).toBe(at('2026-11-23 23:00')))
})

describe('what binds', () => {
  const due = (moment: number) => ({ at: moment }) as TaskDue
  it('is what comes first, of two alike the step’s own', () => {
    const [own, whole] = [due(5), due(5)]
    expect(bindingDue({ due: own }, { due: whole })).toBe(own)
    expect(bindingDue({ due: due(6) }, { due: whole })).toBe(whole)
    expect(bindingDue({ due: own }, { due: due(6) })).toBe(own)
    expect(bindingDue({ due: null }, { due: whole })).toBe(whole)
    expect(bindingDue({ due: own }, { due: null })).toBe(own)
    expect(bindingDue({ due: null }, { due: null })).toBeNull()
  })
})

describe('a duration counts from', () => {
  const known = { ...initialState, startedAt: at('2026-11-23 08:00'), data: { day: '2026-12-01' } as never }
  const from = (anchor: unknown, state = known) =>
    durationDue(Duration.parse({ amount: 1, unit: 'workingDay', anchor }), state, at('2026-11-25 08:00'), aCalendar)?.at ?? null
  const done = { ...known, steps: { draft: { at: at('2026-11-26 08:00') } } as never }

  it.each([
    ['the start', { kind: 'start' }, '2026-11-24 16:00'],
    ['the moment it opened', { kind: 'entered' }, '2026-11-26 16:00'],
    ['the end of a step', { kind: 'completed', node: 'draft' }, '2026-11-27 16:30'],
    ['the day a field names', { kind: 'field', field: 'day' }, '2026-12-02 16:00'],
  ])('%s', (_what, anchor, due) => expect(from(anchor, done)).toBe(at(due)))

  it('nothing while what it counts from is not known', () => {
    expect(from({ kind: 'completed', node: 'draft' })).toBeNull()
    expect(from({ kind: 'field', field: 'other' })).toBeNull()
    expect(from({ kind: 'start' }, { ...known, startedAt: null as never })).toBeNull()
  })
})

/** An officer processes while the applicant completes the papers once, which stops the clock. */
const paused = (duration: unknown, from: string, to: string): Story => {
  const definition = aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('ask'),
      aTask('complete', { lane: 'applicant', pausesClock: true }),
      aTask('process'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'ask'),
      anEdge('ask', 'complete'),
      anEdge('complete', 'process'),
      anEdge('process', 'end'),
    ],
    limits: [{ duration }],
  })
  return given(definition, start(), complete('ask', 'submit', { at: from }), complete('complete', 'submit', { at: to }))
}

describe('P7: a deadline moves by what a pause took', () => {
  const hours = (amount: number, clock: 'working' | 'calendar') => ({ amount, unit: 'hour', clock, anchor: { kind: 'start' } })
  const lasting = (amount: number, unit: string) => ({ amount, unit, anchor: { kind: 'start' } })
  const dueOf = (story: Story) => story.state.due?.at

  it.each([
    ['open hours by its open minutes', hours(10, 'working'), '2026-11-23 11:00', '2026-11-23 14:00', '2026-11-24 13:30'],
    ['open hours by none at night', hours(10, 'working'), '2026-11-23 16:00', '2026-11-24 07:30', '2026-11-24 10:30'],
    ['hours day and night by its length', hours(48, 'calendar'), '2026-11-23 16:00', '2026-11-24 07:30', '2026-11-25 23:30'],
    ['working days by those that began', lasting(5, 'workingDay'), '2026-11-23 15:00', '2026-11-25 07:00', '2026-12-02 16:00'],
    ['working days by none on one day', lasting(5, 'workingDay'), '2026-11-23 08:30', '2026-11-23 15:59', '2026-11-30 16:00'],
    ['working days by none at a weekend', lasting(5, 'workingDay'), '2026-11-27 16:00', '2026-11-29 20:00', '2026-11-30 16:00'],
  ])('%s', (_what, duration, from, to, due) => expect(dueOf(paused(duration, from, to))).toBe(at(due)))

  it.each([
    ['days', lasting(5, 'calendarDay'), '2026-12-01 23:59'],
    ['weeks', lasting(1, 'week'), '2026-12-03 23:59'],
    ['months', lasting(1, 'month'), '2026-12-28 23:59'],
    ['Hari H', lasting(0, 'sameDay'), '2026-11-26 23:59'],
  ])('%s of the calendar by the days that began', (_what, duration, due) =>
    expect(dueOf(paused(duration, '2026-11-23 15:00', '2026-11-26 09:00'))).toBe(at(due) + 59_999),
  )

  it('and says by how much, and which free days it passed over besides', () => {
    const why = paused(lasting(21, 'workingDay'), '2026-11-23 15:00', '2026-11-26 09:00').state.due?.why
    expect(why).toMatchObject({ paused: 66 * 3_600_000, amount: 21, unit: 'workingDay' })
    expect(why?.skipped.map(({ date }) => date)).toEqual(['2026-12-24', '2026-12-25'])
    const through = paused(lasting(24, 'workingDay'), '2026-11-23 15:00', '2026-11-24 09:00').state.due?.why
    expect(through?.skipped.map(({ date }) => date)).toEqual(['2026-12-24', '2026-12-25'])
  })

  it('of a range by its upper end once, and not again by the pause', () => {
    const range = { amount: 3, upTo: 5, unit: 'workingDay', anchor: { kind: 'start' } }
    expect(dueOf(paused(range, '2026-11-23 15:00', '2026-11-24 09:00'))).toBe(at('2026-12-01 16:00'))
    const inHours = { amount: 4, upTo: 10, unit: 'hour', anchor: { kind: 'start' } }
    expect(dueOf(paused(inHours, '2026-11-23 11:00', '2026-11-23 14:00'))).toBe(at('2026-11-24 13:30'))
  })

  it('counts what lay before it began to count not at all', () => {
    const since = { amount: 2, unit: 'workingDay', anchor: { kind: 'completed', node: 'complete' } }
    const story = paused(since, '2026-11-23 15:00', '2026-11-25 09:00')
    expect(story.state.due).toMatchObject({ at: at('2026-11-27 16:30'), why: { from: at('2026-11-25 09:00') } })
    expect(story.state.due?.why).not.toHaveProperty('paused')
  })

  it('of a request that came at night by the days after its receipt', () => {
    const definition = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aTask('complete', { lane: 'applicant', pausesClock: true }),
        aTask('process'),
        anEnd(),
      ],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'complete'), anEdge('complete', 'process'), anEdge('process', 'end')],
      limits: [{ duration: lasting(5, 'workingDay') }],
    })
    const night = given(definition, start({ at: '2026-11-23 20:00' }), complete('complete', 'submit', { at: '2026-11-25 09:00' }))
    expect(night.state.due).toMatchObject({ at: at('2026-12-02 16:00'), why: { from: at('2026-11-24 07:30') } })
  })
})

describe('P7: more time', () => {
  it('names each free day once, however often it is given', () => {
    const promised = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aTask('process', { duration: { amount: 23, unit: 'workingDay' } }),
        anEnd(),
      ],
    })
    const twice = given(promised, start())
      .and(extend('process', 2, 'workingDay'))
      .and(extend('process', 3, 'workingDay'))
    expect(twice.state.open[0]?.due).toMatchObject({
      at: at('2027-01-04 16:00'),
      why: {
        amount: 23,
        skipped: [{ date: '2026-12-24' }, { date: '2026-12-25' }],
        extended: [{ amount: 2 }, { amount: 3 }],
      },
    })
  })
})

describe('P9: working time', () => {
  const week = (opens: string, closes: string) => {
    const day = [[opens, closes]]
    return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] }
  }
  const unit = (id: string, closes: string) => ({
    id,
    name: id,
    schedules: [{ from: '2020-01-01', week: week('08:00', closes) }],
  })
  const calendar = Calendar.parse({ ...aCalendar, units: [unit('mall', '20:00'), unit('desk', '12:00')] })
  const dueIn = (laneUnit: string | undefined, ownUnit: string | undefined) => {
    const definition = aDefinition({
      ...(ownUnit ? { identity: { title: 'x', kind: 'service', calendarUnit: ownUnit } } : {}),
      lanes: [anApplicantLane(), aLane('officer', ['officer'], laneUnit ? { calendarUnit: laneUnit } : {})],
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aTask('process', { duration: { amount: 1, unit: 'workingDay' } }),
        anEnd(),
      ],
      limits: [{ duration: { amount: 2, unit: 'workingDay', anchor: { kind: 'start' } } }],
    })
    const { open, due } = givenIn({ definition, seats: fullOffice(definition), calendar }, start()).state
    return [open[0]?.due?.at, due?.at]
  }

  it('is that of the lane’s unit, else of the standard’s, else of the office', () => {
    expect(dueIn(undefined, undefined)).toEqual([at('2026-11-24 16:00'), at('2026-11-25 16:00')])
    expect(dueIn('mall', undefined)).toEqual([at('2026-11-24 20:00'), at('2026-11-25 16:00')])
    expect(dueIn(undefined, 'desk')).toEqual([at('2026-11-24 12:00'), at('2026-11-25 12:00')])
    expect(dueIn('mall', 'desk')).toEqual([at('2026-11-24 20:00'), at('2026-11-25 12:00')])
  })

  it('that was never entered promises nothing, and work goes on', () => {
    const definition = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aTask('process', { duration: { amount: 1, unit: 'workingDay' } }),
        anEnd(),
      ],
      limits: [{ duration: { amount: 2, unit: 'workingDay', anchor: { kind: 'start' } } }],
    })
    const story = givenIn({ definition, seats: fullOffice(definition), calendar: { ...aCalendar, schedules: [] } }, start())
    expect(story.state).toMatchObject({ due: null, open: [{ due: null }] })
    expect(story.and(complete('process')).state.status).toBe('completed')
  })
})

describe('the promise over the whole', () => {
  const isClass = (value: string) => ({ kind: 'field', field: 'class', op: 'is', value })
  const days = (amount: number) => ({ amount, unit: 'workingDay', anchor: { kind: 'start' } })
  const dueFor = (limits: unknown[], data: Record<string, unknown> = {}) => {
    const definition = aDefinition({
      nodes: [aStart(), aTask('apply', { lane: 'applicant', form: 'f' }), aTask('process'), anEnd()],
      forms: [aForm('f', aField('choice', 'class'))],
      limits,
    })
    return given(definition, start({ data })).state.due?.at ?? null
  }

  it('is the first whose condition holds; one that is not known is passed over', () => {
    const limits = [{ when: isClass('a'), duration: days(3) }, { when: isClass('b'), duration: days(5) }, { duration: days(10) }]
    expect(dueFor(limits, { class: 'a' })).toBe(at('2026-11-26 16:00'))
    expect(dueFor(limits, { class: 'b' })).toBe(at('2026-11-30 16:00'))
    expect(dueFor(limits, { class: 'c' })).toBe(at('2026-12-07 16:00'))
    expect(dueFor(limits)).toBe(at('2026-12-07 16:00'))
    expect(dueFor([{ when: isClass('a'), duration: days(3) }])).toBeNull()
    expect(dueFor([])).toBeNull()
  })

  it('is none while the step that it counts from is not done, or for no time at all', () => {
    expect(dueFor([{ duration: { ...days(3), anchor: { kind: 'completed', node: 'process' } } }])).toBeNull()
    expect(dueFor([{ duration: days(0) }])).toBeNull()
  })
})
