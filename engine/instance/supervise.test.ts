import { describe, expect, it } from 'vitest'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anEvent,
  aParallel,
  aStart,
  aTask,
  aWait,
} from '#test/builders/definition.ts'
import { cancel, complete, given, givenIn, inspect, report, resolve, start, suspend, tick } from '#test/engine/given.ts'
import { aDigest, aSeat, fullOffice } from '#test/engine/office.ts'

const isClass = (value: string) => ({ kind: 'field', field: 'class', op: 'is', value })
const f = aForm('f', aField('choice', 'class'), aField('number', 'area'))

describe('a decision that nobody can take but a person', () => {
  const deciding = aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'f' }),
      aDecision('which'),
      aTask('light'),
      aTask('heavy'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'which'),
      anEdge('which', 'light', { when: { kind: 'field', field: 'area', op: 'at-most', value: 100 } }),
      anEdge('which', 'heavy', { when: { kind: 'field', field: 'area', op: 'at-least', value: 100 } }),
      anEdge('light', 'end'),
      anEdge('heavy', 'end'),
    ],
    forms: [f],
  })

  it.each([
    [{}, 'unknown-data', ['area'], { area: null }],
    [{ area: 100 }, 'several-branches', [], { area: 100 }],
  ])('of %j is an incident with the rule and what was known', (data, code, missing, inputs) => {
    const begun = given(deciding, start({ data }))
    const [incident] = begun.state.incidents
    expect(incident).toMatchObject({ node: 'which', branch: '', code, missing, inputs, taskId: null })
    expect(incident?.exits).toEqual(['which-light', 'which-heavy'])
    const raised = begun.events.find((event) => event.type === 'IncidentRaised')
    expect(raised).toMatchObject({ rule: incident?.rule, ruleHash: aDigest(incident?.rule ?? '') })
    const state = begun.when(resolve('which-heavy', { reason: ' atas petunjuk ' })).leadsTo(
      {
        type: 'IncidentResolved',
        node: 'which',
        branch: '',
        edge: 'which-heavy',
        reason: 'atas petunjuk',
        by: { positionId: null },
      },
      { type: 'TaskOpened', node: 'heavy' },
    )
    expect(state.incidents).toEqual([])
    begun.when(resolve('which-heavy', { reason: '' })).isRefused('reason-required')
    begun.when(resolve('nowhere')).isRefused('unknown-edge', { edge: 'nowhere' })
    begun.and(suspend('x')).when(resolve('which-heavy')).isRefused('suspended')
  })
})

describe('two incidents at once', () => {
  const twice = aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'f' }),
      aParallel('split'),
      anEvent('left'),
      anEvent('right'),
      aDecision('which'),
      aTask('light'),
      aTask('heavy'),
      aJoin('join'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      anEdge('split', 'left'),
      anEdge('split', 'right'),
      anEdge('left', 'which'),
      anEdge('right', 'which'),
      anEdge('which', 'light', { when: isClass('a') }),
      anEdge('which', 'heavy', { when: isClass('b') }),
      anEdge('light', 'join'),
      anEdge('heavy', 'join'),
      anEdge('join', 'end'),
    ],
    forms: [f],
  })
  const stuck = given(twice, start())
  const [left, right] = ['split.1/split-left', 'split.1/split-right']

  it('stand in their branches', () => {
    expect(stuck.state.incidents).toMatchObject([
      { node: 'which', branch: left, code: 'unknown-data' },
      { node: 'which', branch: right, code: 'unknown-data' },
    ])
  })

  it('are resolved one by one: the one named, or else the first that offers the exit', () => {
    stuck
      .when(resolve('which-heavy', { incident: `${right}#which` }))
      .leadsTo({ type: 'IncidentResolved', node: 'which', branch: right }, { type: 'TaskOpened', node: 'heavy', branch: right })
    stuck
      .when(resolve('which-heavy', { incident: 'which' }))
      .leadsTo({ type: 'IncidentResolved', branch: left }, { type: 'TaskOpened', branch: left })
    const one = stuck.and(resolve('which-heavy'))
    expect(one.state).toMatchObject({ incidents: [{ branch: right }], open: [{ node: 'heavy', branch: left }] })
    one.when(resolve('which-light', { incident: `${left}#which` })).isRefused('no-incident')
    const both = one.and(resolve('which-light'))
    expect(both.state.open).toMatchObject([
      { node: 'heavy', branch: left },
      { node: 'light', branch: right },
    ])
    expect(both.and(complete('light')).and(complete('heavy')).state.status).toBe('completed')
  })

  it('of which none is the one named, or offers the exit, are left as they are', () => {
    stuck.when(resolve('which-heavy', { incident: 'elsewhere' })).isRefused('no-incident')
    stuck.when(resolve('left-which', { incident: `${left}#which` })).isRefused('unknown-edge', { edge: 'left-which' })
    stuck.when(resolve('left-which', { incident: 'which' })).isRefused('unknown-edge', { edge: 'left-which' })
  })
})

