import { describe, expect, it } from 'vitest'
import {
  aCall,
  aDecision,
  aDefinition,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anEvent,
  anOutcome,
  aParallel,
  aReview,
  aStart,
  aTask,
  aWait,
} from '#test/builders/definition.ts'
import { flowOrder, stepRows } from './rows.ts'

const names = (definition: Parameters<typeof stepRows>[0]) => stepRows(definition).map((row) => row.node.id)
const oc = (outcome: string) => ({ outcome: outcome as never })

/** Content for social media: reviewed by the head, then by the applicant; both may ask for a repair (domain 8.1). */
const content = () =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('head'), aLane('staff')],
    nodes: [
      aStart(),
      anEnd('end', { lane: 'staff' }),
      aTask('hand-over', { lane: 'staff' }),
      aTask('apply', { lane: 'applicant' }),
      aTask('make', { lane: 'staff' }),
      aTask('submit', { lane: 'staff' }),
      aReview('head-check', ['revise', 'accept'], { lane: 'head' }),
      aReview('applicant-check', ['revise', 'accept'], { lane: 'applicant' }),
      aTask('repair', { lane: 'staff' }),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'make'),
      anEdge('make', 'submit'),
      anEdge('submit', 'head-check'),
      anEdge('head-check', 'repair', oc('revise')),
      anEdge('head-check', 'applicant-check', oc('accept')),
      anEdge('applicant-check', 'repair', oc('revise')),
      anEdge('applicant-check', 'hand-over', oc('accept')),
      anEdge('repair', 'submit'),
      anEdge('hand-over', 'end'),
    ],
  })

describe('the rows of a flow', () => {
  it('puts a repair before the hand-over, as the printed standard does', () => {
    expect(names(content())).toEqual(['apply', 'make', 'submit', 'head-check', 'applicant-check', 'repair', 'hand-over'])
  })

  it('numbers rows from 1 and says where each exit leads', () => {
    const rows = stepRows(content())
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(rows[3]?.exits).toMatchObject([
      { kind: 'next', number: 5, label: 'accept', outcome: 'accept' },
      { kind: 'next', number: 6, label: 'revise', outcome: 'revise' },
    ])
    expect(rows[5]?.exits).toMatchObject([{ kind: 'back', number: 3 }])
    expect(rows[6]?.exits).toMatchObject([{ kind: 'end', number: null, to: 'end' }])
  })

  it('knows the first row and the last', () => {
    const rows = stepRows(content())
    expect(rows.filter((row) => row.first).map((row) => row.node.id)).toEqual(['apply'])
    expect(rows.filter((row) => row.last).map((row) => row.node.id)).toEqual(['hand-over'])
  })

  it('sends a rejection at either review back to the first step', () => {
    const upload = aDefinition({
      nodes: [
        aStart(),
        aTask('one'),
        aTask('two'),
        aReview('three', ['reject', 'accept']),
        aReview('four', ['reject', 'accept']),
        aTask('five'),
        anEnd(),
      ],
      edges: [
        anEdge('start', 'one'),
        anEdge('one', 'two'),
        anEdge('two', 'three'),
        anEdge('three', 'one', oc('reject')),
        anEdge('three', 'four', oc('accept')),
        anEdge('four', 'one', oc('reject')),
        anEdge('four', 'five', oc('accept')),
        anEdge('five', 'end'),
      ],
    })
    expect(names(upload)).toEqual(['one', 'two', 'three', 'four', 'five'])
    expect(stepRows(upload)[3]?.exits).toMatchObject([
      { kind: 'next', number: 5 },
      { kind: 'back', number: 1 },
    ])
    expect([...flowOrder(upload).back].toSorted()).toEqual(['four-reject-one', 'three-reject-one'])
  })

  it('sets a row below everything that leads to it', () => {
    const joined = aDefinition({
      nodes: [aStart(), aTask('join'), aTask('apply'), aDecision('which'), aTask('long'), anEvent('tell'), anEnd()],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'which'),
        anEdge('which', 'join', { otherwise: true }),
        anEdge('which', 'long', { label: 'besar' }),
        anEdge('long', 'tell'),
        anEdge('tell', 'join'),
        anEdge('join', 'end'),
      ],
    })
    expect(names(joined)).toEqual(['apply', 'which', 'long', 'tell', 'join'])
    expect(stepRows(joined)[1]?.exits.map((exit) => exit.label)).toEqual(['besar', null])
  })

  it('keeps what nothing leads to at the end, and lives with any draft', () => {
    const draft = aDefinition({
      nodes: [aTask('island'), aStart(), aTask('apply', { outcomes: [anOutcome('submit'), anOutcome('other')] }), anEnd()],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'gone', oc('submit')), anEdge('island', 'island')],
    })
    expect(names(draft)).toEqual(['apply', 'island'])
    expect(stepRows(draft)[1]?.exits).toMatchObject([{ kind: 'back', number: 2 }])
  })
})

