import { expect, it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { evaluateCondition } from '../condition/evaluate.ts'
import { Condition } from '../definition/condition.ts'
import { initialState } from './evolve.ts'
import { factsOf } from './facts.ts'
import type { InstanceState } from './state.ts'

const sari = { kind: 'person', personId: 'sari', name: 'Sari', positionId: 'officer', title: 'Petugas', seat: 'definitive' }
const steps = {
  process: { outcome: 'submit', by: sari, at: 1, round: 1 },
  apply: { outcome: 'submit', by: { kind: 'applicant' }, at: 0, round: 1 },
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
