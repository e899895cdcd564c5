import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Condition } from '#engine/definition/condition.ts'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { tries } from '#test/support/tries.ts'
import { fieldsOf } from '../form/fields-of.ts'
import { checkCondition } from './check.ts'
import { compileCondition } from './compile.ts'
import { coverOf } from './cover.ts'
import { variablesIn } from './evaluate.ts'
import { evaluateRule } from './json-logic.ts'
import { operandOf, operatorsFor, pairOperators } from './operators.ts'
import { truthOver } from './truth.ts'

/** Every value that there is, or of those without end some of every sort that the named ones (the inner) can tell apart. */
const domains = {
  fee: [0, 1, 2, 3, 4],
  least: [0, 1, 2, 3, 4],
  size: [-1, 0, 0.25, 0.5, 1, 1.5, 2, 3],
  sort: ['a', 'b', 'c'],
  marks: [['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']],
  urgent: [true, false],
  day: ['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05'],
  word: ['terima', 'tolak', 'lain'],
  'outcome:check': ['accept', 'revise', 'reject'],
} as const
type Name = keyof typeof domains
const named = {
  fee: [0, 1, 2, 3, 4],
  least: [0, 1, 2, 3, 4],
  size: [0, 0.5, 2],
  sort: ['a', 'b', 'c'],
  marks: ['a', 'b', 'c'],
  urgent: [true, false],
  day: ['2025-12-31', '2026-01-01', '2026-01-03'],
  word: ['terima', 'tolak'],
} as const
const limits = { min: 0, max: 4 }
const [form] = aDefinition({
  forms: [
    aForm(
      'f',
      aField('rupiah', 'fee', limits),
      aField('rupiah', 'least', limits),
      aField('number', 'size'),
      aField('choice', 'sort'),
      aField('choices', 'marks'),
      aField('yesNo', 'urgent'),
      aField('date', 'day'),
      aField('text', 'word'),
    ),
  ],
}).forms
if (!form) throw new Error('no form')
const fields = fieldsOf({ forms: [form] })
const outcomes = new Map([['check', ['accept', 'revise', 'reject']]])

const partsOfWords = ['contains', 'starts-with', 'ends-with', 'empty', 'filled']
const ofField = fc.constantFrom(...form.fields).chain(({ id, kind }) => {
  const ops = operatorsFor(kind).filter((op) => !(kind === 'text' ? partsOfWords : ['empty', 'filled']).includes(op))
  const one: fc.Arbitrary<string | number | boolean> = fc.constantFrom(...named[id as keyof typeof named])
  return fc.constantFrom(...ops).chain((op) => {
    const shape = operandOf(op)
    const value =
      shape === 'one'
        ? one
        : shape === 'pair'
          ? fc.tuple(one, one).map(sorted)
          : fc.uniqueArray(one, { minLength: 1, maxLength: 2 })
    return value.map((of) => ({ kind: 'field', field: id, op, value: of }) as Condition)
  })
})
const sorted = <T extends string | number | boolean>(pair: readonly T[]) => pair.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
const ofPair = fc
  .constantFrom(...pairOperators.number)
  .map((op) => ({ kind: 'fields', field: 'fee', op, other: 'least' }) as Condition)
const ofOutcome = fc.constantFrom(...domains['outcome:check']).map((is) => ({ kind: 'outcome', node: 'check', is }) as Condition)
const leaf = fc.oneof({ weight: 6, arbitrary: ofField }, ofPair, ofOutcome)
const condition = fc.oneof(
  leaf,
  fc.record({
    kind: fc.constant('group' as const),
    combine: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    of: fc.array(leaf, { minLength: 1, maxLength: 2 }),
  }),
) as fc.Arbitrary<Condition>
/** Up to four exits over few enough inputs to try them all. */
const decision = fc
  .array(condition, { minLength: 1, maxLength: 4 })
  .filter((list) => new Set(list.flatMap(variablesIn)).size <= 3)
  .map((list) => list.map((when, index) => ({ id: `exit${index}`, when })))

function everything(names: readonly Name[]): [string, unknown][][] {
  return names.reduce<[string, unknown][][]>(
    (rows, name) => rows.flatMap((row) => domains[name].map((value): [string, unknown][] => [...row, [name, value]])),
    [[]],
  )
}

it('finds the gaps and overlaps that trying all values finds, and no other', () => {
  const seen = { gap: 0, whole: 0, overlap: 0, apart: 0, never: 0 }
  fc.assert(
    fc.property(decision, fc.boolean(), (cases, ordered) => {
      for (const { when } of cases) expect(checkCondition(when, fields, outcomes)).toEqual([])
      const rules = cases.map(({ when }) => compileCondition(when, fields))
      const rows = everything([...new Set(cases.flatMap(({ when }) => variablesIn(when)))] as Name[])
      const holding = rows.map((row) => rules.map((rule) => evaluateRule(rule, row) === true))
      const cover = coverOf(cases, ordered, { fields, outcomes })
      if (cover.kind !== 'solved') throw new Error('not solved')

      expect(cover.gap !== null).toBe(holding.some((row) => !row.includes(true)))
      const overlapping = cases.flatMap((one, i) =>
        cases
          .slice(i + 1)
          .flatMap((other, j) => (holding.some((row) => row[i] && row[i + 1 + j]) ? [`${one.id} ${other.id}`] : [])),
      )
      expect(cover.overlaps.map(({ one, other }) => `${one} ${other}`)).toEqual(ordered ? [] : overlapping)
      const taken = cases.filter((_, i) => holding.some((row) => row[i] && !(ordered && row.slice(0, i).includes(true))))
      expect(cover.never).toEqual(cases.filter((one) => !taken.includes(one)).map(({ id }) => id))
      for (const { one, other, example } of cover.overlaps) {
        const shown = cases.filter(({ id }) => id === one || id === other)
        expect(shown.map(({ when }) => evaluateRule(compileCondition(when, fields), example))).toEqual([true, true])
      }
      if (cover.gap) for (const rule of rules) expect(evaluateRule(rule, cover.gap)).toBe(false)
      seen[cover.gap ? 'gap' : 'whole'] += 1
      seen[overlapping.length > 0 ? 'overlap' : 'apart'] += 1
      if (cover.never.length > 0) seen.never += 1
    }),
    { numRuns: tries(1000) },
  )
  // A property that meets only one side of each question would show little.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
})

it('means by a condition what json-logic means by it', () => {
  fc.assert(
    fc.property(condition, fc.nat(), (when, pick) => {
      const rows = everything(variablesIn(when) as Name[])
      const row = rows[pick % rows.length] ?? []
      expect(truthOver(when, fields, new Map(row))).toBe(evaluateRule(compileCondition(when, fields), row))
    }),
    { numRuns: tries(500) },
  )
})
