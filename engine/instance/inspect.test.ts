import { expect, it } from 'vitest'
import { aDefinition, aJoin, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { claim, complete, givenIn, inspect, resolve, start, startByCall, tick } from '#test/engine/given.ts'
import { aSeat, at } from '#test/engine/office.ts'
import { aFork } from '#test/engine/versions.ts'

it('tells of each step by itself that nobody, or again somebody, may do it', () => {
  const definition = aFork([aTask('a', { lane: 'head' }), 'b'], aJoin('j'))
  const half = givenIn({ definition, seats: [aSeat('officer', 'officer')] }, start())
  expect(half.state.incidents).toMatchObject([{ node: 'a', code: 'nobody-to-act', taskId: 't2' }])
  half.when(inspect()).leadsTo()
  const none = half.withSeats([]).and(inspect())
  expect(none.state.incidents.map(({ node }) => node)).toEqual(['a', 'b'])
  none
    .withSeats([aSeat('officer', 'officer')])
    .when(inspect())
    .leadsTo({ type: 'IncidentCleared', node: 'b', branch: 'p.1/p-b', code: 'nobody-to-act' })
  const taken = none.withSeats([aSeat('officer', 'officer')]).and(claim('b', { by: 'officer' }))
  expect(taken.state.incidents.map(({ node }) => node)).toEqual(['a'])
  const done = none.withSeats([aSeat('officer', 'officer')]).and(complete('b', 'submit', { by: 'officer' }))
  expect(done.state.incidents.map(({ node }) => node)).toEqual(['a'])
  none
    .withSeats([aSeat('head', 'head')])
    .when(inspect())
    .leadsTo({ type: 'IncidentCleared', node: 'a', branch: 'p.1/p-a', code: 'nobody-to-act' })
})

it('tells a supervisor of a step for an applicant where there is none, once, and the supervisor chooses the way on', () => {
  const definition = aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [
      aStart({ by: 'call', lane: 'officer' }),
      aTask('plan'),
      aTask('agree', { jointLanes: ['applicant'], quorum: { kind: 'all' } }),
      aTask('mend', { lane: 'applicant', pausesClock: true }),
      anEnd(),
    ],
    edges: [anEdge('start', 'plan'), anEdge('plan', 'agree'), anEdge('agree', 'mend'), anEdge('mend', 'end')],
  })
  const seats = [aSeat('officer', 'officer')]
  const planned = (hasApplicant: boolean) => givenIn({ definition, seats, hasApplicant }, startByCall(), complete('plan'))
  expect(planned(true).state.incidents).toEqual([])
  const agreed = planned(false)
  expect(agreed.state.incidents).toEqual([])
  const done = complete('agree', 'submit', { by: 'officer' })
  agreed
    .when(done)
    .leadsTo({ type: 'PartCompleted' }, { type: 'IncidentRaised', code: 'no-applicant', node: 'agree', taskId: 't2' })
  const stuck = agreed.and(done)
  stuck.when(inspect()).leadsTo()
  const next = stuck
    .when(resolve('agree-mend'))
    .leadsTo(
      { type: 'IncidentResolved' },
      { type: 'TaskWithdrawn' },
      { type: 'TaskOpened', node: 'mend' },
      { type: 'ClockPaused' },
      { type: 'IncidentRaised', code: 'no-applicant', node: 'mend', exits: ['mend-end'] },
    )
  expect(next.open).toMatchObject([{ node: 'mend' }])
})

it('says no more that an applicant is missing once a deadline has given the step to the office', () => {
  const late = {
    duration: { amount: 1, unit: 'workingDay' as const },
    deadline: { afterwards: { kind: 'reassign' as const, to: ['officer'] } },
  }
  const definition = aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [aStart({ by: 'call', lane: 'officer' }), aTask('mend', { lane: 'applicant', ...late }), anEnd()],
    edges: [anEdge('start', 'mend'), anEdge('mend', 'end')],
  })
  const stuck = givenIn({ definition, seats: [aSeat('officer', 'officer')], hasApplicant: false }, startByCall())
  expect(stuck.state.incidents).toMatchObject([{ code: 'no-applicant', node: 'mend' }])
  const handed = stuck.and(tick(at('2026-12-01 08:00')))
  expect(handed.state.open).toMatchObject([{ candidates: [{ kind: 'position', positionId: 'officer' }] }])
  expect(handed.state.incidents).toEqual([])
})
