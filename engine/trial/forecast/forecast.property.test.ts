import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aReview, aStart, aTask } from '#test/builders/definition.ts'
import { wholeAgency, wholeStandard } from '#test/builders/whole-standard.ts'
import { aCalendar, at } from '#test/engine/office.ts'
import { tries } from '#test/support/tries.ts'
import { dueAt } from '../../calendar/due-at.ts'
import { workingMinutesBetween } from '../../calendar/working-time.ts'
import { Duration } from '../../definition/duration.ts'
import type { EdgeId, NodeId } from '../../definition/ids.ts'
import type { Definition } from '../../definition/schema.ts'
import { forecastOf } from './forecast.ts'
import { live } from './life.ts'
import { type LifePlan, planFor } from './plan.ts'
import { prepare } from './prepare.ts'
import { drawn, seeded, triangular } from './random.ts'
import { spanEnd } from './span.ts'

const { calendar: wholeCalendar = aCalendar } = wholeAgency()
const monday = at('2026-03-02 08:00')

function lives(definition: Definition, plan: LifePlan, many: number, seed = 1, calendar = wholeCalendar) {
  const prepared = prepare(definition, calendar, plan)
  const random = seeded(seed)
  return Array.from({ length: many }, () => live(prepared, random))
}
const ask = (amount: number, unit: string) => ({ amount, unit: unit as 'workingDay' })

/** Asked, done in one step, over. */
const oneStep = (duration: { amount: number; unit: 'workingDay' }, promise = ask(5, 'workingDay')) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('desk')],
    nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aTask('do', { lane: 'desk', duration }), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'do'), anEdge('do', 'end')],
    limits: [{ duration: { ...promise, anchor: { kind: 'start' } } }],
  })
const still = (definition: Definition, from = monday): LifePlan => ({ ...planFor(definition, from), spreadDays: 0 })

describe('one fixed duration', () => {
  it('is over when the engine says that it is due', () => {
    const units = fc.constantFrom('minute', 'hour', 'workingDay', 'calendarDay', 'week', 'month')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), units, fc.integer({ min: 0, max: 60 * 24 * 300 }), (amount, unit, minute) => {
        const from = monday + minute * 60_000
        const due = dueAt(Duration.parse({ amount, unit }), from, aCalendar)
        expect(spanEnd(amount, { unit: unit as 'week', clock: 'working' }, from, aCalendar)).toBe(due?.at)
      }),
      { numRuns: tries(300), verbose: 1 },
    )
  })

  it('takes a whole life as long as the engine counts', () => {
    const definition = oneStep(ask(3, 'workingDay'))
    const due = dueAt(Duration.parse(ask(3, 'workingDay')), monday, wholeCalendar)?.at ?? 0
    for (const life of lives(definition, still(definition), 20)) {
      expect(life).toMatchObject({ end: 'completed', kept: true })
      expect(life.minutes).toBeCloseTo(workingMinutesBetween(monday, due, wholeCalendar), 6)
    }
  })

  it('keeps the promise to the day, and misses one that is a day shorter', () => {
    const chance = (days: number) => {
      const definition = oneStep(ask(3, 'workingDay'), ask(days, 'workingDay'))
      return forecastOf(definition, wholeCalendar, lives(definition, still(definition), 10)).chance
    }
    expect([chance(2), chance(3), chance(4)]).toEqual([0, 100, 100])
  })
})

describe('parts of an amount', () => {
  it('end between the whole amounts, later where they are more', () => {
    const part = fc.double({ min: 0, max: 12, noNaN: true })
    const unit = fc.constantFrom('minute', 'hour', 'workingDay', 'calendarDay', 'week')
    fc.assert(
      fc.property(part, part, unit, fc.integer({ min: 0, max: 60 * 24 * 60 }), (one, other, of, minute) => {
        const from = monday + minute * 60_000
        const end = (amount: number) => spanEnd(amount, { unit: of as 'week', clock: 'working' }, from, aCalendar)
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(end(less)).toBeLessThanOrEqual(end(more))
        expect(end(less)).toBeGreaterThanOrEqual(from)
      }),
      { numRuns: tries(300), verbose: 1 },
    )
  })
})

const whole = wholeStandard()
const shaken = (over: Partial<LifePlan> = {}): LifePlan => {
  const plan = planFor(whole, monday)
  const times = Object.fromEntries(
    Object.entries(plan.times).map(([id, time]) => [
      id,
      { ...time, least: 0, usual: Math.max(1, time.usual), most: time.most * 2 + 1 },
    ]),
  )
  return { ...plan, times, ...over }
}

