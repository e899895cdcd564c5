import { describe, expect, it } from 'vitest'
import type { Condition } from '#engine/definition/condition.ts'
import { Condition as ConditionSchema } from '#engine/definition/condition.ts'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { fieldsOf } from '../form/fields-of.ts'
import { checkCondition } from './check.ts'
import { compileCondition } from './compile.ts'
import { evaluateCondition, fieldsIn, inputsOf, missingFields } from './evaluate.ts'
import type { Facts } from './facts.ts'

const definition = aDefinition({
  forms: [
    aForm(
      'f',
      aField('rupiah', 'fee'),
      aField('text', 'name'),
      aField('choice', 'class'),
      aField('choices', 'channels'),
      aField('date', 'day'),
      aField('time', 'hour'),
      aField('dateTime', 'moment'),
      aField('yesNo', 'agreed'),
      aField('file', 'letter'),
      aField('note', 'words'),
      aField('group', 'items'),
      aField('number', 'count'),
    ),
  ],
})
const fields = fieldsOf(definition)
const facts = (data: Record<string, unknown>, outcomes: Record<string, string> = {}): Facts => ({ fields, data, outcomes })
const field = (id: string, op: string, value?: unknown): Condition =>
  ConditionSchema.parse({ kind: 'field', field: id, op, ...(value === undefined ? {} : { value }) })
const group = (combine: 'all' | 'any' | 'none', ...of: Condition[]): Condition => ({ kind: 'group', combine, of })
const decided: Condition = ConditionSchema.parse({ kind: 'outcome', node: 'review', is: 'accept' })

describe('a condition', () => {
  it.each([
    ['an amount at its limit', field('fee', 'at-most', 5000), { fee: 5000 }, true],
    ['an amount over its limit', field('fee', 'at-most', 5000), { fee: 5001 }, false],
    ['ten and nine as numbers, not as texts', field('count', 'less-than', 9), { count: 10 }, false],
    ['a decimal between two others', field('count', 'between', [0.1, 0.3]), { count: 0.2 }, true],
    ['a text word for word', field('name', 'is', 'terima'), { name: 'TERIMA' }, false],
    ['a text in the other Unicode form', field('name', 'is', 'cafe\u0301'), { name: 'caf\u00e9' }, true],
    ['part of a text', field('name', 'contains', 'erim'), { name: 'terima' }, true],
    ['an option among others', field('class', 'one-of', ['a', 'b']), { class: 'b' }, true],
    ['all chosen options', field('channels', 'includes-all', ['a', 'b']), { channels: ['b', 'c', 'a'] }, true],
    ['one chosen option', field('channels', 'includes-any', ['a', 'b']), { channels: ['c'] }, false],
    ['none of the chosen options', field('channels', 'none-of', ['a', 'b']), { channels: ['c'] }, true],
    ['a day before another', field('day', 'before', '2026-12-01'), { day: '2026-09-30' }, true],
    ['a time after another', field('hour', 'after', '09:30'), { hour: '13:00' }, true],
    ['a moment no later than another', field('moment', 'at-most', '2026-12-01T09:00'), { moment: '2026-12-01T09:00' }, true],
    ['an answered no', field('agreed', 'is', false), { agreed: false }, true],
    ['files there are', field('letter', 'filled'), { letter: ['x'] }, true],
  ] as const)('reads %s', (_what, condition, data, expected) => {
    expect(evaluateCondition(condition, facts(data))).toBe(expected)
  })

  it.each([
    ['a missing number below a limit', field('fee', 'at-most', 5), {}],
    ['an empty text below a limit', field('fee', 'less-than', 5), { fee: '' }],
    ['nothing below a limit', field('fee', 'less-than', 5), { fee: null }],
    ['a number typed as text', field('fee', 'less-than', 9), { fee: '10' }],
    ['a list where one option is asked', field('class', 'is', 'a'), { class: ['a'] }],
    ['nothing as part of a text', field('name', 'contains', 'a'), { name: '' }],
    ['a day that does not exist', field('day', 'before', '2026-12-01'), { day: '2026-02-30' }],
    ['a value of the prototype', field('name', 'is', 'x'), Object.create({ name: 'x' })],
  ] as const)('does not know about %s', (_what, condition, data) => {
    expect(evaluateCondition(condition, facts(data))).toBe('unknown')
  })

  it('answers whether a field is empty or filled in without knowing its value', () => {
    expect(evaluateCondition(field('name', 'empty'), facts({}))).toBe(true)
    expect(evaluateCondition(field('name', 'filled'), facts({}))).toBe(false)
    expect(evaluateCondition(field('channels', 'empty'), facts({ channels: [] }))).toBe(true)
    expect(evaluateCondition(field('count', 'filled'), facts({ count: 0 }))).toBe(true)
  })

  it('carries what it does not know upward only where it matters', () => {
    const yes = field('name', 'filled')
    const no = field('name', 'empty')
    const unknown = field('fee', 'is', 1)
    const known = facts({ name: 'x' })
    expect(evaluateCondition(group('all', yes, unknown), known)).toBe('unknown')
    expect(evaluateCondition(group('all', no, unknown), known)).toBe(false)
    expect(evaluateCondition(group('any', yes, unknown), known)).toBe(true)
    expect(evaluateCondition(group('any', no, unknown), known)).toBe('unknown')
    expect(evaluateCondition(group('none', no, unknown), known)).toBe('unknown')
    expect(evaluateCondition(group('none', yes, unknown), known)).toBe(false)
    expect(missingFields(group('all', yes, unknown), known)).toEqual(['fee'])
  })

  it('asks for the latest outcome of a step', () => {
    expect(evaluateCondition(decided, facts({}))).toBe('unknown')
    expect(evaluateCondition(decided, facts({}, { review: 'accept' }))).toBe(true)
    expect(evaluateCondition(decided, facts({}, { review: 'revise' }))).toBe(false)
  })

  it('is unknown when it is not sound, whatever the data', () => {
    expect(evaluateCondition(field('nowhere', 'empty'), facts({}))).toBe('unknown')
    expect(evaluateCondition(field('name', 'at-most', 5), facts({ name: 'x' }))).toBe('unknown')
  })
})

