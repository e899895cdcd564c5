import { describe, expect, it } from 'vitest'
import type { Definition } from '#engine/definition/schema.ts'
import { aDefinition, aField, aForm, aLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { markedRows } from './index.ts'

const before = aFullStandard()
const changed = (change: (definition: Definition) => void, from: Definition = before): Definition => {
  const copy = structuredClone(from)
  change(copy)
  return copy
}
const nodeOf = ({ flow }: Definition, id: string) => flow.nodes.find((node) => node.id === id) ?? {}

/** Three steps one after the other, the first with a form. */
const asking = aDefinition({
  lanes: [aLane('clerk')],
  nodes: [
    aStart({ lane: 'clerk' }),
    aTask('ask', { lane: 'clerk', form: 'asked' }),
    aTask('work', { lane: 'clerk' }),
    aTask('hand', { lane: 'clerk' }),
    anEnd(),
  ],
  edges: [anEdge('start', 'ask'), anEdge('ask', 'work'), anEdge('work', 'hand'), anEdge('hand', 'end')],
  forms: [aForm('asked', aField('text', 'name', { label: 'Nama' }))],
})

describe('the rows of a matrix that differ from the version before', () => {
  it('are none between equal versions', () => {
    expect(markedRows(before, structuredClone(before))).toEqual({ marks: new Map(), removed: [] })
  })

  it('are those that came, and those whose words or ways changed; not those that only have another number', () => {
    const inserted = changed(({ flow }) => {
      flow.nodes.splice(2, 0, aTask('log', { lane: 'clerk', activity: 'Mencatat di agenda' }) as never)
      Object.assign(flow.edges.find(({ from, to }) => from === 'ask' && to === 'work') ?? {}, { to: 'log' })
      flow.edges.push(anEdge('log', 'work') as never)
    }, asking)
    expect([...markedRows(asking, inserted).marks]).toEqual([
      [1, 'changed'],
      [2, 'added'],
    ])
  })

  it('leave out what is printed in no row, such as a component', () => {
    const longer = changed(({ components }) => components.products.items.push('Kartu akses'))
    expect(markedRows(before, longer).marks.size).toBe(0)
  })

  it('count a step whose form asks otherwise, though the paper does not print it', () => {
    const required = changed(({ forms }) => Object.assign(forms[0]?.fields[0] ?? {}, { required: true }), asking)
    expect([...markedRows(asking, required).marks]).toEqual([[1, 'changed']])
  })

  it('name the rows that are no more by the number they had', () => {
    const shorter = changed(({ flow }) => {
      flow.nodes = flow.nodes.filter(({ id }) => id !== 'work')
      flow.edges = flow.edges.filter(({ from }) => from !== 'work')
      Object.assign(flow.edges.find(({ to }) => to === 'work') ?? {}, { to: 'hand' })
    }, asking)
    const { marks, removed } = markedRows(asking, shorter)
    expect(removed).toMatchObject([{ number: 2 }])
    expect([...marks]).toEqual([[1, 'changed']])
  })

  it('bear the mark of a change where only the time changed', () => {
    const slower = changed((definition) =>
      Object.assign((nodeOf(definition, 'check') as { duration: object }).duration, { amount: 9 }),
    )
    expect([...markedRows(before, slower).marks]).toEqual([[2, 'changed']])
  })
})
