import { describe, expect, it } from 'vitest'
import {
  aDecision,
  aDefinition,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anEvent,
  anOutcome,
  aReview,
  aStart,
  aTask,
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
