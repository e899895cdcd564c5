import { describe, expect, it } from 'vitest'
import {
  aDecision,
  aDefinition,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aParallel,
  aStart,
  aTask,
  aWait,
} from '#test/builders/definition.ts'
import { cancel, complete, given, reopen, report, resolve, type Story, sendBack, start } from '#test/engine/given.ts'
import { at } from '#test/engine/office.ts'
import { stepsToRedo } from './send-back.ts'

const redoable = ({ state, world }: Story) => stepsToRedo(world.definition, state).map(({ id }) => id)

describe('a step sent back', () => {
  const line = aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('draft', { duration: { amount: 2, unit: 'workingDay' } }),
      aTask('complete', { lane: 'applicant', pausesClock: true }),
      aWait('letter', { pausesClock: true }),
      aTask('sign'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'draft'),
      anEdge('draft', 'complete'),
      anEdge('complete', 'letter'),
      anEdge('letter', 'sign'),
      anEdge('sign', 'end'),
    ],
  })
  const drafted = given(line, start(), complete('draft'))

  it('opens anew while what is under way is withdrawn, with a reason', () => {
    drafted.when(sendBack('draft', { reason: ' ' })).isRefused('reason-required')
    const state = drafted
      .when(sendBack('draft', { at: '2026-11-24 09:00' }))
      .leadsTo(
        { type: 'TaskWithdrawn', taskId: 't3', because: 'sent-back' },
        { type: 'SentBack', to: 'draft', branch: '', reason: 'ada yang keliru', by: { personId: 'officer', positionId: null } },
        { type: 'ClockResumed', node: 'draft' },
        { type: 'TaskOpened', node: 'draft', branch: '', round: 2, due: { at: at('2026-11-26 16:00') } },
      )
    expect(state).toMatchObject({ tokens: [''], closedTasks: ['t1', 't2', 't3'], open: [{ node: 'draft', round: 2 }] })
    expect(state.steps).toMatchObject({ draft: { round: 1 } })
  })

  it('withdraws a wait as well', () => {
    drafted
      .and(complete('complete'))
      .when(sendBack('draft'))
      .leadsTo(
        { type: 'WaitWithdrawn', waitId: 't4', because: 'sent-back' },
        { type: 'SentBack' },
        { type: 'ClockResumed' },
        { type: 'TaskOpened', node: 'draft' },
      )
  })

  it('must have been done, and be a step', () => {
    drafted.when(sendBack('sign')).isRefused('step-not-done', { node: 'sign' })
    drafted.when(sendBack('complete')).isRefused('step-not-done', { node: 'complete' })
    drafted.and(complete('complete')).and(report('letter')).when(sendBack('letter')).isRefused('step-not-done')
    drafted.when(sendBack('nowhere')).isRefused('step-not-done', { node: 'nowhere' })
    given(line).when(sendBack('apply')).isRefused('not-started')
    drafted.and(cancel('x')).when(sendBack('draft')).isRefused('not-running', { status: 'cancelled' })
    expect(redoable(drafted)).toEqual(['apply', 'draft'])
    expect(redoable(drafted.and(cancel('x')))).toEqual([])
  })

  it('may be sent back again and again', () => {
    const twice = drafted.and(sendBack('draft')).and(complete('draft')).and(sendBack('draft'))
    expect(twice.state.open).toMatchObject([{ node: 'draft', round: 3 }])
  })
})