/** Two opinions are asked side by side; a letter is waited for; another standard is run. */
const besideEachOther = () =>
  aDefinition({
    nodes: [
      aStart(),
      aTask('ask', { lane: 'applicant' }),
      aParallel('split'),
      aTask('legal'),
      aTask('technical'),
      aJoin('both'),
      aWait('letter', { until: { kind: 'report', event: 'Surat', atMost: { amount: 5, unit: 'workingDay' } } }),
      aCall('sub'),
      anEnd(),
      anEnd('no', { result: 'rejected' }),
    ],
    edges: [
      anEdge('start', 'ask'),
      anEdge('ask', 'split'),
      anEdge('split', 'legal'),
      anEdge('split', 'technical'),
      anEdge('legal', 'both'),
      anEdge('technical', 'both'),
      anEdge('both', 'letter'),
      anEdge('letter', 'no', oc('lapsed')),
      anEdge('letter', 'sub'),
      anEdge('sub', 'no', oc('rejected')),
      anEdge('sub', 'end'),
    ],
  })

describe('the rows of branches, waits and calls', () => {
  it('has no row for what splits and joins, and rows for waits and calls', () => {
    expect(names(besideEachOther())).toEqual(['ask', 'legal', 'technical', 'letter', 'sub'])
  })

  it('sees through a split to every row behind it, and through a join to what comes after', () => {
    const [ask, legal, technical] = stepRows(besideEachOther())
    expect(ask?.exits).toMatchObject([
      { edge: 'ask-split', to: 'legal', number: 2, kind: 'next', together: true, awaits: false, via: ['split-legal'] },
      { edge: 'ask-split', to: 'technical', number: 3, kind: 'next', together: true, awaits: false },
    ])
    expect(legal?.exits).toMatchObject([{ to: 'letter', number: 4, together: false, awaits: true }])
    expect(technical?.exits).toMatchObject([{ to: 'letter', number: 4, awaits: true }])
  })

  it('names the ways a wait and a call can be over, the usual one first', () => {
    const [letter, sub] = stepRows(besideEachOther()).slice(3)
    expect(letter?.exits.map(({ result, kind }) => [result, kind])).toEqual([
      [null, 'next'],
      ['lapsed', 'end'],
    ])
    expect(sub?.exits.map(({ result }) => result)).toEqual([null, 'rejected'])
    expect(sub?.last).toBe(true)
  })

  it('counts rows behind a split as first where the start leads into it', () => {
    const flow = aDefinition({
      nodes: [aStart(), aParallel('split'), aTask('a'), aTask('b'), aJoin('both'), anEnd()],
      edges: [
        anEdge('start', 'split'),
        anEdge('split', 'a'),
        anEdge('split', 'b'),
        anEdge('a', 'both'),
        anEdge('b', 'both'),
        anEdge('both', 'end'),
      ],
    })
    expect(stepRows(flow).map(({ first, last }) => [first, last])).toEqual([
      [true, true],
      [true, true],
    ])
  })

  it('stands a circle of splits and joins that leads nowhere', () => {
    const circle = aDefinition({
      nodes: [aStart(), aTask('a'), aParallel('split'), aJoin('join')],
      edges: [anEdge('start', 'a'), anEdge('a', 'split'), anEdge('split', 'join'), anEdge('join', 'split')],
    })
    expect(stepRows(circle)[0]?.exits).toMatchObject([{ to: 'split', kind: 'end', number: null }])
  })
})
