import { describe, expect, it } from 'vitest'
import {
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anEvent,
  aStart,
  aTask,
  aWait,
} from '#test/builders/definition.ts'
import { given, givenIn, start, startByCall, startByClock } from '#test/engine/given.ts'
import { aSeat, at } from '#test/engine/office.ts'
import { firstStep, firstSteps } from './start.ts'

const monthly = { every: 'month', day: 1, time: '08:00' } as const
/** A standard that begins in every way there is. */
const many = aDefinition({
  lanes: [anApplicantLane(), aLane('officer'), aLane('head')],
  nodes: [
    aStart({ id: 'by-clock', by: 'schedule', every: monthly }),
    aStart({ id: 'by-call', by: 'call' }),
    aStart({ id: 'by-head', by: 'staff' }),
    aStart({ id: 'by-officer', by: 'staff' }),
    aStart({ id: 'by-citizen', by: 'applicant' }),
    aStart({ id: 'second-call', by: 'call' }),
    aTask('propose', { lane: 'head' }),
    aTask('note', { form: 'f' }),
    aTask('apply', { lane: 'applicant' }),
    aTask('process'),
    anEvent('noticed'),
    anEnd(),
  ],
  edges: [
    anEdge('by-clock', 'noticed'),
    anEdge('noticed', 'process'),
    anEdge('by-call', 'process'),
    anEdge('second-call', 'propose'),
    anEdge('by-head', 'propose'),
    anEdge('by-officer', 'note'),
    anEdge('by-citizen', 'apply'),
    anEdge('propose', 'process'),
    anEdge('note', 'process'),
    anEdge('apply', 'process'),
    anEdge('process', 'end'),
  ],
  forms: [aForm('f', aField('choice', 'class'))],
  limits: [
    {
      when: { kind: 'field', field: 'class', op: 'is', value: 'b' },
      duration: { amount: 5, unit: 'workingDay', anchor: { kind: 'start' } },
    },
  ],
})

describe('of several starts', () => {
  it('the one is taken that the actor may begin', () => {
    given(many)
      .when(start({ by: 'applicant', outcome: 'submit' }))
      .leadsTo(
        { type: 'Started', node: 'by-citizen', on: '2026-11-23' },
        { type: 'TaskOpened', node: 'apply' },
        { type: 'TaskCompleted' },
        { type: 'TaskOpened' },
      )
    given(many)
      .when(start({ by: 'officer', outcome: 'submit' }))
      .leadsTo(
        { type: 'Started', node: 'by-officer', by: { personId: 'officer', positionId: 'officer' } },
        { type: 'TaskOpened', node: 'note' },
        { type: 'TaskCompleted' },
        { type: 'TaskOpened' },
      )
  })

  it('the one named is taken, or none', () => {
    const both = [aSeat('officer', 'asha'), aSeat('head', 'asha')]
    const story = givenIn({ definition: many, seats: both })
    const named = (node: string) => story.when(start({ by: 'asha', outcome: 'submit', start: node }))
    expect(story.when(start({ by: 'asha', outcome: 'submit' })).decision).toMatchObject({
      events: [{ node: 'by-head' }, {}, {}, {}],
    })
    expect(named('by-officer').decision).toMatchObject({ events: [{ node: 'by-officer' }, {}, {}, {}] })
    named('by-citizen').isRefused('may-not-start')
    named('by-clock').isRefused('may-not-start')
    named('nowhere').isRefused('may-not-start')
  })

  it('those that lead to one step are offered to people, in the order of the author', () => {
    expect(firstSteps(many).map(({ start: node, step }) => [node.id, step.id])).toEqual([
      ['by-call', 'process'],
      ['by-head', 'propose'],
      ['by-officer', 'note'],
      ['by-citizen', 'apply'],
      ['second-call', 'propose'],
    ])
    expect(firstStep(many)?.start.id).toBe('by-call')
    expect(firstStep(aDefinition({ edges: [] }))).toBeNull()
    expect(firstStep(aDefinition({ edges: [anEdge('start', 'apply'), anEdge('start', 'process')] }))).toBeNull()
    expect(firstStep(aDefinition({ edges: [anEdge('start', 'end')] }))).toBeNull()
  })
})

