import { describe, expect, it } from 'vitest'
import { anEdge, aReview, aTask } from '#test/builders/definition.ts'
import { complete, given, start } from '#test/engine/given.ts'
import { aProcedure } from '#test/engine/versions.ts'

describe('the exits of a step', () => {
  it('that belong to no outcome are those of its only one', () => {
    const plain = aProcedure(['check', 'sign'])
    given(plain, start()).when(complete('check')).leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened', node: 'sign' })
    const named = aProcedure(['check', 'sign', 'file'], {
      edges: [anEdge('check', 'sign'), anEdge('check', 'file', { outcome: 'accept' })],
    })
    given(named, start()).when(complete('check')).leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened', node: 'sign' })
  })

  it('that belong to no outcome are nobody’s where there are several', () => {
    const review = aProcedure([aReview('check', ['accept', 'revise']), 'sign'])
    given(review, start())
      .when(complete('check', 'accept'))
      .leadsTo({ type: 'TaskCompleted' }, { type: 'IncidentRaised', node: 'check', code: 'no-branch', exits: ['check-sign'] })
  })

  it('of its own outcome come before those that name none', () => {
    const own = aProcedure([aTask('check'), 'sign', 'file'], {
      edges: [anEdge('check', 'sign', { outcome: 'submit' }), anEdge('check', 'file')],
    })
    const { open } = given(own, start(), complete('check')).state
    expect(open).toMatchObject([{ node: 'sign' }])
  })
})
