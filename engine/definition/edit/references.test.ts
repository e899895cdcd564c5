import { expect, it } from 'vitest'
import { Condition, type ConditionLeaf } from '../condition.ts'
import { FieldId, NodeId } from '../ids.ts'
import { asksAboutStep, withFieldNames } from './references.ts'

const leaf = (raw: unknown) => Condition.parse(raw) as ConditionLeaf
const check = { kind: 'step', node: 'check' }
const starter = { kind: 'starter' }
const days = (of: unknown) => leaf({ kind: 'days', field: 'day', op: 'within', days: 1, of })
const pair = leaf({ kind: 'fields', field: 'day', op: 'before', other: 'asked' })
const outcome = leaf({ kind: 'outcome', node: 'check', is: 'accept' })

it.each([
  ['its outcome', outcome, true],
  ['its performer', leaf({ kind: 'person', of: check, is: 'same-as', as: starter }), true],
  ['the same performer as its own', leaf({ kind: 'person', of: starter, is: 'same-as', as: check }), true],
  ['the office of its performer', leaf({ kind: 'office', of: check, position: 'head' }), true],
  ['the office of the starter', leaf({ kind: 'office', of: starter, position: 'check' }), false],
  ['a field of that name', leaf({ kind: 'field', field: 'check', op: 'filled' }), false],
])('tells whether a question is about a step: %s', (_what, question, asks) => {
  expect(asksAboutStep(question, NodeId.parse('check'))).toBe(asks)
  expect(asksAboutStep(question, NodeId.parse('other'))).toBe(false)
})

const renamed = (id: string) => FieldId.parse(id === 'day' ? 'date' : id === 'asked' ? 'sent' : id)
const without = (gone: string) => (id: FieldId) => (id === gone ? null : id)

it('follows a new name to both of the fields a question is about', () => {
  expect(withFieldNames(pair, renamed)).toEqual({ ...pair, field: 'date', other: 'sent' })
  const apart = days({ kind: 'field', field: 'asked' })
  expect(withFieldNames(apart, renamed)).toEqual({ ...apart, field: 'date', of: { kind: 'field', field: 'sent' } })
  expect(withFieldNames(days({ kind: 'start' }), renamed)).toEqual({ ...days({ kind: 'start' }), field: 'date' })
})

it('lets go of a question when either of its fields is gone', () => {
  for (const question of [pair, days({ kind: 'field', field: 'asked' })]) {
    expect(withFieldNames(question, without('day'))).toBeNull()
    expect(withFieldNames(question, without('asked'))).toBeNull()
  }
  expect(withFieldNames(days({ kind: 'start' }), without('day'))).toBeNull()
})

it('leaves what it does not touch the same', () => {
  for (const question of [pair, outcome, days({ kind: 'start' }), days({ kind: 'field', field: 'asked' })])
    expect(withFieldNames(question, without('elsewhere'))).toBe(question)
})
