import { expect, it, vi } from 'vitest'
import { evaluateRule } from './json-logic.ts'

const deep = (levels: number): unknown => {
  let rule: unknown = { filled: [{ var: 'x' }] }
  for (let i = 0; i < levels; i++) rule = { 'all-of': [rule] }
  return rule
}

/** What json-logic-js 2.0.5 by itself calls true, returns as it is, or chokes on. */
it.each([
  ['an empty rule', {}],
  ['a plain text', 'terima'],
  ['plain yes', true],
  ['a list', [{ filled: [{ var: 'x' }] }]],
  ['nothing', null],
  ['two keys', { 'number:is': [{ var: 'x' }, 1], label: 'x' }],
  ['a loose comparison', { '==': [{ var: 'decision' }, 'terima'] }],
  ['a missing number below a limit', { '<=': [{ var: 'fee' }, 5] }],
  ['texts compared as numbers', { '<': ['10', '9'] }],
  ['part of a text as membership', { in: ['ac', 'accept reject'] }],
  ['a variable of the prototype', { var: 'toString' }],
  ['a variable on the way to a constructor', { var: 'constructor.constructor' }],
  ['a truthy variable of the prototype', { '!!': { var: 'toString' } }],
  ['a variable made at run time', { filled: [{ var: { cat: ['con', 'structor'] } }] }],
  ['a variable with a dot', { filled: [{ var: 'a.b' }] }],
  ['a default for a variable', { filled: [{ var: ['x', 1] }] }],
  ['an else that rejects', { if: [{ '==': [{ var: 'd' }, 'terima'] }, 'accept', 'reject'] }],
  ['a print', { log: 'x' }],
  ['a loop', { reduce: [[1, 2], { cat: [{ var: 'accumulator' }, { var: 'current' }] }, ''] }],
  ['a map', { map: [[1], { var: '' }] }],
  ['a list beside another field', { 'options:includes-all': [{ var: 'x' }, { var: 'x' }] }],
  ['a range up to another field', { 'number:between': [{ var: 'x' }, { var: 'x' }] }],
  ['days from no day', { 'days:within': [{ var: 'x' }, '2026-01-01', 3] }],
  ['half a day', { 'days:within': [{ var: 'x' }, { var: 'x' }, 0.5] }],
  ['days without end', { 'days:within': [{ var: 'x' }, { var: 'x' }, 3651] }],
  ['fewer days than none', { 'days:within': [{ var: 'x' }, { var: 'x' }, -1] }],
  ['a person made at run time', { 'people:same-as': [{ var: 'x' }, ['sari']] }],
  ['an office made at run time', { 'office:held': [{ var: 'x' }, { var: 'x' }] }],
  ['a name of the start that there is none of', { filled: [{ var: 'start:moment' }] }],
  ['a name of the start with more behind it', { filled: [{ var: 'start:day.x' }] }],
  ['a name of the start with more before it', { filled: [{ var: '9start:day' }] }],
  ['an operator of the prototype', { constructor: [{ var: 'x' }] }],
  ['an operator that does not exist', { 'number:like': [{ var: 'x' }, 1] }],
  ['a group of nothing', { 'all-of': [] }],
  ['thirteen levels', deep(12)],
  ['twenty thousand levels', deep(20_000)],
  ['more than two hundred parts', { 'any-of': Array.from({ length: 200 }, () => ({ filled: [{ var: 'x' }] })) }],
])('does not believe %s', (_what, rule) => {
  expect(evaluateRule(rule, [['x', 1]])).toBe('unknown')
})

it('prints nothing', () => {
  const log = vi.spyOn(console, 'log')
  evaluateRule({ log: ['x'] }, [])
  expect(log).not.toHaveBeenCalled()
})

it('finds nothing on a prototype, even under an allowed name', () => {
  expect(evaluateRule({ filled: [{ var: 'toString' }] }, [])).toBe(false)
  expect(evaluateRule({ filled: [{ var: 'constructor' }] }, [['__proto__', { constructor: 1 }]])).toBe(false)
})
