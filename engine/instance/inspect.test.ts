import { expect, it } from 'vitest'
import { aJoin, aTask } from '#test/builders/definition.ts'
import { givenIn, inspect, start } from '#test/engine/given.ts'
import { aSeat } from '#test/engine/office.ts'
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
  none
    .withSeats([aSeat('head', 'head')])
    .when(inspect())
    .leadsTo({ type: 'IncidentCleared', node: 'a', branch: 'p.1/p-a', code: 'nobody-to-act' })
})
