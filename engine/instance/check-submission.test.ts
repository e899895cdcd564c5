import { describe, expect, it } from 'vitest'
import {
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anOutcome,
  aReview,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { complete, given, givenIn, start } from '#test/engine/given.ts'
import { aSeat } from '#test/engine/office.ts'
import type { Outcome, TaskNode } from '../definition/flow.ts'
import { asksDisposition, needsReason } from './check-submission.ts'
import { findTask } from './graph.ts'

const kinds = ['submit', 'accept', 'revise', 'reject', 'other'] as const

describe('a reason', () => {
  it('is asked of who sends back or refuses, and where the author asks for one', () => {
    const asked = (reason: 'required' | 'optional') => kinds.filter((kind) => needsReason(anOutcome(kind, { reason }) as Outcome))
    expect(asked('optional')).toEqual(['revise', 'reject'])
    expect(asked('required')).toEqual([...kinds])
  })

  it('may be as long as a paragraph, and is trimmed', () => {
    const reviewed = given(
      aDefinition({
        nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aReview('check'), anEnd()],
        edges: [
          anEdge('start', 'apply'),
          anEdge('apply', 'check'),
          anEdge('check', 'end', { outcome: 'accept' }),
          anEdge('check', 'apply', { outcome: 'revise' }),
          anEdge('check', 'apply', { id: 'again', outcome: 'reject' }),
        ],
      }),
      start(),
    )
    const longest = 'x'.repeat(2000)
    reviewed
      .when(complete('check', 'revise', { reason: ` ${longest} ` }))
      .leadsTo({ type: 'TaskCompleted', reason: longest }, { type: 'TaskOpened' })
    reviewed.when(complete('check', 'revise', { reason: `${longest}x` })).isRefused('reason-too-long', { max: 2000 })
    reviewed.when(complete('check', 'accept', { reason: `${longest}x` })).isRefused('reason-too-long', { max: 2000 })
    reviewed.when(complete('check', 'accept')).leadsTo({ type: 'TaskCompleted', reason: null }, { type: 'Ended' })
    reviewed
      .when(complete('check', 'approve'))
      .isRefused('unknown-outcome', { outcome: 'approve', known: ['accept', 'revise', 'reject'] })
  })
})