describe('many lives of a whole standard', () => {
  const many = lives(whole, shaken(), 25)
  const forecast = forecastOf(whole, wholeCalendar, many)

  it('come to their ends, over everything that may happen on the way', () => {
    expect(forecast.unfinished).toBe(0)
    expect(new Set(many.flatMap(({ visits }) => [...visits.keys()])).size).toBeGreaterThan(8)
  })

  it('have parts that make up the whole', () => {
    for (const { minutes, spent } of many) expect([...spent.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(minutes, 4)
    const steps = forecast.steps.reduce((sum, { minutes }) => sum + minutes, 0)
    const lanes = forecast.lanes.reduce((sum, { working, waiting }) => sum + working + waiting, 0)
    expect(steps).toBeCloseTo(forecast.mean, 4)
    expect(lanes).toBeCloseTo(steps, 4)
    expect(forecast.spread.reduce((sum, { count }) => sum + count, 0)).toBe(25)
  })

  it('tell of the lives that ended, however long others went round', () => {
    const [one] = many
    if (one === undefined) throw new Error('there should be lives')
    const round = {
      ...one,
      end: 'unfinished' as const,
      spent: new Map([...one.spent].map(([node, spent]) => [node, spent * 100])),
    }
    const told = forecastOf(whole, wholeCalendar, [...many, round])
    expect(told).toEqual({ ...forecast, lives: 26, unfinished: 1 })
  })

  it('are the same for the same seed, and others for another', () => {
    expect(forecastOf(whole, wholeCalendar, lives(whole, shaken(), 25))).toEqual(forecast)
    expect(forecastOf(whole, wholeCalendar, lives(whole, shaken(), 25, 2))).not.toEqual(forecast)
  })

  it('keep a longer promise more often', () => {
    const chance = (amount: number) => {
      const serviceTime = { ...whole.components.serviceTime, limits: [{ duration: Duration.parse(ask(amount, 'workingDay')) }] }
      const promised = { ...whole, components: { ...whole.components, serviceTime } }
      return forecastOf(promised, wholeCalendar, lives(promised, shaken({ limit: 0 }), 12)).chance ?? -1
    }
    const chances = [1, 5, 9, 14, 40].map(chance)
    expect(chances).toEqual(chances.toSorted((a, b) => a - b))
    expect(chances[0]).toBeLessThan(chances.at(-1) ?? 0)
  })

  it('cost more where more is sent back, and say by which way', () => {
    const sent = (share: number) => {
      const shares = { ...planFor(whole, monday).shares, check: { accept: 100 - share, revise: share, reject: 0 } }
      return forecastOf(whole, wholeCalendar, lives(whole, shaken({ shares }), 25))
    }
    const [never, often] = [sent(0), sent(60)]
    expect(never.loops).toEqual([])
    expect(often.loops[0]?.edge).toBe('complete-check' as EdgeId)
    expect(often.mean).toBeGreaterThan(never.mean)
  })
})

it('stops lives that go round for ever, and says so', () => {
  const round = aDefinition({
    lanes: [anApplicantLane(), aLane('desk')],
    nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aReview('check', ['accept', 'revise'], { lane: 'desk' }), anEnd()],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'end', { outcome: 'accept' }),
      anEdge('check', 'apply', { outcome: 'revise' }),
    ],
  })
  const plan = { ...planFor(round, monday), shares: { ['check' as NodeId]: { accept: 0, revise: 100 } } }
  expect(forecastOf(round, wholeCalendar, lives(round, plan, 3))).toMatchObject({ lives: 3, unfinished: 3, chance: null })
})

describe('what is drawn', () => {
  it('lies within its range, around the usual', () => {
    const random = seeded(7)
    const values = Array.from({ length: 2000 }, () => triangular({ least: 1, usual: 2, most: 6 }, random))
    expect(Math.min(...values)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...values)).toBeLessThanOrEqual(6)
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(3, 1)
    expect(triangular({ least: 3, usual: 3, most: 3 }, random)).toBe(3)
  })

  it('comes by its share, and alike where none has any', () => {
    const random = seeded(9)
    const count = (shares: Record<string, number>) =>
      Array.from({ length: 2000 }, () => drawn(shares, random)).filter((one) => one === 'a').length / 2000
    expect(count({ a: 20, b: 80 })).toBeCloseTo(0.2, 1)
    expect(count({ a: 0, b: 100 })).toBe(0)
    expect(count({ a: 0, b: 0 })).toBeCloseTo(0.5, 1)
  })

  it('is asked plainly: a step may be sent back one time in five', () => {
    expect(planFor(whole, monday).shares).toMatchObject({
      check: { accept: 80, revise: 20, reject: 0 },
      decide: { accept: 100, reject: 0 },
      cost: { 'cost-meet': 50, 'cost-decide': 50 },
      archive: { completed: 100 },
    })
  })
})
