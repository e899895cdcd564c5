import { describe, expect, it } from 'vitest'
import { aDefinition, aJoin, aLane, anApplicantLane, anEdge, anEnd, aParallel, aStart, aTask } from '#test/builders/definition.ts'
import { complete, extend, given, resume, start, suspend, tick } from '#test/engine/given.ts'
import { at } from '#test/engine/office.ts'
import type { NodeId } from '../definition/ids.ts'
import { evolve, initialState, replay } from './evolve.ts'

const days = (amount: number) => ({ amount, unit: 'workingDay', anchor: { kind: 'entered' } }) as const

/** Two officers' steps side by side, each with its own time. */
const sideBySide = (over: { a?: object; b?: object } = {}) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aParallel('split'),
      aTask('a', { duration: days(1), ...over.a }),
      aTask('b', { duration: days(3), ...over.b }),
      aJoin('join'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      anEdge('split', 'a'),
      anEdge('split', 'b'),
      anEdge('a', 'join'),
      anEdge('b', 'join'),
      anEdge('join', 'end'),
    ],
  })

describe('a record', () => {
  const story = given(sideBySide(), start(), complete('a'))

  it('gives the state that its events were decided on (P2)', () => {
    expect(replay(story.events)).toEqual(story.state)
    expect(replay([])).toBe(initialState)
  })

  it('in which nothing stands yet holds no token', () => {
    expect(initialState.tokens).toEqual([])
  })

  it('of a release that named no branches is read as of the trunk', () => {
    const [started, ...rest] = given(aDefinition(), start()).events
    if (started === undefined) throw new Error('nothing was recorded')
    const node = 'which' as NodeId
    const by = { kind: 'system' } as const
    const raised = { type: 'IncidentRaised', at: 1, node, code: 'no-branch', missing: [], exits: [] } as const
    const stuck = evolve(replay([started]), raised)
    expect(stuck.incidents).toEqual([
      { node, branch: '', code: 'no-branch', missing: [], exits: [], taskId: null, rule: null, inputs: null },
    ])
    expect(evolve(stuck, { type: 'IncidentResolved', at: 2, by, node, edge: 'e', reason: 'x' }).incidents).toEqual([])
    expect(replay([started, ...rest]).open).toMatchObject([{ branch: '', parties: [], needed: 1, notWith: [] }])
  })
})

describe('of two steps side by side', () => {
  const both = given(sideBySide(), start())

  it('more time for one leaves the other as it is', () => {
    const { open } = both.and(extend('a', 1, 'workingDay')).state
    expect(open.map(({ node, extensions }) => [node, extensions.length])).toEqual([
      ['a', 1],
      ['b', 0],
    ])
  })

  it('only the one whose time has passed is late', () => {
    const { open } = both.and(tick('2026-11-25 08:00')).state
    expect(open.map(({ node, acts }) => [node, acts.map(({ act }) => act)])).toEqual([
      ['a', ['missed', 'escalated']],
      ['b', []],
    ])
  })

  it('one that stops the clock is enough to keep it stopped when a suspension ends', () => {
    const waiting = given(sideBySide({ a: { lane: 'applicant', pausesClock: true } }), start())
    const { since } = waiting.state.paused
    expect(since).toBe(at('2026-11-23 08:00'))
    expect(waiting.and(suspend('sengketa')).and(resume()).state.paused).toEqual({ since, total: 0, spans: [] })
  })
})
