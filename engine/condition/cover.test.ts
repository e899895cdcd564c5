import { describe, expect, it } from 'vitest'
import type { Condition, Who } from '#engine/definition/condition.ts'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { fieldsOf } from '../form/fields-of.ts'
import { canHold, coverOf } from './cover.ts'

const fields = fieldsOf(
  aDefinition({
    forms: [
      aForm(
        'f',
        aField('text', 'word'),
        aField('date', 'day'),
        aField('date', 'other'),
        aField('time', 'hour'),
        aField('dateTime', 'moment'),
        aField('choices', 'marks', { min: 2, max: 2 }),
        aField('yesNo', 'agreed', { mustBeYes: true }),
        aField('position', 'office'),
        aField('file', 'letter'),
      ),
    ],
  }),
)
const field = (id: string, op: string, value?: unknown) =>
  ({ kind: 'field', field: id, op, ...(value === undefined ? {} : { value }) }) as Condition
const days = (op: string, count: number, of: object = { kind: 'field', field: 'other' }) =>
  ({ kind: 'days', field: 'day', op, days: count, of }) as Condition
const all = (...of: Condition[]): Condition => ({ kind: 'group', combine: 'all', of })

/** Whether two exits leave a gap, overlap, or are never taken; in this order. */
const about = (mayBeEmpty: boolean, ...when: Condition[]) => {
  const cover = coverOf(
    when.map((one, index) => ({ id: String(index), when: one })),
    false,
    { fields, mayBeEmpty: () => mayBeEmpty },
  )
  if (cover.kind !== 'solved') return cover.kind
  return [cover.gap !== null && 'gap', cover.overlaps.length > 0 && 'overlap', cover.never.length > 0 && 'never'].filter(Boolean)
}

describe('the cover of a decision', () => {
  it.each<[string, string[], Condition[]]>([
    ['hours before and from noon', [], [field('hour', 'before', '12:00'), field('hour', 'at-least', '12:00')]],
    ['hours before and after noon', ['gap'], [field('hour', 'before', '12:00'), field('hour', 'after', '12:00')]],
    [
      'moments that meet',
      ['overlap'],
      [field('moment', 'at-most', '2026-01-05T08:00'), field('moment', 'at-least', '2026-01-05T08:00')],
    ],
    ['a word and all others', [], [field('word', 'is', 'a'), field('word', 'is-not', 'a')]],
    ['beginnings that differ', ['gap'], [field('word', 'starts-with', 'a'), field('word', 'starts-with', 'b')]],
    ['a beginning and an ending', ['gap', 'overlap'], [field('word', 'starts-with', 'a'), field('word', 'ends-with', 'b')]],
    ['one of a position and no other', ['gap'], [field('office', 'is', 'head')]],
    ['two of three marks, one of which is asked for', [], [field('marks', 'includes-any', ['a', 'b'])]],
    ['three marks where two are most', ['gap', 'never'], [field('marks', 'includes-all', ['a', 'b', 'c'])]],
    ['what must be agreed to', ['never'], [field('agreed', 'is', true), field('agreed', 'is', false)]],
    ['a day up to three after and later', ['gap'], [days('at-most-after', 3), days('at-least-after', 4)]],
    ['a day up to three after and from three on', ['gap', 'overlap'], [days('at-most-after', 3), days('at-least-after', 3)]],
    ['near, before and after', [], [days('within', 1), days('at-least-after', 2), days('at-least-before', 2)]],
    [
      'a day that can lie nowhere',
      ['gap', 'never'],
      [all(days('at-least-after', 2), { kind: 'fields', field: 'day', op: 'before', other: 'other' } as Condition)],
    ],
    ['ten days after the start', ['gap'], [days('at-least-after', 10, { kind: 'start' })]],
  ])('%s: %j', (_name, found, when) => {
    expect(about(false, ...when)).toEqual(found)
  })

  it('knows that who acted may be one person or two, in any office', () => {
    const step = (node: string) => ({ kind: 'step', node }) as Who
    const person = (is: string) => ({ kind: 'person', of: step('a'), is, as: { kind: 'starter' } }) as Condition
    const held = (position: string) => ({ kind: 'office', of: step('a'), position }) as Condition
    expect(about(false, person('same-as'), person('other-than'))).toEqual([])
    expect(about(false, held('head'), held('clerk'))).toEqual(['gap', 'overlap'])
  })

  it('asks whether a field is empty only where it may be', () => {
    const cases = [field('letter', 'empty'), field('letter', 'filled')]
    expect(about(true, ...cases)).toEqual([])
    expect(about(false, ...cases)).toEqual(['never'])
    expect(canHold(field('letter', 'empty'), { fields })).toBe(false)
  })

  it('does not claim that parts of words never come', () => {
    expect(about(false, all(field('word', 'starts-with', 'a'), field('word', 'is', 'b')))).toEqual(['gap'])
  })

  it('says so when a condition is not sound, or when there is too much to look at', () => {
    expect(about(false, field('gone', 'is', 'a'))).toBe('unsolved')
    // Nine who each need an outcome of their own, and eight outcomes.
    const steps = Array.from({ length: 9 }, (_, index) => `n${index}`)
    const results = Array.from({ length: 8 }, (_, index) => `o${index}`)
    const is = (node: string, outcome: string) => ({ kind: 'outcome', node, is: outcome }) as Condition
    const clashes = steps.flatMap((one, index) =>
      steps.slice(index + 1).flatMap((other) => results.map((result) => all(is(one, result), is(other, result)))),
    )
    const cases = clashes.map((when, index) => ({ id: String(index), when }))
    expect(coverOf(cases, true, { fields, outcomes: new Map(steps.map((step) => [step, results])) })).toEqual({
      kind: 'unsolved',
    })
  })
})
