import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aDecision,
  aDefinition,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anEvent,
  aParallel,
  aReview,
  aStart,
  aTask,
  aWait,
} from '#test/builders/definition.ts'
import { anyBranching, anyWalk, Walker } from '#test/engine/branching.ts'
import { markingOf } from '#test/engine/marking-of.ts'
import { tries } from '#test/support/tries.ts'
import type { NodeId } from '../ids.ts'
import { explore } from './explore.ts'
import { markingKey, stuckOpenings } from './marking.ts'

const sideBySide = (join: Parameters<typeof aJoin>[1] = {}) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aParallel('p'),
      aTask('a'),
      aTask('b'),
      aJoin('j', join),
      aTask('c'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'p'),
      anEdge('p', 'a'),
      anEdge('p', 'b'),
      anEdge('a', 'j'),
      anEdge('b', 'j'),
      anEdge('j', 'c'),
      anEdge('c', 'end'),
    ],
  })

const keysOf = (found: ReturnType<typeof explore>) => (found.kind === 'whole' ? [...found.markings.keys()].sort() : found.kind)

describe('the markings of a flow', () => {
  it('are every mixture of what goes on side by side', () => {
    expect(keysOf(explore(sideBySide(), { limit: 100 }))).toEqual(
      [
        '',
        '|apply|work',
        'p/p-a|a|work p/p-b|b|work',
        'p/p-a|a|work p/p-b|j|join',
        'p/p-a|j|join p/p-b|b|work',
        '|c|work',
      ].sort(),
    )
  })

  it('know that a join of any waits for nobody', () => {
    expect(keysOf(explore(sideBySide({ quorum: { kind: 'any' } }), { limit: 100 }))).toEqual(
      ['', '|apply|work', 'p/p-a|a|work p/p-b|b|work', '|c|work'].sort(),
    )
  })

  it('tell which nodes and edges no run comes over', () => {
    const lost = aDefinition({
      nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aTask('lost'), anEnd()],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'end'), anEdge('lost', 'end')],
    })
    const found = explore(lost, { limit: 100 })
    expect(found).toMatchObject({ kind: 'whole' })
    if (found.kind === 'whole') expect([found.entered.has('lost' as NodeId), found.taken.size]).toEqual([false, 2])
  })

  it('show a join that waits for a branch that has ended', () => {
    const short = aDefinition({
      nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aParallel('p'), aTask('a'), aJoin('j'), anEnd(), anEnd('other')],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'p'),
        anEdge('p', 'a'),
        anEdge('p', 'other'),
        anEdge('a', 'j'),
        anEdge('j', 'end'),
      ],
    })
    const found = explore(short, { limit: 100 })
    const stuck = found.kind === 'whole' ? [...found.markings.values()].filter((one) => stuckOpenings(one).length > 0) : []
    expect(stuck.map(markingKey)).toEqual(['p/p-a|j|join'])
    expect(found.kind === 'whole' && found.next.get('p/p-a|j|join')).toEqual([])
    const helped = explore(short, { limit: 100, helped: true })
    expect(helped.kind === 'whole' && helped.next.get('p/p-a|j|join')).toEqual([''])
  })

  it('stop for want of data only where that is asked for', () => {
    const asking = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aDecision('d'),
        aWait('w', { until: { kind: 'moment', field: 'day' } }),
        anEnd(),
      ],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'd'),
        anEdge('d', 'w', { when: { kind: 'field', field: 'x', op: 'filled' } }),
        anEdge('d', 'end', { otherwise: true }),
        anEdge('w', 'end'),
      ],
    })
    expect(keysOf(explore(asking, { limit: 100 }))).toEqual(['', '|apply|work', '|w|work'])
    const stopping = explore(asking, { limit: 100, helped: true, stopsAt: ['d', 'w'] as NodeId[] })
    expect(keysOf(stopping)).toEqual(['', '|apply|work', '|d|stop', '|w|stop', '|w|work'])
  })

  it('are without end where a parallel is come to in a branch of its own', () => {
    const growing = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aParallel('p'),
        aReview('a', ['accept', 'revise']),
        aTask('b'),
        aJoin('j'),
        anEnd(),
      ],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'p'),
        anEdge('p', 'a'),
        anEdge('p', 'b'),
        anEdge('a', 'j', { outcome: 'accept' }),
        anEdge('a', 'p', { outcome: 'revise' }),
        anEdge('b', 'j'),
        anEdge('j', 'end'),
      ],
    })
    expect(explore(growing, { limit: 100 })).toEqual({ kind: 'grows', node: 'p' })
  })

  it('go on through branches that one command joins and opens anew', () => {
    const again = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aParallel('p'),
        aDecision('d'),
        aTask('a'),
        aTask('b'),
        aJoin('j', { quorum: { kind: 'any' } }),
        anEvent('v'),
        anEnd(),
      ],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'p'),
        anEdge('p', 'd'),
        anEdge('p', 'b'),
        anEdge('d', 'a', { when: { kind: 'field', field: 'x', op: 'filled' } }),
        anEdge('d', 'v', { otherwise: true }),
        anEdge('a', 'v'),
        anEdge('v', 'j'),
        anEdge('b', 'j'),
        anEdge('j', 'p'),
      ],
    })
    const found = explore(again, { limit: 100 })
    // `a` leads over `v` to the join and into a new round, in which `d` leads over `v` at once: then `p` is the circle.
    expect(keysOf(found)).toEqual(['|apply|work', '|p|stop', 'p/p-b|b|work p/p-d|a|work'].sort())
  })

  it('are not all looked at when there are too many', () => {
    expect(explore(sideBySide(), { limit: 3 })).toEqual({ kind: 'too-many' })
  })
})

it('an instance rests only in markings that the exploration knows', () => {
  fc.assert(
    fc.property(anyBranching, anyWalk, (definition, steps) => {
      const stopsAt = definition.flow.nodes.map(({ id }) => id)
      const found = explore(definition, { limit: 1000, helped: true, stopsAt })
      if (found.kind !== 'whole') return
      new Walker(definition).walk(steps, (state) => {
        expect(found.markings.has(markingKey(markingOf(state)))).toBe(true)
      })
    }),
    { numRuns: tries(100) },
  )
})