describe('an instance begun by the clock', () => {
  it('opens its first step for whoever it calls', () => {
    const state = given(many)
      .when(startByClock('by-clock', '2026-12-01 08:00'))
      .leadsTo(
        { type: 'Started', at: at('2026-12-01 08:00'), by: { kind: 'system' }, node: 'by-clock', on: '2026-12-01' },
        { type: 'EventHappened', node: 'noticed' },
        { type: 'TaskOpened', node: 'process', taskId: 't1' },
      )
    expect(state).toMatchObject({ status: 'running', starter: { kind: 'system' }, call: null, data: {} })
    expect(given(many, startByClock('by-clock', '2026-12-01 08:00')).events[0]).not.toHaveProperty('data')
  })

  it('begins at a start of the clock alone, and once', () => {
    for (const node of ['by-head', 'by-call', 'process', 'nowhere'])
      given(many).when(startByClock(node, '2026-12-01 08:00')).isRefused('may-not-start')
    given(many, startByClock('by-clock', '2026-12-01 08:00'))
      .when(startByClock('by-clock', '2026-12-01 08:01'))
      .isRefused('already-started')
  })
})

describe('an instance that another called', () => {
  const call = { instanceId: 'caller', waitId: 'w1' }

  it('begins with the data that came along, and the deadline that hangs on them', () => {
    const state = given(many)
      .when(startByCall({ class: 'b' }))
      .leadsTo(
        { type: 'Started', by: { kind: 'system' }, node: 'by-call', data: { class: 'b' }, call },
        { type: 'DeadlineSet', due: { at: at('2026-11-30 16:00') } },
        { type: 'TaskOpened', node: 'process' },
      )
    expect(state).toMatchObject({ data: { class: 'b' }, call })
  })

  it('begins where the call says, else at the first start for calls', () => {
    given(many)
      .when(startByCall({}, 'second-call'))
      .leadsTo({ type: 'Started', node: 'second-call' }, { type: 'TaskOpened', node: 'propose' })
    given(many).when(startByCall({}, 'by-clock')).isRefused('may-not-start')
    given(aDefinition()).when(startByCall()).isRefused('may-not-start')
    given(many, startByCall()).when(startByCall()).isRefused('already-started')
    expect(given(many, startByCall()).events[0]).not.toHaveProperty('data')
  })
})

describe('a start', () => {
  it('of a complaint by an official is recorded in the official’s own seat', () => {
    const complaint = aDefinition({
      nodes: [aStart({ by: 'complaint' }), aTask('apply', { lane: 'applicant' }), aTask('process'), anEnd()],
    })
    const seats = [aSeat('officer', 'budi'), aSeat('officer', 'asha', { kind: 'plt' })]
    givenIn({ definition: complaint, seats })
      .when(start({ by: 'asha' }))
      .leadsTo(
        { type: 'Started', by: { personId: 'asha', positionId: 'officer', seat: 'plt' } },
        { type: 'TaskOpened' },
        { type: 'TaskCompleted', by: { personId: 'asha' } },
        { type: 'TaskOpened' },
      )
    givenIn({ definition: complaint, seats })
      .when(start({ by: 'system' }))
      .isRefused('may-not-start')
    givenIn({ definition: complaint, seats })
      .when(start({ by: 'stranger' }))
      .isRefused('may-not-start')
  })

  it('for a lane that nobody of the office is in is nobody’s', () => {
    const byStaff = aDefinition({
      nodes: [aStart({ by: 'staff' }), aTask('apply', { lane: 'applicant' }), aWait('hold'), anEnd()],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'hold'), anEdge('hold', 'end')],
    })
    given(byStaff)
      .when(start({ by: 'officer', outcome: 'submit' }))
      .isRefused('may-not-start')
    given(byStaff)
      .when(start({ by: 'applicant', outcome: 'submit' }))
      .isRefused('may-not-start')
  })
})
