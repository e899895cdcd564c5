import { expect, it } from 'vitest'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  aJoin,
  anEdge,
  anEnd,
  aParallel,
  aReview,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { maybeEmptyAt } from './maybe-empty.ts'
import type { Definition } from './schema.ts'

/** An applicant asks; small requests pass the study by; later the decision is asked. */
const drawn = (over: Parameters<typeof aDefinition>[0] = {}): Definition =>
  aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'asked' }),
      aReview('check', ['accept', 'revise']),
      aTask('study', { form: 'studied' }),
      aDecision('which'),
      aTask('hand', { form: 'handed' }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'which', { outcome: 'accept' }),
      anEdge('check', 'study', { outcome: 'revise' }),
      anEdge('study', 'which'),
      anEdge('which', 'hand', { otherwise: true }),
      anEdge('hand', 'end'),
    ],
    forms: [
      aForm('asked', aField('text', 'name', { required: true }), aField('text', 'note')),
      aForm('studied', aField('number', 'size', { required: true })),
      aForm('handed', aField('date', 'handed', { required: true }), aField('note', 'said')),
      aForm('spare', aField('text', 'lost', { required: true })),
    ],
    ...over,
  })
const at = (node: string, definition = drawn()) => maybeEmptyAt({ node: node as never }, definition)
const inForm = (form: string, field: string, definition = drawn()) =>
  maybeEmptyAt({ form: form as never, field: field as never }, definition)

it('tells why each field may be empty where a decision looks at it', () => {
  expect(Object.fromEntries(at('which').fields)).toEqual({
    note: { why: 'optional', steps: ['apply'] },
    size: { why: 'skipped', steps: ['study'], way: ['start', 'apply', 'check'] },
    handed: { why: 'later', steps: ['hand'] },
    lost: { why: 'unasked' },
  })
})

it('says nothing of a field that every way sets', () => {
  expect(at('which').fields.has('name' as never)).toBe(false)
  expect(at('hand').fields.has('size' as never)).toBe(true)
  const both = drawn({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'asked' }),
      aParallel('both'),
      aTask('study', { form: 'studied' }),
      aTask('visit'),
      aJoin('met'),
      aDecision('which'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'both'),
      anEdge('both', 'study'),
      anEdge('both', 'visit'),
      anEdge('study', 'met'),
      anEdge('visit', 'met'),
      anEdge('met', 'which'),
      anEdge('which', 'end', { otherwise: true }),
    ],
  })
  expect(at('which', both).fields.has('size' as never)).toBe(false)
  expect([...at('which', both).steps.keys()]).toEqual([])
})

it('tells which steps may not have been done', () => {
  expect(Object.fromEntries(at('which').steps)).toEqual({
    study: { why: 'skipped', steps: ['study'], way: ['start', 'apply', 'check'] },
    hand: { why: 'later', steps: ['hand'] },
  })
})

it('knows in a form what stands above and is demanded', () => {
  const { fields } = inForm('asked', 'note')
  expect(fields.has('name' as never)).toBe(false)
  expect(fields.get('note' as never)).toEqual({ why: 'below' })
  expect(inForm('asked', 'name').fields.get('note' as never)).toEqual({ why: 'below' })
  expect(inForm('studied', 'size').fields.get('name' as never)).toBeUndefined()
  expect(inForm('studied', 'size').fields.get('note' as never)).toEqual({ why: 'optional', steps: ['apply'] })
})

it('says nothing of a place that no way leads to', () => {
  const cut = drawn({ edges: [anEdge('start', 'apply'), anEdge('apply', 'end')] })
  expect(at('which', cut).fields.size).toBe(0)
  expect(inForm('spare', 'lost').fields.get('name' as never)).toBeUndefined()
})
