import { expect, it } from 'vitest'
import { comparisons, isRule } from './rule.ts'

const x = { var: 'x' }
const filled = { filled: [x] }
const nested = (levels: number): unknown => (levels === 1 ? filled : { 'all-of': [nested(levels - 1)] })

it.each([
  ['a comparison', { 'number:is': [x, 1] }],
  ['a list of texts', { 'text:one-of': [x, ['a', 'b']] }],
  ['yes', { 'yesNo:is': [x, true] }],
  ['another field', { 'number:at-most': [x, { var: 'y' }] }],
  ['days', { 'days:within': [x, { var: 'start:day' }, 0] }],
  ['the most days', { 'days:within': [x, { var: 'y' }, 3650] }],
  ['two people', { 'people:other-than': [{ var: 'person:a' }, { var: 'start:person' }] }],
  ['an office', { 'office:held': [{ var: 'office:a' }, 'head'] }],
  ['an outcome', { 'option:is': [{ var: 'outcome:a' }, 'accept'] }],
  ['data without a prototype', Object.assign(Object.create(null), filled)],
  ['twelve levels', nested(12)],
  ['two hundred parts', { 'any-of': Array.from({ length: 199 }, () => filled) }],
])('takes %s', (_what, rule) => {
  expect(isRule(rule)).toBe(true)
})

it.each([
  ['nothing', null],
  ['a text', 'x'],
  ['no key', {}],
  ['two keys', { ...filled, empty: [x] }],
  ['operands that are no list', { filled: x }],
  ['a group of nothing', { 'all-of': [] }],
  ['a group with one part that is none', { 'all-of': [filled, {}] }],
  ['a date as a rule', new Date(0)],
  ['an heir of a rule', Object.create(filled)],
  ['presence of two', { filled: [x, x] }],
  ['presence of a literal', { filled: ['x'] }],
  ['a comparison of one', { 'number:is': [x] }],
  ['a comparison of three', { 'number:is': [x, 1, 1] }],
  ['a comparison of a literal', { 'number:is': [1, 1] }],
  ['an endless number', { 'number:is': [x, Number.POSITIVE_INFINITY] }],
  ['a list with an object', { 'text:one-of': [x, ['a', {}]] }],
  ['a literal for an operator that there is none of', { 'number:like': [x, 1] }],
  ['a variable with a second key', { filled: [{ var: 'x', y: 1 }] }],
  ['a variable without a name', { filled: [{ name: 'x' }] }],
  ['a variable that is a number', { filled: [{ var: 1 }] }],
  ['a variable of a hidden name', { filled: [{ var: '__proto__' }] }],
  ['a variable that inherits', { filled: [Object.create(x)] }],
  ['days without a count', { 'days:within': [x, x] }],
  ['days with a text', { 'days:within': [x, x, '3'] }],
  ['a fourth for days', { 'days:within': [x, x, 3, 3] }],
  ['days of a kind that there is none of', { 'days:about': [x, x, 3] }],
  ['one person', { 'people:same-as': [x] }],
  ['three people', { 'people:same-as': [x, x, x] }],
  ['a person by name', { 'people:same-as': [x, 'sari'] }],
  ['an office by number', { 'office:held': [x, 1] }],
  ['a second office', { 'office:held': [x, 'head', 'clerk'] }],
  ['thirteen levels', nested(13)],
  ['two hundred and one parts', { 'any-of': Array.from({ length: 200 }, () => filled) }],
])('does not take %s', (_what, rule) => {
  expect(isRule(rule)).toBe(false)
})

it('names every comparison by type and operator, and none that needs no value', () => {
  expect(comparisons.get('number:at-most')).toEqual({ comparison: 'number', op: 'at-most' })
  expect([...comparisons.keys()].filter((name) => /empty|filled/.test(name))).toEqual([])
  expect(comparisons.size).toBe(7 + 9 + 7 + 7 + 7 + 4 + 4 + 2)
})
