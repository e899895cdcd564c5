import { describe, expect, it } from 'vitest'
import type { FieldKind } from '../definition/form.ts'
import { compare, isEmptyValue, typedValue } from './compare.ts'
import { daysApart } from './day-distance.ts'
import { comparable, comparisonOf, hasDay, operandOf, operatorsFor, pairOperators } from './operators.ts'
import { actedIn, sharePerson } from './people.ts'

it.each([
  ['text', 'a', ['', 5, ['a'], null]],
  ['option', 'a', ['', 5, ['a'], undefined]],
  ['number', 0, ['0', Number.NaN, Number.POSITIVE_INFINITY, [0]]],
  ['date', '2026-02-28', ['2026-02-29', '2026-02-28T09:00', 20260228]],
  ['time', '09:30', ['24:00', '9:30', 930]],
  ['dateTime', '2026-02-28T09:30', ['2026-02-28', '2026-02-29T09:30', 1]],
  ['options', ['a'], ['a', [], [1], ['a', 1], { length: 1 }]],
  ['yesNo', false, ['false', 0, null]],
] as const)('takes a %s for what it is and nothing else', (comparison, good, bad) => {
  expect(typedValue(comparison, good)).toEqual(good)
  for (const value of bad) expect(typedValue(comparison, value)).toBeNull()
})

it('has no value for files, groups and notes', () => {
  expect(typedValue('presence', ['x'])).toBeNull()
  expect(typedValue('none', 'x')).toBeNull()
})

it.each([
  [undefined, true],
  [null, true],
  ['', true],
  [[], true],
  ['x', false],
  [0, false],
  [false, false],
  [['x'], false],
])('knows whether %j is nothing', (value, empty) => {
  expect(isEmptyValue(value)).toBe(empty)
})

describe('a comparison', () => {
  it.each([
    ['number', 'between', 5, [5, 9], true],
    ['number', 'between', 9, [5, 9], true],
    ['number', 'between', 4, [5, 9], false],
    ['number', 'between', 10, [5, 9], false],
    ['number', 'between', 7, [5], null],
    ['number', 'between', 7, [5, 9, 11], null],
    ['number', 'between', 7, 5, null],
    ['number', 'between', 7, ['5', 9], null],
    ['number', 'between', 7, [5, '9'], null],
    ['number', 'one-of', 7, [5, 7], true],
    ['number', 'one-of', 7, [5, '7'], null],
    ['number', 'one-of', 7, 7, null],
    ['number', 'none-of', 7, [5, 7], false],
    ['number', 'none-of', 7, [5], true],
    ['number', 'none-of', 7, 'x', null],
    ['number', 'less-than', 7, 7, false],
    ['number', 'more-than', 7, 7, false],
    ['number', 'less-than', 7, '8', null],
    ['number', 'contains', 7, 7, null],
    ['number', 'empty', 7, 7, null],
    ['date', 'before', '2026-01-01', '2026-01-01', false],
    ['date', 'after', '2026-01-02', '2026-01-01', true],
    ['text', 'starts-with', 'terima', 'ter', true],
    ['text', 'ends-with', 'terima', 'ter', false],
    ['text', 'is-not', 'terima', 'ter', true],
    ['text', 'contains', 'terima', 5, null],
    ['options', 'contains', ['a', 'b'], 'b', true],
    ['options', 'contains', ['a', 'b'], 'c', false],
    ['options', 'contains', ['a', 'b'], 5, null],
    ['options', 'includes-all', ['a', 'b'], ['a', 'c'], false],
    ['options', 'includes-any', ['a', 'b'], ['a', 'c'], true],
    ['options', 'includes-any', ['a', 'b'], 'a', null],
    ['options', 'includes-any', ['a', 'b'], ['a', 5], null],
    ['options', 'none-of', ['a', 'b'], ['c'], true],
    ['options', 'none-of', ['a', 'b'], ['b'], false],
    ['options', 'none-of', ['a', 'b'], 'b', null],
    ['text', 'includes-all', 'a', ['a'], null],
  ] as const)('of %s: %s of %j and %j is %j', (comparison, op, value, operand, answer) => {
    expect(compare(comparison, op, value, operand)).toBe(answer)
  })
})