describe('a question about more than one field', () => {
  const parse = (raw: unknown) => ConditionSchema.parse(raw)
  const step = (node: string) => ({ kind: 'step', node })
  const starter = { kind: 'starter' }
  const sameAs = (of: unknown, as: unknown) => parse({ kind: 'person', of, is: 'same-as', as })
  const sari = { personId: 'sari', positionId: 'head' }
  const budi = { personId: 'budi', positionId: 'clerk' }
  const acted = { ...facts({}), performers: { check: [sari], sign: [budi, sari] }, starter: budi, startedOn: '2026-03-01' }

  it('asks whether two steps had a performer in common', () => {
    expect(evaluateCondition(sameAs(step('check'), step('sign')), acted)).toBe(true)
    expect(evaluateCondition(sameAs(step('check'), starter), acted)).toBe(false)
    expect(evaluateCondition(sameAs(step('check'), step('later')), acted)).toBe('unknown')
    expect(evaluateCondition(sameAs(step('check'), starter), { ...acted, starter: null })).toBe('unknown')
    const applicant = { personId: null, positionId: null }
    expect(evaluateCondition(sameAs(step('check'), starter), { ...acted, starter: applicant })).toBe('unknown')
    expect(evaluateCondition(sameAs(step('check'), starter), facts({}))).toBe('unknown')
  })

  it('asks in which office somebody acted', () => {
    const held = (of: unknown, position: string) => parse({ kind: 'office', of, position })
    expect(evaluateCondition(held(step('check'), 'head'), acted)).toBe(true)
    expect(evaluateCondition(held(step('check'), 'clerk'), acted)).toBe(false)
    expect(evaluateCondition(held(starter, 'clerk'), acted)).toBe(true)
    expect(evaluateCondition(held(step('later'), 'head'), acted)).toBe('unknown')
    expect(evaluateCondition(held(starter, 'head'), { ...acted, starter: { personId: null, positionId: null } })).toBe(false)
  })

  it('counts days from a field and from the start', () => {
    const weekAfter = (of: unknown) => parse({ kind: 'days', field: 'day', op: 'at-least-after', days: 7, of })
    expect(evaluateCondition(weekAfter({ kind: 'start' }), { ...acted, data: { day: '2026-03-08' } })).toBe(true)
    expect(evaluateCondition(weekAfter({ kind: 'start' }), { ...acted, data: { day: '2026-03-07' } })).toBe(false)
    expect(evaluateCondition(weekAfter({ kind: 'start' }), { ...acted, startedOn: null, data: { day: '2026-03-07' } })).toBe(
      'unknown',
    )
    const fromMoment = weekAfter({ kind: 'field', field: 'moment' })
    expect(evaluateCondition(fromMoment, facts({ day: '2026-03-08', moment: '2026-03-01T23:00' }))).toBe(true)
    expect(missingFields(fromMoment, facts({ day: '2026-03-08' }))).toEqual(['moment'])
  })

  it('lays two fields beside each other and names the one that is missing', () => {
    const within = parse({ kind: 'fields', field: 'fee', op: 'at-most', other: 'count' })
    expect(evaluateCondition(within, facts({ fee: 10, count: 10 }))).toBe(true)
    expect(evaluateCondition(within, facts({ fee: 11, count: 10 }))).toBe(false)
    expect(evaluateCondition(within, facts({ fee: 10, count: '9' }))).toBe('unknown')
    expect(missingFields(within, facts({ fee: 10 }))).toEqual(['count'])
    expect(missingFields(within, facts({}))).toEqual(['fee', 'count'])
    expect(missingFields(sameAs(step('later'), starter), facts({}))).toEqual([])
  })

  it('lists its inputs by name, those of fields apart', () => {
    const condition = group(
      'all',
      parse({ kind: 'fields', field: 'fee', op: 'at-most', other: 'count' }),
      parse({ kind: 'days', field: 'day', op: 'within', days: 1, of: { kind: 'start' } }),
      sameAs(step('check'), starter),
      parse({ kind: 'office', of: starter, position: 'head' }),
      parse({ kind: 'office', of: step('sign'), position: 'head' }),
      decided,
    )
    expect(fieldsIn(condition)).toEqual(['fee', 'count', 'day'])
    expect(Object.fromEntries(inputsOf(condition, { ...acted, data: { fee: 5 }, outcomes: { review: 'accept' } }))).toEqual({
      fee: 5,
      count: null,
      day: null,
      'start:day': '2026-03-01',
      'person:check': ['sari'],
      'start:person': ['budi'],
      'start:office': ['clerk'],
      'office:sign': ['clerk', 'head'],
      'outcome:review': 'accept',
    })
  })

  const outcomes = new Map([['check', ['submit']]])
  it.each([
    [
      { kind: 'fields', field: 'nowhere', op: 'is', other: 'fee' },
      { code: 'unknown-field', params: { field: 'nowhere' } },
    ],
    [
      { kind: 'fields', field: 'fee', op: 'is', other: 'nowhere' },
      { code: 'unknown-field', params: { field: 'nowhere' } },
    ],
    [
      { kind: 'fields', field: 'fee', op: 'is', other: 'fee' },
      { code: 'same-twice', params: { field: 'fee' } },
    ],
    [
      { kind: 'fields', field: 'fee', op: 'is', other: 'name' },
      { code: 'other-kind', params: { field: 'fee', other: 'name' } },
    ],
    [
      { kind: 'fields', field: 'fee', op: 'between', other: 'count' },
      { code: 'operator-not-for-kind', params: { field: 'fee', op: 'between', kind: 'rupiah' } },
    ],
    [
      { kind: 'days', field: 'day', op: 'within', days: 1, of: { kind: 'field', field: 'day' } },
      { code: 'same-twice', params: { field: 'day' } },
    ],
    [
      { kind: 'days', field: 'nowhere', op: 'within', days: 1, of: { kind: 'start' } },
      { code: 'unknown-field', params: { field: 'nowhere' } },
    ],
    [
      { kind: 'days', field: 'day', op: 'within', days: 1, of: { kind: 'field', field: 'hour' } },
      { code: 'operator-not-for-kind', params: { field: 'hour', op: 'within', kind: 'time' } },
    ],
    [{ kind: 'person', of: step('check'), is: 'same-as', as: step('check') }, { code: 'same-twice' }],
    [{ kind: 'person', of: starter, is: 'same-as', as: starter }, { code: 'same-twice' }],
    [
      { kind: 'person', of: step('check'), is: 'same-as', as: step('lost') },
      { code: 'unknown-step', params: { node: 'lost' } },
    ],
    [
      { kind: 'office', of: step('lost'), position: 'head' },
      { code: 'unknown-step', params: { node: 'lost' } },
    ],
  ])('is refused where it is not sound: %j', (raw, problem) => {
    expect(checkCondition(parse(raw), fields, outcomes)).toEqual([{ path: '', ...problem }])
  })

  it('is taken where it is sound', () => {
    const sound = group(
      'any',
      parse({ kind: 'fields', field: 'fee', op: 'less-than', other: 'count' }),
      parse({ kind: 'days', field: 'day', op: 'within', days: 1, of: { kind: 'field', field: 'moment' } }),
      sameAs(step('check'), starter),
      parse({ kind: 'office', of: starter, position: 'head' }),
    )
    expect(checkCondition(sound, fields, outcomes)).toEqual([])
  })
})

