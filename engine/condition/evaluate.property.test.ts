import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Condition, DayOperator, type Who } from '#engine/definition/condition.ts'
import type { FieldKind } from '#engine/definition/form.ts'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { tries } from '#test/support/tries.ts'
import { fieldsOf } from '../form/fields-of.ts'
import { checkCondition } from './check.ts'
import { evaluateCondition } from './evaluate.ts'
import type { Facts, PerformerFact, Truth } from './facts.ts'
import { evaluateRule } from './json-logic.ts'
import { operandOf, operatorsFor, pairOperators } from './operators.ts'
import { isRule } from './rule.ts'

const kinds = ['text', 'number', 'choice', 'choices', 'date', 'yesNo'] as const satisfies FieldKind[]
const seconds = ['text', 'number', 'date', 'yesNo'] as const satisfies (typeof kinds)[number][]
const fields = fieldsOf(
  aDefinition({
    forms: [aForm('f', ...kinds.map((kind) => aField(kind, kind)), ...seconds.map((kind) => aField(kind, `${kind}2`)))],
  }),
)
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

const ofField = fc.constantFrom(...kinds).chain((kind) =>
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
const ofPair = fc
  .constantFrom(...seconds)
  .chain((kind) =>
    fc.constantFrom(...pairOperators[kind]).map((op) => ({ kind: 'fields', field: kind, op, other: `${kind}2` }) as Condition),
  )
const ofDays = fc
  .record({
    op: fc.constantFrom(...DayOperator.options),
    days: fc.constantFrom(0, 1, 62, 272, 273),
    of: fc.constantFrom({ kind: 'field', field: 'date2' }, { kind: 'start' }),
  })
  .map((rest) => ({ kind: 'days', field: 'date', ...rest }) as Condition)
const who = fc.constantFrom({ kind: 'starter' }, { kind: 'step', node: 'check' }, { kind: 'step', node: 'sign' })
const ofPeople = fc
  .tuple(who, who, fc.constantFrom('same-as', 'other-than'))
  .filter(([of, as]) => of !== as)
  .map(([of, as, is]) => ({ kind: 'person', of, is, as }) as Condition)
const ofOffice = fc
  .tuple(who, fc.constantFrom('head', 'clerk'))
  .map(([of, position]) => ({ kind: 'office', of, position }) as Condition)
const ofOutcome = fc
  .constantFrom('accept', 'revise')
  .map((is): Condition => ({ kind: 'outcome', node: 'check', is }) as Condition)
const leaf = fc.oneof(ofField, ofPair, ofDays, ofPeople, ofOffice, ofOutcome)
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
const data = fc.record(
  { ...given, text2: values.text, number2: values.number, date2: values.date, yesNo2: values.yesNo },
  { requiredKeys: [] },
)
const performer = fc.constantFrom(
  { personId: 'sari', positionId: 'head' },
  { personId: 'sari', positionId: 'clerk' },
  { personId: 'budi', positionId: 'clerk' },
  { personId: null, positionId: null },
)
const acts = fc.record(
  {
    performers: fc.dictionary(fc.constantFrom('check', 'sign'), fc.array(performer, { maxLength: 2 })),
    starter: performer,
    startedOn: values.date,
  },
  { requiredKeys: [] },
)
const world: fc.Arbitrary<Facts> = fc
  .tuple(data, acts, fc.dictionary(fc.constant('check'), fc.constantFrom('accept', 'revise')))
  .map(([known, people, outcomes]) => ({ fields, data: known, outcomes, ...people }))

const dayCount = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000

function whoActed(who: Who, { performers = {}, starter }: Facts): readonly PerformerFact[] {
  return who.kind === 'starter' ? (starter ? [starter] : []) : (performers[who.node] ?? [])
}

function samePerson(of: readonly PerformerFact[], as: readonly PerformerFact[]): Truth {
  const pairs = of.flatMap((one) => as.map((other) => [one.personId, other.personId] as const))
  if (pairs.some(([one, other]) => one !== null && one === other)) return true
  return pairs.length === 0 || pairs.some((pair) => pair.includes(null)) ? 'unknown' : false
}

function apart(op: DayOperator, after: number, days: number): boolean {
  if (op === 'within') return after >= -days && after <= days
  const forward = op.endsWith('after') ? after : -after
  return op.startsWith('at-most') ? forward >= 0 && forward <= days : forward >= days
}

/** The meaning of a condition written a second time, without json-logic, as plainly as it can be. */
function meaning(condition: Condition, world: Facts): Truth {
  const facts = world.data
  switch (condition.kind) {
    case 'group': {
      const truths = condition.of.map((part) => meaning(part, world))
      if (condition.combine === 'all') return truths.includes(false) ? false : truths.includes('unknown') ? 'unknown' : true
      const any: Truth = truths.includes(true) ? true : truths.includes('unknown') ? 'unknown' : false
      return condition.combine === 'any' ? any : any === 'unknown' ? any : !any
    }
    case 'outcome': {
      const outcome = world.outcomes[condition.node]
      return outcome === undefined ? 'unknown' : outcome === condition.is
    }
    case 'fields': {
      const other = facts[condition.other]
      return other === undefined ? 'unknown' : ofValue({ ...condition, kind: 'field', value: other as never }, facts)
    }
    case 'days': {
      const from = condition.of.kind === 'start' ? world.startedOn : facts[condition.of.field]
      const day = facts[condition.field]
      if (typeof from !== 'string' || typeof day !== 'string') return 'unknown'
      return apart(condition.op, dayCount(day) - dayCount(from), condition.days)
    }
    case 'person': {
      const same = samePerson(whoActed(condition.of, world), whoActed(condition.as, world))
      return condition.is === 'same-as' || same === 'unknown' ? same : !same
    }
    case 'office': {
      const acted = whoActed(condition.of, world)
      return acted.length === 0 ? 'unknown' : acted.some(({ positionId }) => positionId === condition.position)
    }
    case 'field':
      return ofValue(condition, facts)
  }
}

function ofValue(condition: Extract<Condition, { kind: 'field' }>, facts: Facts['data']): Truth {
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
    fc.property(tree, world, (condition, facts) => {
      expect(checkCondition(condition, fields)).toEqual([])
      expect(evaluateCondition(condition, facts)).toBe(meaning(condition, facts))
    }),
    { numRuns: tries(1500) },
  )
})

