import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Condition } from '#engine/definition/condition.ts'
import type { FieldKind } from '#engine/definition/form.ts'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { tries } from '#test/support/tries.ts'
import { fieldsOf } from '../form/fields-of.ts'
import { checkCondition } from './check.ts'
import { evaluateCondition } from './evaluate.ts'
import type { Truth } from './facts.ts'
import { operandOf, operatorsFor } from './operators.ts'

const kinds = ['text', 'number', 'choice', 'choices', 'date', 'yesNo'] as const satisfies FieldKind[]
const fields = fieldsOf(aDefinition({ forms: [aForm('f', ...kinds.map((kind) => aField(kind, kind)))] }))
const option = fc.constantFrom('a', 'b', 'c')
const values = {
  text: fc.constantFrom('terima', 'tolak', 'ter', 'a'),
  number: fc.constantFrom(-1, 0, 0.5, 1, 2, 10),
  choice: option,
  choices: option,
  date: fc.constantFrom('2026-01-01', '2026-09-30', '2026-12-01'),
  yesNo: fc.boolean(),
}
const given = { ...values, choices: fc.uniqueArray(option, { minLength: 1 }) }

const leaf = fc.constantFrom(...kinds).chain((kind) =>
  fc.constantFrom(...operatorsFor(kind)).chain((op) => {
    const one: fc.Arbitrary<string | number | boolean> = values[kind]
    const shape = operandOf(op)
    const value =
      shape === 'none' ? fc.constant(undefined) : shape === 'one' ? one : fc.array(one, { minLength: 2, maxLength: 2 })
    return value.map(
      (v) => ({ kind: 'field', field: kind, op, ...(v === undefined ? {} : { value: sorted(op, v) }) }) as Condition,
    )
  }),
)
const sorted = (op: string, value: unknown) =>
  op === 'between' && Array.isArray(value) ? [...value].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) : value
const tree = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc
      .record({
        combine: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
        of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      })
      .map(({ combine, of }): Condition => ({ kind: 'group', combine, of })),
  ),
})).tree
const data = fc.record(given, { requiredKeys: [] })

/** The meaning of a condition written a second time, without json-logic, as plainly as it can be. */
function meaning(condition: Condition, facts: Readonly<Record<string, unknown>>): Truth {
  if (condition.kind === 'outcome') return 'unknown'
  if (condition.kind === 'group') {
    const truths = condition.of.map((part) => meaning(part, facts))
    if (condition.combine === 'all') return truths.includes(false) ? false : truths.includes('unknown') ? 'unknown' : true
    const any: Truth = truths.includes(true) ? true : truths.includes('unknown') ? 'unknown' : false
    return condition.combine === 'any' ? any : any === 'unknown' ? any : !any
  }
  const value = facts[condition.field]
  if (condition.op === 'empty') return value === undefined
  if (condition.op === 'filled') return value !== undefined
  if (value === undefined) return 'unknown'
  const operand = condition.value as never
  const list = [operand].flat() as unknown[]
  const mine = [value].flat() as unknown[]
  const v = value as never
  switch (condition.op) {
    case 'is':
      return v === operand
    case 'is-not':
      return v !== operand
    case 'contains':
      return (v as string | string[]).includes(operand)
    case 'starts-with':
      return (v as string).startsWith(operand)
    case 'ends-with':
      return (v as string).endsWith(operand)
    case 'less-than':
    case 'before':
      return v < operand
    case 'at-most':
      return v <= operand
    case 'at-least':
      return v >= operand
    case 'more-than':
    case 'after':
      return v > operand
    case 'between':
      return (list[0] as never) <= v && v <= (list[1] as never)
    case 'one-of':
    case 'includes-any':
      return mine.some((one) => list.includes(one))
    case 'none-of':
      return !mine.some((one) => list.includes(one))
    case 'includes-all':
      return list.every((one) => mine.includes(one))
  }
}

it('means through json-logic what it means without', () => {
  fc.assert(
    fc.property(tree, data, (condition, facts) => {
      expect(checkCondition(condition, fields)).toEqual([])
      expect(evaluateCondition(condition, { fields, data: facts, outcomes: {} })).toBe(meaning(condition, facts))
    }),
    { numRuns: tries(1000) },
  )
})

it('never becomes sure of the opposite when more is known', () => {
  fc.assert(
    fc.property(
      tree.filter((one) => !JSON.stringify(one).match(/"(empty|filled)"/)),
      data,
      fc.constantFrom(...kinds),
      (condition, facts, gone) => {
        const { [gone]: _value, ...less } = facts
        const before = evaluateCondition(condition, { fields, data: less, outcomes: {} })
        if (before !== 'unknown') expect(evaluateCondition(condition, { fields, data: facts, outcomes: {} })).toBe(before)
      },
    ),
  )
})

it('takes any data for what it is and never throws', () => {
  fc.assert(
    fc.property(tree, fc.dictionary(fc.constantFrom(...kinds, '__proto__', 'constructor'), fc.anything()), (condition, facts) => {
      expect([true, false, 'unknown']).toContain(evaluateCondition(condition, { fields, data: facts, outcomes: {} }))
    }),
  )
})