describe('a step sent back in a branch', () => {
  const branched = aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aParallel('split'),
      aTask('survey'),
      aTask('measure'),
      aTask('plan'),
      aParallel('inner'),
      aTask('fire'),
      aTask('roads'),
      aJoin('inside'),
      aJoin('join'),
      aTask('sign'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      anEdge('split', 'survey'),
      anEdge('split', 'plan'),
      anEdge('survey', 'measure'),
      anEdge('measure', 'join'),
      anEdge('plan', 'inner'),
      anEdge('inner', 'fire'),
      anEdge('inner', 'roads'),
      anEdge('fire', 'inside'),
      anEdge('roads', 'inside'),
      anEdge('inside', 'join'),
      anEdge('join', 'sign'),
      anEdge('sign', 'end'),
    ],
  })
  const running = given(branched, start(), complete('survey'), complete('plan'))

  it('touches its own branch alone', () => {
    const state = running
      .when(sendBack('survey'))
      .leadsTo(
        { type: 'TaskWithdrawn', taskId: 't4' },
        { type: 'SentBack', to: 'survey', branch: 'split.1/split-survey' },
        { type: 'TaskOpened', node: 'survey', branch: 'split.1/split-survey', round: 2 },
      )
    expect(state.open.map(({ node }) => node)).toEqual(['fire', 'roads', 'survey'])
    expect(Object.keys(state.openings)).toEqual(['split.1', 'split.1/split-plan/inner.1'])
  })

  it('undoes what was opened within its branch', () => {
    const state = running
      .and(complete('fire'))
      .when(sendBack('plan'))
      .leadsTo(
        { type: 'TaskWithdrawn', taskId: 't6', because: 'sent-back' },
        { type: 'SentBack', to: 'plan', branch: 'split.1/split-plan' },
        { type: 'TaskOpened', node: 'plan', branch: 'split.1/split-plan', round: 2 },
      )
    expect(state).toMatchObject({ tokens: ['split.1/split-survey', 'split.1/split-plan'], arrived: [] })
    expect(Object.keys(state.openings)).toEqual(['split.1'])
    expect(state.open.map(({ node }) => node)).toEqual(['measure', 'plan'])
  })

  it('takes a branch back from the join at which it waits', () => {
    const arrived = running.and(complete('measure'))
    expect(arrived.state.arrived).toHaveLength(1)
    const state = arrived.when(sendBack('survey')).leadsTo({ type: 'SentBack' }, { type: 'TaskOpened', node: 'survey', round: 2 })
    expect(state.arrived).toEqual([])
    const again = arrived.and(sendBack('survey')).and(complete('survey')).and(complete('measure'))
    expect(again.and(complete('fire')).and(complete('roads')).state.open).toMatchObject([{ node: 'sign' }])
  })

  it('before the branches undoes them all', () => {
    const state = running
      .when(sendBack('apply'))
      .leadsTo(
        { type: 'TaskWithdrawn', taskId: 't4' },
        { type: 'TaskWithdrawn', taskId: 't5' },
        { type: 'TaskWithdrawn', taskId: 't6' },
        { type: 'SentBack', to: 'apply', branch: '' },
        { type: 'TaskOpened', node: 'apply', branch: '', round: 2 },
      )
    expect(state).toMatchObject({ tokens: [''], openings: {}, open: [{ node: 'apply' }] })
  })

  it('is refused when its branch has been joined', () => {
    const inside = running.and(complete('fire')).and(complete('roads'))
    inside.when(sendBack('fire')).isRefused('branch-closed', { node: 'fire' })
    expect(redoable(inside)).toEqual(['apply', 'survey', 'plan'])
    const joined = inside.and(complete('measure'))
    for (const node of ['survey', 'measure', 'plan', 'fire']) joined.when(sendBack(node)).isRefused('branch-closed', { node })
    expect(redoable(joined)).toEqual(['apply'])
    expect(joined.and(sendBack('apply')).state.open).toMatchObject([{ node: 'apply', round: 2 }])
  })

  it('of an instance that was opened again goes on along the trunk', () => {
    const closed = running.and(complete('fire')).and(complete('roads')).and(complete('measure')).and(complete('sign'))
    const again = closed.and(reopen('measure'))
    expect(again.state).toMatchObject({ tokens: [''], open: [{ node: 'measure', branch: '' }] })
    again.when(complete('measure')).leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened', node: 'sign', branch: '' })
  })
})

describe('a step sent back from an incident', () => {
  it('takes the incident away with it', () => {
    const unsure = aDefinition({
      nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aTask('weigh'), aDecision('which'), aTask('sign'), anEnd()],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'weigh'), anEdge('weigh', 'which'), anEdge('sign', 'end')],
    })
    const stuck = given(unsure, start(), complete('weigh'))
    expect(stuck.state.incidents).toMatchObject([{ code: 'no-branch', node: 'which' }])
    const state = stuck.when(sendBack('weigh')).leadsTo({ type: 'SentBack' }, { type: 'TaskOpened', node: 'weigh', round: 2 })
    expect(state.incidents).toEqual([])
    stuck.and(sendBack('weigh')).when(resolve('x')).isRefused('no-incident')
  })
})
