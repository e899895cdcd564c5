import { describe, expect, it } from 'vitest'
import { aDefinition, aField, aForm, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { complete, given, givenIn, start } from '#test/engine/given.ts'
import { aSeat, person } from '#test/engine/office.ts'
import { aProcedure, asking } from '#test/engine/versions.ts'
import { evaluateCondition } from '../condition/evaluate.ts'
import { Condition } from '../definition/condition.ts'
import type { NodeId } from '../definition/ids.ts'
import { initialState } from './evolve.ts'
import { factsOf, formFacts } from './facts.ts'
import type { InstanceState } from './state.ts'

const sari = { kind: 'person', personId: 'sari', name: 'Sari', positionId: 'officer', title: 'Petugas', seat: 'definitive' }
const steps = {
  process: { outcome: 'submit', by: sari, makers: [sari], at: 1, round: 1 },
  apply: { outcome: 'submit', by: { kind: 'applicant' }, makers: [{ kind: 'applicant' }], at: 0, round: 1 },
}
const state = { ...initialState, starter: { kind: 'applicant' }, steps } as unknown as InstanceState
const ask = (raw: unknown) => evaluateCondition(Condition.parse(raw), factsOf(aDefinition(), state))
const step = (node: string) => ({ kind: 'step', node })

it('tells conditions who did each step, in which office, and that an applicant holds none', () => {
  expect(ask({ kind: 'office', of: step('process'), position: 'officer' })).toBe(true)
  expect(ask({ kind: 'office', of: step('apply'), position: 'officer' })).toBe(false)
  expect(ask({ kind: 'office', of: { kind: 'starter' }, position: 'officer' })).toBe(false)
  expect(ask({ kind: 'person', of: step('process'), is: 'same-as', as: step('apply') })).toBe('unknown')
  expect(ask({ kind: 'office', of: step('later'), position: 'officer' })).toBe('unknown')
})

describe('what conditions can be asked about an instance', () => {
  const definition = aProcedure(['check', 'sign'], asking('text', 'size'))
  const story = given(definition, start({ data: { size: 'kecil' } }), complete('check'))

  it('is its data, who did what with which outcome, who began it and when', () => {
    const { fields, ...known } = factsOf(definition, story.state)
    expect([...fields.keys()]).toEqual(['size'])
    expect(known).toEqual({
      data: { size: 'kecil' },
      outcomes: { apply: 'submit', check: 'submit' },
      performers: {
        apply: [{ personId: null, positionId: null }],
        check: [{ personId: 'officer', positionId: 'officer' }],
      },
      starter: { personId: null, positionId: null },
      startedOn: '2026-11-23',
      lanes: { applicant: [], officer: ['officer'], head: ['head'] },
    })
  })

  it('is nothing yet before it begins', () => {
    expect(factsOf(definition, initialState)).toMatchObject({ data: {}, outcomes: {}, starter: null, startedOn: null })
    expect(factsOf(definition, { data: {}, steps: {} })).toMatchObject({ starter: null, startedOn: null })
  })

  it('is for the form of a step the outcome being chosen, never that of the round before', () => {
    const check = 'check' as NodeId
    expect(formFacts(definition, story.state, check).outcomes).toEqual({ apply: 'submit' })
    expect(formFacts(definition, story.state, check, 'accept').outcomes).toEqual({ apply: 'submit', check: 'accept' })
    expect(formFacts(definition, story.state, check).data).toEqual({ size: 'kecil' })
  })

  it('decides what a form shows', () => {
    const shown = aProcedure(['check'], {
      forms: [aForm('f', aField('text', 'size', { visibleWhen: { kind: 'outcome', node: 'apply', is: 'submit' } as never }))],
    })
    expect(given(shown, start({ data: { size: 'kecil' } })).state.data).toEqual({ size: 'kecil' })
  })
})

it('counts everybody who did a part of a step in its latest round, and whoever a delegate did it for', () => {
  const board = aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('head')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('draft'),
      aTask('sign', { lane: 'officer', jointLanes: ['head'], quorum: { kind: 'all' } }),
      aTask('file'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'draft'),
      anEdge('draft', 'sign'),
      anEdge('sign', 'file'),
      anEdge('file', 'end'),
    ],
  })
  const lent = aSeat('head', 'budi', { kind: 'delegate', for: { personId: person('dewi'), name: 'Dewi' } })
  const signed = givenIn(
    { definition: board, seats: [aSeat('officer', 'sari'), lent] },
    start(),
    complete('draft', 'submit', { by: 'sari' }),
    complete('sign', 'submit', { by: 'sari' }),
    complete('sign', 'submit', { by: 'budi' }),
  )
  const facts = factsOf(board, signed.state)
  expect(facts.performers?.sign).toEqual([
    { personId: 'sari', positionId: 'officer' },
    { personId: 'budi', positionId: 'head' },
    { personId: 'dewi', positionId: 'head' },
  ])
  const same = { kind: 'person', of: { kind: 'step', node: 'sign' }, is: 'same-as', as: { kind: 'step', node: 'draft' } }
  expect(evaluateCondition(Condition.parse(same), facts)).toBe(true)
})
