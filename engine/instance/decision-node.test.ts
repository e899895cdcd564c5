import { describe, expect, it } from 'vitest'
import { aDecision, aDefinition, aField, aForm, anEdge, type EdgeInput } from '#test/builders/definition.ts'
import type { DecisionNode } from '../definition/flow.ts'
import { chooseExit } from './decision-node.ts'
import { initialState } from './evolve.ts'
import { factsOf } from './facts.ts'
import { findNode } from './graph.ts'

const when = (field: string, value: string) => ({ when: { kind: 'field', field, op: 'is', value } })
const chosen = (ordered: boolean, exits: EdgeInput[], data: Record<string, unknown>) => {
  const definition = aDefinition({
    nodes: [aDecision('which', { ordered })],
    edges: [...exits, anEdge('elsewhere', 'a', when('class', 'a'))],
    forms: [aForm('f', aField('choice', 'class'), aField('choice', 'zone'))],
  })
  const node = findNode(definition, 'which') as DecisionNode
  return chooseExit(node, definition, factsOf(definition, { ...initialState, data: data as never }))
}
const classA = anEdge('which', 'a', when('class', 'a'))
const zoneB = anEdge('which', 'b', when('zone', 'b'))
const other = anEdge('which', 'c', { otherwise: true })

describe('a decision', () => {
  it.each([
    ['the one that is true', false, { class: 'a', zone: 'c' }, 'which-a'],
    ['the default when all are false', false, { class: 'b', zone: 'c' }, 'which-c'],
    ['the first true one where they are ordered', true, { class: 'a', zone: 'b' }, 'which-a'],
    ['the second where the first is false', true, { class: 'b', zone: 'b' }, 'which-b'],
    ['the first, though what comes later is not known', true, { class: 'a' }, 'which-a'],
    ['the default where they are ordered and all false', true, { class: 'b', zone: 'c' }, 'which-c'],
  ])('takes %s', (_what, ordered, data, edge) => {
    expect(chosen(ordered, [classA, zoneB, other], data).edge?.id).toBe(edge)
  })

  it.each([
    ['two are true', false, { class: 'a', zone: 'b' }, 'several-branches', []],
    ['one is true and one not known', false, { class: 'a' }, 'unknown-data', ['zone']],
    ['none is known', false, {}, 'unknown-data', ['class', 'zone']],
    ['the first is not known, though the second is true', true, { zone: 'b' }, 'unknown-data', ['class']],
  ])('takes none when %s', (_what, ordered, data, code, missing) => {
    expect(chosen(ordered, [classA, zoneB, other], data)).toMatchObject({ edge: null, code, missing })
  })

  it('takes none when all are false and there is no default, or two', () => {
    const data = { class: 'b', zone: 'c' }
    expect(chosen(false, [classA, zoneB], data)).toMatchObject({ edge: null, code: 'no-branch', missing: [] })
    const second = anEdge('which', 'd', { otherwise: true })
    expect(chosen(false, [classA, other, second], data)).toMatchObject({ edge: null, code: 'no-branch' })
    expect(chosen(false, [], data)).toMatchObject({ edge: null, code: 'no-branch', rule: '[]', inputs: {} })
  })

  it('never takes as a default what has a condition', () => {
    const both = anEdge('which', 'd', { otherwise: true, ...when('class', 'c') })
    expect(chosen(false, [classA, both], { class: 'b' })).toMatchObject({ edge: null, code: 'no-branch' })
    expect(chosen(false, [classA, both], { class: 'c' }).edge?.id).toBe('which-d')
  })

  it('names a field that two rules ask for once', () => {
    const classB = anEdge('which', 'b', when('class', 'b'))
    expect(chosen(false, [classA, classB], {})).toMatchObject({ code: 'unknown-data', missing: ['class'] })
  })

  it('keeps every rule with its verdict and what was known', () => {
    const { rule, inputs } = chosen(false, [classA, zoneB, other], { class: 'a', zone: 'c' })
    expect(inputs).toEqual({ class: 'a', zone: 'c' })
    expect(JSON.parse(rule)).toMatchObject([
      { edge: 'which-a', verdict: true },
      { edge: 'which-b', verdict: false },
      { edge: 'which-c', otherwise: true },
    ])
    expect(JSON.parse(rule)[0].rule).toEqual(expect.anything())
    expect(chosen(false, [classA], {}).inputs).toEqual({ class: null })
  })

  it('tells of a rule that cannot be asked nothing but that it is there', () => {
    const broken = anEdge('which', 'b', when('gone', 'b'))
    const { rule } = chosen(false, [classA, broken], { class: 'a' })
    expect(JSON.parse(rule)).toMatchObject([
      { edge: 'which-a', verdict: true },
      { edge: 'which-b', otherwise: false },
    ])
  })
})
