import { expect, it } from 'vitest'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  anEdge,
  anEnd,
  aReview,
  aStart,
  aTask,
  type EdgeInput,
} from '#test/builders/definition.ts'
import type { DecisionNode } from '../definition/flow.ts'
import type { Definition } from '../definition/schema.ts'
import { playExample } from './play-example.ts'
import { suggestExamples } from './suggest-examples.ts'

const deciding = (node: Partial<Parameters<typeof aDecision>[1]>, ...exits: Partial<EdgeInput>[]): Definition =>
  aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'asked' }),
      aReview('check', ['accept', 'revise']),
      aDecision('which', node),
      aTask('small'),
      aTask('large'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'which', { outcome: 'accept' }),
      anEdge('check', 'which', { outcome: 'revise' }),
      ...exits.map((exit, index) => anEdge('which', ['small', 'large', 'end'][index] ?? 'end', exit)),
      anEdge('small', 'end'),
      anEdge('large', 'end'),
    ],
    forms: [
      aForm(
        'asked',
        aField('rupiah', 'fee', { required: true, max: 10_000_000 }),
        aField('choice', 'sort', { required: true }),
        aField('text', 'place', { required: true }),
        aField('date', 'day', { required: true }),
      ),
    ],
  })
const decisionOf = ({ flow }: Definition) => flow.nodes.find(({ id }) => id === 'which') as DecisionNode
const rowsOf = (definition: Definition) => suggestExamples(decisionOf(definition), definition)
const said = (definition: Definition) =>
  rowsOf(definition).map(({ given, exit }) => {
    const values = given.map((one) => ('value' in one ? one.value : 'is' in one ? one.is : 'day' in one ? one.day : one.person))
    return `${values.join('+')} -> ${exit.replace('which-', '')}`
  })
const fee = (op: string, value: number) => ({ kind: 'field', field: 'fee', op, value }) as never

it('suggests the limit of an amount and what lies beside it', () => {
  const definition = deciding({}, { when: fee('at-most', 5_000_000) }, { otherwise: true })
  expect(said(definition)).toEqual(expect.arrayContaining(['5000000 -> small', '5000001 -> large']))
  expect(said(definition).length).toBeLessThanOrEqual(4)
})

it('suggests values for each exit, and for each side of what tells exits apart', () => {
  const sort = (value: string) => ({ kind: 'field', field: 'sort', op: 'is', value }) as never
  const rows = said(deciding({}, { when: sort('a') }, { when: sort('b') }, { otherwise: true }))
  expect(rows).toEqual(expect.arrayContaining(['a -> small', 'b -> large', 'c -> end']))
})

it('suggests outcomes, texts, days and people as well', () => {
  const outcome = { kind: 'outcome', node: 'check', is: 'revise' } as never
  const word = { kind: 'field', field: 'place', op: 'is', value: 'Aula' } as never
  const soon = { kind: 'days', field: 'day', op: 'at-least-after', days: 3, of: { kind: 'start' } } as never
  const self = { kind: 'person', of: { kind: 'step', node: 'check' }, is: 'same-as', as: { kind: 'starter' } } as never
  const office = { kind: 'office', of: { kind: 'step', node: 'check' }, position: 'officer' } as never
  for (const when of [outcome, word, soon, self, office]) {
    const definition = deciding({}, { when }, { otherwise: true })
    const exits = rowsOf(definition).map(({ exit }) => exit)
    expect(new Set(exits), JSON.stringify(when)).toEqual(new Set(['which-small', 'which-large']))
    expect(JSON.stringify(rowsOf(definition))).not.toContain('~')
  }
})

it('suggests only rows that take the exit they name, and none twice', () => {
  const definition = deciding(
    { ordered: true },
    { when: fee('more-than', 5_000_000) },
    { when: fee('more-than', 1_000_000) },
    { otherwise: true },
  )
  const rows = rowsOf(definition)
  for (const row of rows) expect(playExample(decisionOf(definition), row, definition).edge?.id).toBe(row.exit)
  const kept = { ...decisionOf(definition), examples: rows }
  expect(suggestExamples(kept, definition)).toEqual([])
})

it('suggests nothing for conditions that ask about what is not there', () => {
  const gone = { kind: 'field', field: 'gone', op: 'is', value: 1 } as never
  expect(rowsOf(deciding({}, { when: gone }, { otherwise: true }))).toEqual([])
})

it('stops where an example leaves out what is asked', () => {
  const definition = deciding({}, { when: fee('at-most', 5) }, { otherwise: true })
  expect(playExample(decisionOf(definition), { given: [] }, definition)).toMatchObject({ edge: null, code: 'unknown-data' })
})
