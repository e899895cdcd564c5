import { expect, it } from 'vitest'
import { applyEdits, callableOf, checkDefinition, type Definition, type NodeId, parseDefinition } from '#engine'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aReview,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { is } from '#test/builders/one-by-one.ts'
import { planWrap } from './plan-wrap.ts'

const errors = (definition: Definition, context = {}) =>
  checkDefinition(definition, context)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)

const loan = () =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('desk'), aLane('head')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'request' }),
      aReview('check', ['accept', 'revise'], { lane: 'desk' }),
      aDecision('large', { lane: 'desk' }),
      aTask('survey', { lane: 'head', form: 'survey', notPerformersOf: ['check'] }),
      aTask('note', { lane: 'desk', form: 'survey' }),
      aDecision('safe', { lane: 'head' }),
      aTask('hand', { lane: 'desk' }),
      aTask('repair', { lane: 'desk' }),
      anEnd('end', { lane: 'desk' }),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'large', { outcome: 'accept' }),
      anEdge('check', 'apply', { outcome: 'revise' }),
      anEdge('large', 'survey', { when: { kind: 'field', field: 'guests', op: 'more-than', value: 50 } }),
      anEdge('large', 'note', { otherwise: true }),
      anEdge('survey', 'safe'),
      anEdge('note', 'safe'),
      anEdge('safe', 'hand', { when: is('found', 'a') }),
      anEdge('safe', 'repair', { otherwise: true }),
      anEdge('hand', 'end'),
      anEdge('repair', 'end'),
    ],
    forms: [
      aForm('request', aField('number', 'guests', { required: true })),
      aForm('survey', aField('choice', 'found', { required: true })),
    ],
  })
/** From the question how many come to what was found. */
const middle = ['large', 'survey', 'note'] as const
const plan = (...ids: readonly string[]) => planWrap(loan(), ids as readonly NodeId[], 'Peninjauan')
const why = (...ids: readonly string[]) => {
  const found = plan(...ids)
  return found.ok ? 'wrapped' : found.why
}

it('leaves a stretch where it is when it cannot stand alone', () => {
  expect(why()).toBe('starts-or-ends')
  expect(why('hand', 'end')).toBe('starts-or-ends')
  expect(why('survey', 'note')).toBe('ways-in')
  expect(why('safe')).toBe('ways-out')
  // The check has to stay somebody else's.
  expect(why(...middle)).toBe('refers-outside')
  expect(why('apply', 'check')).toBe('referred-to')
})

it('makes a standard that can be called and runs, and calls it in its place', () => {
  const draft = { ...loan() }
  const free = applyEdits(draft, [{ type: 'UpdateNode', node: 'survey' as NodeId, patch: { notPerformersOf: [] } }])
  if (!free.ok) throw new Error('not taken')
  const wrapped = planWrap(free.definition, middle as unknown as NodeId[], 'Peninjauan')
  if (!wrapped.ok) throw new Error(wrapped.why)
  const { inner, edits, call } = wrapped.wrap
  expect(parseDefinition(JSON.parse(JSON.stringify(inner)))).toEqual({ ok: true, definition: inner })
  expect(errors(inner)).toEqual([])
  const callable = callableOf(inner, { slug: 'peninjauan', version: 1, superseded: false })
  expect(callable?.fields.map(({ id }) => id)).toEqual(['found', 'guests'])

  const after = applyEdits(free.definition, edits({ slug: 'peninjauan', version: 1 }))
  if (!after.ok) throw new Error(JSON.stringify(after.refusal))
  const { flow, forms } = after.definition
  expect(flow.nodes.filter(({ id }) => [...middle].includes(id as never))).toEqual([])
  expect(flow.nodes.find(({ id }) => id === call)).toMatchObject({
    passes: [{ from: 'guests', to: 'guests' }],
    returns: [{ from: 'found', to: 'found' }],
  })
  expect(flow.edges.map(({ from, to }) => [from, to])).toEqual(
    expect.arrayContaining([
      ['check', call],
      [call, 'safe'],
    ]),
  )
  expect(forms.map(({ id }) => id)).toEqual(['request', 'survey'])
  // Until the new standard is set nobody can call it, and the check says so.
  expect(errors(after.definition, { standards: [] })).toEqual(['call-unknown'])
  expect(errors(after.definition, { standards: [callable] })).toEqual([])
})