describe('checking a condition', () => {
  it('says what it found, and where', () => {
    expect(checkCondition(field('nowhere', 'filled'), fields)).toEqual([
      { path: '', code: 'unknown-field', params: { field: 'nowhere' } },
    ])
    expect(checkCondition(field('name', 'at-most', 5), fields)).toEqual([
      { path: '', code: 'operator-not-for-kind', params: { field: 'name', op: 'at-most', kind: 'text' } },
    ])
    expect(checkCondition(field('fee', 'is', ''), fields)).toEqual([
      { path: '', code: 'value-missing', params: { field: 'fee', op: 'is' } },
    ])
    expect(checkCondition(decided, fields, new Map([['review', ['revise']]]))).toEqual([
      { path: '', code: 'unknown-outcome', params: { node: 'review', outcome: 'accept' } },
    ])
    const hollow = { kind: 'group', combine: 'all', of: [] } as Condition
    expect(checkCondition(hollow, fields)).toEqual([{ path: '', code: 'empty-group' }])
  })

  const codes = (condition: Condition) =>
    checkCondition(condition, fields).map(({ code, path }) => (path ? `${path} ${code}` : code))
  it.each([
    ['an undeclared field', field('nowhere', 'filled'), ['unknown-field']],
    ['an operator of another kind', field('name', 'at-most', 5), ['operator-not-for-kind']],
    ['a note', field('words', 'filled'), ['operator-not-for-kind']],
    ['a comparison without a value', field('name', 'is'), ['value-missing']],
    ['an empty list', field('class', 'one-of', []), ['value-missing']],
    ['a value where none belongs', field('name', 'filled', 'x'), ['value-not-used']],
    ['a text for a number', field('fee', 'is', '5'), ['wrong-type']],
    ['a day that does not exist', field('day', 'is', '2026-02-30'), ['wrong-type']],
    ['an option that is none', field('class', 'is', 'z'), ['not-an-option']],
    ['an option that is none among others', field('channels', 'includes-any', ['a', 'z']), ['not-an-option']],
    ['a range upside down', field('count', 'between', [3, 1]), ['range-reversed']],
    ['half a range', field('count', 'between', [3]), ['wrong-type']],
    ['a range of three', field('count', 'between', [1, 2, 3]), ['wrong-type']],
    ['a range of texts', field('count', 'between', ['1', '2']), ['wrong-type']],
    ['one value for a list', field('class', 'one-of', 'a'), ['wrong-type']],
    ['a list for one value', field('class', 'is', ['a']), ['wrong-type']],
    ['a range from one to the same', field('count', 'between', [3, 3]), []],
    ['what is wrong deeper down', group('all', decided, group('any', field('nowhere', 'filled'))), ['of.1.of.0 unknown-field']],
    ['nothing that is sound', group('none', field('class', 'is', 'a'), field('letter', 'empty')), []],
  ] as const)('names %s', (_what, condition, expected) => {
    expect(codes(condition)).toEqual(expected)
  })

  it('does not take a name of the prototype for a field', () => {
    const sneaky = { kind: 'field', field: '__proto__', op: 'filled' } as unknown as Condition
    expect(checkCondition(sneaky, fields)).toMatchObject([{ code: 'unknown-field' }])
  })

  it('stops at twelve levels and two hundred parts', () => {
    const nested = (levels: number): Condition => (levels === 1 ? decided : group('all', nested(levels - 1)))
    expect(codes(nested(12))).toEqual([])
    expect(checkCondition(nested(13), fields)).toMatchObject([{ code: 'too-deep', params: { max: 12 } }])
    const wide = group('any', ...Array.from({ length: 4 }, () => group('any', ...Array.from({ length: 50 }, () => decided))))
    expect(checkCondition(wide, fields)).toMatchObject([{ code: 'too-many-parts', params: { max: 200 } }])
    const most = group('any', ...Array.from({ length: 199 }, () => decided))
    expect(checkCondition(most, fields)).toEqual([])
  })

  it('knows the outcomes of steps where it is told them', () => {
    expect(checkCondition(decided, fields, new Map([['review', ['accept']]]))).toEqual([])
    expect(checkCondition(decided, fields, new Map([['review', ['revise']]]))).toMatchObject([{ code: 'unknown-outcome' }])
    expect(checkCondition(decided, fields, new Map())).toMatchObject([{ code: 'unknown-step' }])
  })
})

it('compiles to json-logic of one key per object, with comparisons named by type', () => {
  const condition = group('any', field('fee', 'at-most', 5000), group('none', field('letter', 'empty')), decided)
  expect(compileCondition(condition, fields)).toEqual({
    'any-of': [
      { 'number:at-most': [{ var: 'fee' }, 5000] },
      { 'none-of': [{ empty: [{ var: 'letter' }] }] },
      { 'option:is': [{ var: 'outcome:review' }, 'accept'] },
    ],
  })
  expect(() => compileCondition(field('nowhere', 'filled'), fields)).toThrow('condition.: unknown-field {"field":"nowhere"}')
  const list = field('name', 'one-of', ['cafe\u0301', 'b'])
  expect(compileCondition(list, fields)).toEqual({ 'text:one-of': [{ var: 'name' }, ['caf\u00e9', 'b']] })
  expect(compileCondition(field('count', 'one-of', [1, 2]), fields)).toEqual({ 'number:one-of': [{ var: 'count' }, [1, 2]] })
})