describe('a step without anybody who may do it', () => {
  const vacant = aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('head')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('process', { pausesClock: true }),
      aTask('sign', { lane: 'head' }),
      anEnd(),
    ],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'process'), anEdge('process', 'sign'), anEdge('sign', 'end')],
    limits: [{ duration: { amount: 10, unit: 'workingDay', anchor: { kind: 'start' } } }],
  })
  const inOffice = (...ids: string[]) => ids.map((id) => aSeat(id, id))
  const empty = givenIn({ definition: vacant, seats: inOffice('head') }, start())

  it('is passed over by a supervisor: the step is withdrawn and the clock runs on', () => {
    empty
      .when(resolve('process-sign', { at: '2026-11-25 08:00' }))
      .leadsTo(
        { type: 'IncidentResolved', node: 'process' },
        { type: 'TaskWithdrawn', taskId: 't2', because: 'resolved' },
        { type: 'ClockResumed', node: 'process' },
        { type: 'DeadlineSet' },
        { type: 'TaskOpened', node: 'sign' },
      )
  })

  it('is found by the monitor, once, and cleared when somebody may', () => {
    const staffed = givenIn({ definition: vacant, seats: fullOffice(vacant) }, start())
    staffed.when(inspect()).leadsTo()
    const left = staffed.withSeats(inOffice('head'))
    left.when(inspect()).leadsTo({
      type: 'IncidentRaised',
      node: 'process',
      branch: '',
      code: 'nobody-to-act',
      taskId: 't2',
      exits: ['process-sign'],
    })
    left.and(inspect()).when(inspect()).leadsTo()
    const back = left.and(inspect()).withSeats(inOffice('officer'))
    const state = back.when(inspect()).leadsTo({ type: 'IncidentCleared', node: 'process', branch: '', code: 'nobody-to-act' })
    expect(state.incidents).toEqual([])
    expect(state.open).toMatchObject([{ node: 'process' }])
  })

  it('is not looked for in an instance that stands still, is over or has not begun', () => {
    const staffed = givenIn({ definition: vacant, seats: fullOffice(vacant) }, start())
    staffed.and(suspend('x')).withSeats([]).when(inspect()).leadsTo()
    staffed.and(cancel('x')).withSeats([]).when(inspect()).leadsTo()
    givenIn({ definition: vacant, seats: [] }).when(inspect()).leadsTo()
  })

  it('stays an incident when only its due moment moves', () => {
    const timed = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aTask('process', { duration: { amount: 1, unit: 'workingDay' } }),
        anEnd(),
      ],
    })
    const late = givenIn({ definition: timed, seats: inOffice('head') }, start()).and(tick('2026-11-24 16:00'))
    expect(late.state.incidents).toMatchObject([{ code: 'nobody-to-act', taskId: 't2' }])
    expect(late.state.open[0]?.acts).toHaveLength(2)
  })
})

describe('an incident at a join', () => {
  it('withdraws what its branches still hold', () => {
    const short = aDefinition({
      lanes: [anApplicantLane(), aLane('officer')],
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aParallel('split'),
        aTask('a'),
        aTask('b'),
        aWait('c'),
        aJoin('join'),
        aTask('sign'),
        anEnd(),
        anEnd('stop'),
      ],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'split'),
        anEdge('split', 'a'),
        anEdge('split', 'b'),
        anEdge('split', 'c'),
        anEdge('a', 'stop'),
        anEdge('b', 'join'),
        anEdge('c', 'join'),
        anEdge('join', 'sign'),
        anEdge('sign', 'end'),
      ],
    })
    const stuck = given(short, start(), complete('a'), report('c'), complete('b'))
    expect(stuck.state.incidents).toMatchObject([{ code: 'join-short', node: 'join', branch: 'split.1' }])
    const state = stuck
      .when(resolve('join-sign', { incident: 'split.1#join' }))
      .leadsTo(
        { type: 'IncidentResolved', node: 'join', branch: 'split.1' },
        { type: 'BranchesJoined', node: 'join', scope: 'split.1', branch: '', arrived: ['split.1/split-c', 'split.1/split-b'] },
        { type: 'TaskOpened', node: 'sign', branch: '' },
      )
    expect(state).toMatchObject({ tokens: [''], openings: {}, arrived: [], incidents: [] })
  })
})

describe('a cancelled instance', () => {
  it('withdraws everything in every branch, with a reason', () => {
    const wide = aDefinition({
      lanes: [anApplicantLane(), aLane('officer')],
      nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aParallel('split'), aTask('a'), aWait('b'), anEnd()],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'split'),
        anEdge('split', 'a'),
        anEdge('split', 'b'),
        anEdge('a', 'end'),
        anEdge('b', 'end'),
      ],
    })
    const running = given(wide, start())
    running.when(cancel(' ')).isRefused('reason-required')
    const state = running
      .when(cancel(' dicabut '))
      .leadsTo(
        { type: 'TaskWithdrawn', taskId: 't2', because: 'cancelled' },
        { type: 'WaitWithdrawn', waitId: 't3', because: 'cancelled' },
        { type: 'Cancelled', reason: 'dicabut', by: { kind: 'person', positionId: null } },
      )
    expect(state).toMatchObject({ status: 'cancelled', tokens: [], openings: {}, closedTasks: ['t1', 't2'], closedWaits: ['t3'] })
    expect(state.endedAt).not.toBeNull()
  })
})