describe('a disposition', () => {
  const disposing = (to: 'person' | 'position', min = 1, max = 2) =>
    aDefinition({
      lanes: [anApplicantLane(), aLane('head'), aLane('staff', ['a', 'b', 'c'])],
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aTask('dispose', { lane: 'head', disposition: { lane: 'staff', to, min, max } }),
        aTask('work', { lane: 'staff', assignment: { kind: 'disposition', from: 'dispose' } }),
        anEnd(),
      ],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'dispose'), anEdge('dispose', 'work'), anEdge('work', 'end')],
    })
  const dispose = (to: readonly string[], spec: Parameters<typeof disposing>, instruction?: string) =>
    given(disposing(...spec), start()).when(complete('dispose', 'submit', { to, ...(instruction ? { instruction } : {}) }))

  it('is asked of every outcome but those that send back or refuse', () => {
    const step = findTask(disposing('person'), 'dispose') as TaskNode
    const plain = findTask(disposing('person'), 'work') as TaskNode
    const asking = kinds.filter((kind) => asksDisposition(step, anOutcome(kind) as Outcome) !== null)
    expect(asking).toEqual(['submit', 'accept', 'other'])
    expect(asksDisposition(plain, anOutcome('accept') as Outcome)).toBeNull()
  })

  it('names at least and at most as many as the author says', () => {
    dispose(['a'], ['position', 2, 2]).isRefused('disposition-count', { min: 2, max: 2 })
    expect(dispose(['a', 'b'], ['position', 2, 2]).decision.ok).toBe(true)
    dispose(['a', 'b', 'c'], ['position', 2, 2]).isRefused('disposition-count', { min: 2, max: 2 })
    expect(dispose(['a', 'b', 'a'], ['position', 2, 2]).decision.ok).toBe(true)
    dispose(['a', 'a'], ['position', 2, 2]).isRefused('disposition-count')
  })

  it('to a position needs somebody in it, and may name the person', () => {
    expect(dispose(['a'], ['position']).decision.ok).toBe(true)
    expect(dispose(['a:a'], ['position']).decision.ok).toBe(true)
    dispose(['a:b'], ['position']).isRefused('disposition-not-holder', { personId: 'b' })
    const vacant = givenIn({ definition: disposing('position'), seats: [aSeat('head', 'head'), aSeat('b', 'budi')] }, start())
    vacant.when(complete('dispose', 'submit', { to: ['a'] })).isRefused('disposition-not-holder', { personId: '' })
    vacant.when(complete('dispose', 'submit', { to: ['b', 'a:budi'] })).isRefused('disposition-not-holder', { personId: 'budi' })
  })

  it('to a person must name one', () => {
    dispose(['a'], ['person']).isRefused('disposition-not-holder', { personId: '' })
    dispose(['a:a', 'b'], ['person']).isRefused('disposition-not-holder', { personId: '' })
    expect(dispose(['a:a', 'b:b'], ['person']).decision.ok).toBe(true)
  })

  it('stays within its lane', () => {
    dispose(['a', 'head'], ['position']).isRefused('disposition-outside-lane', { positionId: 'head' })
  })

  it('carries an instruction of a paragraph at most, trimmed', () => {
    const longest = 'x'.repeat(2000)
    dispose(['a'], ['position'], `${longest}x`).isRefused('reason-too-long', { max: 2000 })
    dispose(['a'], ['position'], ` ${longest} `).leadsTo(
      { type: 'TaskCompleted', disposition: { assignees: [{ positionId: 'a', personId: null }], instruction: longest } },
      { type: 'TaskOpened' },
    )
    dispose(['a'], ['position'], '  ').isRefused('disposition-required')
  })

  it('is not taken where none is asked', () => {
    const done = given(disposing('position'), start(), complete('dispose', 'submit', { to: ['a'] }))
    done.when(complete('work', 'submit', { to: ['a'] })).isRefused('disposition-not-asked')
  })
})

describe('what was entered', () => {
  const isClass = (value: string) => ({ kind: 'field', field: 'class', op: 'is', value })
  const filled = aDefinition({
    nodes: [aStart(), aTask('apply', { lane: 'applicant', form: 'f' }), aTask('process', { form: 'f' }), aTask('file'), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'process'), anEdge('process', 'file'), anEdge('file', 'end')],
    forms: [
      aForm(
        'f',
        aField('choice', 'class', { required: true }),
        aField('number', 'area', { visibleWhen: isClass('c') }),
        aField('text', 'note'),
      ),
    ],
  })
  const begun = given(filled, start({ data: { class: 'c', area: 5, note: 'x' } }))

  it('of a field that is hidden or not there is refused', () => {
    begun.when(complete('process', 'submit', { data: { class: 'a', area: 5, nope: 1 } })).isRefused('invalid-input', {
      errors: [
        { path: 'nope', code: 'unknown-field' },
        { path: 'area', code: 'hidden-field' },
      ],
    })
    begun
      .and(complete('process', 'submit', { data: { class: 'a' } }))
      .when(complete('file', 'submit', { data: { note: 'x' } }))
      .isRefused('invalid-input')
  })

  it('before goes where it is left empty or hidden now', () => {
    const state = begun
      .when(complete('process', 'submit', { data: { class: 'a' } }))
      .leadsTo({ type: 'TaskCompleted', data: { class: 'a' }, cleared: ['area', 'note'] }, { type: 'TaskOpened' })
    expect(state.data).toEqual({ class: 'a' })
    expect(state.changed).toMatchObject({ apply: ['class', 'area', 'note'], process: ['class', 'area', 'note'] })
  })

  it('and was never there is not said to be gone', () => {
    given(filled)
      .when(start({ data: { class: 'a' } }))
      .leadsTo({ type: 'Started' }, { type: 'TaskOpened' }, { type: 'TaskCompleted', cleared: [] }, { type: 'TaskOpened' })
  })
})
