import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Condition, Condition as ConditionSchema, DayOperator, type Field, fieldsOf } from '#engine'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { fromQuery, operandKind, toQuery } from './condition-tree.ts'

const fields: ReadonlyMap<string, Field> = fieldsOf(
  aDefinition({
    forms: [
      aForm(
        'f',
        aField('text', 'name'),
        aField('number', 'cost'),
        aField('rupiah', 'budget'),
        aField('choices', 'kinds'),
        aField('yesNo', 'signed'),
        aField('date', 'asked'),
        aField('date', 'day'),
      ),
    ],
  }),
)

const who = fc.oneof(
  fc.constant({ kind: 'starter' }),
  fc.record({ kind: fc.constant('step'), node: fc.constantFrom('check', 'sign') }),
)
const leaf: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    kind: fc.constant('fields'),
    field: fc.constant('cost'),
    op: fc.constantFrom('is', 'at-most'),
    other: fc.constant('budget'),
  }),
  fc.record({
    kind: fc.constant('days'),
    field: fc.constant('day'),
    op: fc.constantFrom(...DayOperator.options),
    days: fc.integer({ min: 0, max: 3650 }),
    of: fc.constantFrom({ kind: 'start' }, { kind: 'field', field: 'asked' }),
  }),
  fc.record({ kind: fc.constant('person'), of: who, is: fc.constantFrom('same-as', 'other-than'), as: who }),
  fc.record({ kind: fc.constant('office'), of: who, position: fc.constantFrom('head', 'clerk') }),
  fc.record({
    kind: fc.constant('field'),
    field: fc.constant('name'),
    op: fc.constantFrom('is', 'contains'),
    value: fc.stringMatching(/^[a-z]{1,8}$/),
  }),
  fc.record({
    kind: fc.constant('field'),
    field: fc.constant('cost'),
    op: fc.constantFrom('is', 'at-most'),
    value: fc.integer(),
  }),
  fc.record({
    kind: fc.constant('field'),
    field: fc.constant('cost'),
    op: fc.constant('between'),
    value: fc.tuple(fc.integer(), fc.integer()),
  }),
  fc.record({
    kind: fc.constant('field'),
    field: fc.constant('kinds'),
    op: fc.constant('includes-any'),
    value: fc.constant(['a', 'b']),
  }),
  fc.record({ kind: fc.constant('field'), field: fc.constant('signed'), op: fc.constant('is'), value: fc.boolean() }),
  fc.record({ kind: fc.constant('field'), field: fc.constant('name'), op: fc.constantFrom('empty', 'filled') }),
  fc.record({ kind: fc.constant('outcome'), node: fc.constant('check'), is: fc.constantFrom('accept', 'revise') }),
)
const tree: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown; group: unknown }>((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, leaf, tie('group')),
  group: fc.record({
    kind: fc.constant('group'),
    combine: fc.constantFrom('all', 'any', 'none'),
    of: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
  }),
})).node

it('comes back from the editing widget as it went in', () => {
  fc.assert(
    fc.property(tree, (raw) => {
      const condition: Condition = ConditionSchema.parse(raw)
      expect(fromQuery(toQuery(condition), fields)).toEqual(condition)
    }),
    { verbose: 1 },
  )
})

it('has no condition where no row is left', () => {
  expect(fromQuery({ combinator: 'and', rules: [] }, fields)).toBeUndefined()
  expect(fromQuery(toQuery(undefined), fields)).toBeUndefined()
})

it('takes what is typed as the kind of its field', () => {
  const rule = (field: string, operator: string, value: unknown) =>
    fromQuery({ combinator: 'and', rules: [{ field, operator, value }] }, fields)
  expect(rule('cost', 'is', '500')).toMatchObject({ value: 500 })
  expect(rule('signed', 'is', 'false')).toMatchObject({ value: false })
  expect(rule('name', 'is', '')).not.toHaveProperty('value')
  expect(rule('cost', 'is', 'lima')).not.toHaveProperty('value')
})

it.each([
  ['another field that is none', { field: 'cost', operator: 'with:is', value: '500' }],
  ['days without a count', { field: 'day', operator: 'days:within', value: ['', 'asked'] }],
  ['days from nothing', { field: 'day', operator: 'days:within', value: ['3', ''] }],
  ['half a day', { field: 'day', operator: 'days:within', value: ['0.5', 'asked'] }],
  ['a person not chosen yet', { field: 'person:check', operator: 'same-as', value: '' }],
  ['a position where a person is asked', { field: 'person:check', operator: 'same-as', value: 'head' }],
  ['a person where a position is asked', { field: 'start:person', operator: 'acted-as', value: 'person:check' }],
])('asks nothing while a row is not whole: %s', (_what, rule) => {
  expect(fromQuery({ combinator: 'and', rules: [rule] }, fields)).toBeUndefined()
})

it('knows what is chosen beside each operator', () => {
  const operators = ['with:is', 'days:within', 'same-as', 'other-than', 'acted-as', 'filled', 'between', 'is']
  expect(operators.map(operandKind)).toEqual(['field', 'days', 'person', 'person', 'position', 'none', 'pair', 'one'])
})