it.each([
  ['within', '2026-03-01', '2026-02-27', 2, true],
  ['within', '2026-02-27', '2026-03-01', 2, true],
  ['within', '2026-03-02', '2026-02-27', 2, false],
  ['at-most-after', '2026-03-01', '2026-03-01', 0, true],
  ['at-most-after', '2026-03-03', '2026-03-01', 2, true],
  ['at-most-after', '2026-03-04', '2026-03-01', 2, false],
  ['at-most-after', '2026-02-28', '2026-03-01', 2, false],
  ['at-least-after', '2026-03-03', '2026-03-01', 2, true],
  ['at-least-after', '2026-03-02', '2026-03-01', 2, false],
  ['at-most-before', '2026-02-27', '2026-03-01', 2, true],
  ['at-most-before', '2026-03-01', '2026-03-01', 2, true],
  ['at-most-before', '2026-02-26', '2026-03-01', 2, false],
  ['at-most-before', '2026-03-02', '2026-03-01', 2, false],
  ['at-least-before', '2026-02-27', '2026-03-01', 2, true],
  ['at-least-before', '2026-02-28', '2026-03-01', 2, false],
  ['within', '2026-03-01T23:59', '2026-03-02T00:01', 0, false],
  ['within', '2026-03-01T23:59', '2026-03-01', 0, true],
  ['within', '2026-02-30', '2026-03-01', 9, null],
  ['within', '2026-03-01', null, 9, null],
] as const)('counts days: %s, %s from %s, %i days: %j', (op, day, from, days, answer) => {
  expect(daysApart(op, day, from, days)).toBe(answer)
})

it.each([
  [['sari'], ['budi', 'sari'], true],
  [['sari'], ['budi'], false],
  [['sari'], ['budi', ''], null],
  [['', 'sari'], ['budi'], null],
  [['', 'sari'], ['', 'sari'], true],
  [[''], [''], null],
  [[], ['sari'], null],
  [['sari'], null, null],
  [null, ['sari'], null],
  ['sari', 'sari', null],
  [['sari'], ['sari', 5], null],
])('asks whether %j and %j share a person: %j', (one, other, answer) => {
  expect(sharePerson(one, other)).toBe(answer)
})

it.each([
  [['head'], 'head', true],
  [['clerk', 'head'], 'head', true],
  [['clerk'], 'head', false],
  [[''], 'head', false],
  [[''], '', null],
  [['head'], 5, null],
  [[], 'head', null],
  [null, 'head', null],
])('asks whether somebody acted, in %j, as %j: %j', (positions, position, answer) => {
  expect(actedIn(positions, position)).toBe(answer)
})

const byComparison = {
  text: ['text', 'longText', 'letterNumber', 'nik', 'nip', 'phone', 'email', 'link', 'regulation'],
  number: ['number', 'rupiah'],
  date: ['date'],
  time: ['time'],
  dateTime: ['dateTime'],
  option: ['choice', 'position'],
  options: ['choices'],
  yesNo: ['yesNo'],
  presence: ['file', 'group'],
  none: ['note'],
} as const satisfies Record<string, FieldKind[]>

it.each(Object.entries(byComparison))('compares as %s: %j', (comparison, kinds) => {
  for (const kind of kinds) expect(comparisonOf(kind)).toBe(comparison)
})

it('offers each kind its operators, in order', () => {
  const time = ['is', 'is-not', 'before', 'after', 'at-most', 'at-least', 'between', 'empty', 'filled']
  expect(operatorsFor('text')).toEqual('is is-not contains starts-with ends-with one-of none-of empty filled'.split(' '))
  expect(operatorsFor('rupiah')).toEqual(
    'is is-not less-than at-most at-least more-than between one-of none-of empty filled'.split(' '),
  )
  for (const kind of ['date', 'time', 'dateTime'] as const) expect(operatorsFor(kind)).toEqual(time)
  expect(operatorsFor('choice')).toEqual('is is-not one-of none-of empty filled'.split(' '))
  expect(operatorsFor('choices')).toEqual('contains includes-all includes-any none-of empty filled'.split(' '))
  expect(operatorsFor('yesNo')).toEqual('is is-not empty filled'.split(' '))
  expect(operatorsFor('file')).toEqual(['empty', 'filled'])
  expect(operatorsFor('note')).toEqual([])
})

it('lays fields of a kind beside each other, by what can be said of two', () => {
  expect(pairOperators).toEqual({
    text: ['is', 'is-not'],
    number: ['is', 'is-not', 'less-than', 'at-most', 'at-least', 'more-than'],
    date: ['is', 'is-not', 'before', 'at-most', 'at-least', 'after'],
    time: ['is', 'is-not', 'before', 'at-most', 'at-least', 'after'],
    dateTime: ['is', 'is-not', 'before', 'at-most', 'at-least', 'after'],
    option: ['is', 'is-not'],
    options: [],
    yesNo: ['is', 'is-not'],
    presence: [],
    none: [],
  })
  expect(comparable('number', 'rupiah')).toBe(true)
  expect(comparable('choice', 'choice')).toBe(true)
  expect(comparable('choice', 'position')).toBe(false)
  expect(comparable('text', 'number')).toBe(false)
  expect(comparable('choices', 'choices')).toBe(false)
  expect(['date', 'dateTime', 'time'].map((kind) => hasDay(kind as FieldKind))).toEqual([true, true, false])
})

it('knows what stands beside an operator', () => {
  const shapes = ['empty', 'filled', 'between', 'one-of', 'none-of', 'includes-all', 'includes-any', 'is', 'contains'] as const
  expect(shapes.map(operandOf)).toEqual(['none', 'none', 'pair', 'list', 'list', 'list', 'list', 'one', 'one'])
})
