import { describe, expect, it } from 'vitest'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aReview, aStart, aTask } from '#test/builders/definition.ts'
import { aScenario, does, starts, toDue, wholeWalk, winds } from '#test/builders/scenario.ts'
import { wholeAgency, wholeStandard } from '#test/builders/whole-standard.ts'
import { aCalendar } from '#test/engine/office.ts'
import type { Definition } from '../definition/schema.ts'
import { wordsOfBroken } from './broken-words.ts'
import { castOf } from './cast.ts'
import { runScenario } from './run-scenario.ts'
import { runScenarios } from './scenarios.ts'

const { calendar = aCalendar, positions } = wholeAgency()
const run = (scenario: Parameters<typeof runScenario>[1], definition: Definition = wholeStandard()) =>
  runScenario({ definition, calendar, cast: castOf(definition, positions) }, scenario)

/** Asked, checked within two working days, else given back; then it ends. */
const small = (over: Record<string, unknown> = {}) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('desk')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aReview('check', ['accept', 'revise'], { lane: 'desk', duration: { amount: 2, unit: 'workingDay' }, ...over }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'end', { outcome: 'accept' }),
      anEdge('check', 'apply', { outcome: 'revise' }),
    ],
    limits: [{ duration: { amount: 3, unit: 'workingDay', anchor: { kind: 'start' } } }],
  })
const good = [starts('apply'), does('check', 'accept')]
const end = { steps: ['apply', 'check'], end: 'end' }

const broken = (scenario: Parameters<typeof run>[0], definition = small()) => {
  const ran = run(scenario, definition)
  return ran.ok ? null : wordsOfBroken(scenario, ran)
}

describe('a scenario', () => {
  it('walks through every kind of step to the end it expects', () => {
    expect(run(wholeWalk())).toMatchObject({ ok: true, trial: { state: { status: 'completed', data: { shelf: 'B2' } } } })
  })

  it('keeps or misses its promise by the clock that it winds', () => {
    expect(broken(aScenario(good, { ...end, promise: 'kept' }))).toBeNull()
    const late = [starts('apply'), winds(1, 'week'), does('check', 'accept')]
    expect(broken(aScenario(late, { ...end, promise: 'missed' }))).toBeNull()
    expect(broken(aScenario(late, { ...end, promise: 'kept' }))).toMatchObject({ n: 0, happened: 'promise-missed' })
    expect(broken(aScenario(good, { ...end, promise: 'missed' }))).toMatchObject({ happened: 'promise-kept' })
  })

  it('lets what falls due act at its moment', () => {
    const back = small({ deadline: { afterwards: { kind: 'return', to: 'apply' } } })
    const walk = [starts('apply'), toDue, does('apply'), does('check', 'accept')]
    expect(broken(aScenario(walk, { steps: ['apply', 'apply', 'check'], end: 'end' }), back)).toBeNull()
    expect(broken(aScenario(walk, { steps: ['apply', 'apply', 'check'], end: 'end' }))).toMatchObject({
      ...{ n: 3, happened: 'not-open', node: 'apply', got: 'check' },
    })
  })

  it('may stop on its way, with what then stands open', () => {
    expect(broken(aScenario([starts('apply')], { steps: ['apply'], open: ['check'] }))).toBeNull()
    expect(broken(aScenario([starts('apply')], { steps: ['apply'], open: ['apply'] }))).toMatchObject({
      ...{ n: 0, happened: 'ended', got: 'check', expected: 'apply' },
    })
  })

  it.each([
    ['a step that is not open', aScenario([starts('apply'), does('apply')], end), { n: 2, happened: 'not-open', got: 'check' }],
    ['an outcome that is gone', aScenario([starts('apply'), does('check', 'reject')], end), { n: 2, happened: 'outcome' }],
    ['a reason that is missing', aScenario([starts('apply'), does('check', 'revise')], end), { n: 2, happened: 'reason' }],
    [
      'an answer that is not asked',
      aScenario([starts('apply', { answers: { name: 'A' } })], end),
      { n: 1, happened: 'answer', got: 'name' },
    ],
    ['somebody else', aScenario([starts('apply'), does('check', 'accept', { by: 'head' })], end), { n: 2, happened: 'nobody' }],
    ['a step after the end', aScenario([...good, does('check', 'accept')], end), { n: 3, happened: 'over' }],
    ['a step before the beginning', aScenario([does('check', 'accept')], end), { n: 1, happened: 'not-begun' }],
    ['a beginning elsewhere', aScenario([starts('check')], end), { n: 1, happened: 'not-open', got: 'apply' }],
    ['nothing that falls due', aScenario([...good, toDue], end), { n: 3, happened: 'nothing-due' }],
    [
      'another step',
      aScenario(good, { steps: ['apply', 'apply'], end: 'end' }),
      { n: 2, happened: 'other-step', got: 'check', expected: 'apply' },
    ],
    ['a step too many', aScenario(good, { steps: ['apply'], end: 'end' }), { n: 2, happened: 'more-steps', got: 'check' }],
    [
      'a step too few',
      aScenario(good, { steps: ['apply', 'check', 'check'], end: 'end' }),
      { n: 0, happened: 'fewer-steps', expected: 'check' },
    ],
    [
      'another end',
      aScenario(good, { ...end, end: 'refused' }),
      { n: 0, happened: 'other-end', got: 'end', expected: 'refused' },
    ],
    ['no end', aScenario([starts('apply')], { steps: ['apply'], end: 'end' }), { n: 0, happened: 'still-open', got: 'check' }],
  ])('says what happened instead: %s', (_name, scenario, words) => {
    expect(broken(scenario)).toMatchObject({ scenario: 'Jalan biasa', ...words })
  })

  it('is not run again while what it walks on stays the same', () => {
    const definition = { ...wholeStandard(), scenarios: [wholeWalk()] }
    const ground = { calendar, positions }
    const [first] = runScenarios(definition, ground)
    const otherWords = { ...definition, notes: ['Catatan'] }
    expect(runScenarios(otherWords, ground)[0]?.run).toBe(first?.run)
    const otherFlow = { ...definition, flow: { ...definition.flow } }
    expect(runScenarios(otherFlow, ground)[0]?.run).not.toBe(first?.run)
  })
})