const not = (...of: Condition[]): Condition => ({ kind: 'group', combine: 'none', of })
const all = (...of: Condition[]): Condition => ({ kind: 'group', combine: 'all', of })
const any = (...of: Condition[]): Condition => ({ kind: 'group', combine: 'any', of })

it("keeps Kleene's laws", () => {
  fc.assert(
    fc.property(leaf, leaf, leaf, world, (a, b, c, facts) => {
      const is = (condition: Condition) => evaluateCondition(condition, facts)
      expect(is(not(not(a)))).toBe(is(a))
      expect(is(all(a, b))).toBe(is(all(b, a)))
      expect(is(any(a, b))).toBe(is(any(b, a)))
      expect(is(all(a, a))).toBe(is(a))
      expect(is(any(a, a))).toBe(is(a))
      expect(is(not(all(a, b)))).toBe(is(any(not(a), not(b))))
      expect(is(not(a, b))).toBe(is(all(not(a), not(b))))
      expect(is(all(a, any(b, c)))).toBe(is(any(all(a, b), all(a, c))))
      expect(is(all(a, all(b, c)))).toBe(is(all(all(a, b), c)))
    }),
    { numRuns: tries(200) },
  )
})

it('never becomes sure of the opposite when more is known', () => {
  fc.assert(
    fc.property(
      tree.filter((one) => !JSON.stringify(one).match(/"(empty|filled)"/)),
      world,
      fc.constantFrom('outcomes', 'performers', 'starter', 'startedOn', ...fields.keys()),
      (condition, facts, gone) => {
        const { [gone]: _value, ...less } = facts.data
        const poorer = gone in facts ? { ...facts, [gone]: gone === 'outcomes' ? {} : undefined } : { ...facts, data: less }
        const before = evaluateCondition(condition, poorer)
        if (before !== 'unknown') expect(evaluateCondition(condition, facts)).toBe(before)
      },
    ),
  )
})

const anything = fc.dictionary(fc.constantFrom(...fields.keys(), '__proto__', 'constructor'), fc.anything())

it('takes any data for what it is, never throws, and leaves what it is asked and told alone', () => {
  fc.assert(
    fc.property(tree, anything, anything, (condition, sent, people) => {
      const facts = { fields, data: sent, outcomes: {}, startedOn: people.date as never }
      const before = JSON.stringify([condition, { ...sent }], plain)
      expect([true, false, 'unknown']).toContain(evaluateCondition(condition, facts))
      expect(JSON.stringify([condition, { ...sent }], plain)).toBe(before)
    }),
  )
})
const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)

it('takes any rule for what it is and answers with nothing but the three truths', () => {
  const operator = fc.constantFrom(
    'all-of',
    'none-of',
    'number:is',
    'days:within',
    'people:same-as',
    'office:held',
    'empty',
    'log',
  )
  const variable = fc.record({ var: fc.constantFrom('x', 'person:check', 'start:day', '__proto__', 'a.b') })
  const rule = fc.dictionary(operator, fc.array(fc.oneof(variable, fc.anything()), { maxLength: 3 }), { maxKeys: 2 })
  fc.assert(
    fc.property(fc.oneof(rule, fc.anything()), fc.anything(), (hostile, value) => {
      const answer = evaluateRule(hostile, [['x', value]])
      expect([true, false, 'unknown']).toContain(answer)
      if (!isRule(hostile)) expect(answer).toBe('unknown')
    }),
  )
})
