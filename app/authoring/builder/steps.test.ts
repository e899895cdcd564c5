import { expect, it } from 'vitest'
import {
  applyEdits,
  checkDefinition,
  type Definition,
  type Edit,
  emptyDefinition,
  isRunnable,
  type NodeId,
  stepRows,
} from '#engine'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aReview, aStart, aTask } from '#test/builders/definition.ts'
import { newWords } from '#test/builders/new-words.ts'
import { boxesOf } from './geometry.ts'
import { pathOf, routeEdges } from './routes.ts'
import { neighbour, type Plan, planAfter, planBeginning, planConnect, planOnEdge, planSwap } from './steps.ts'

const words = newWords
const id = (name: string) => name as NodeId

function after(definition: Definition, edits: Edit[] | Plan | null): Definition {
  if (edits === null) throw new Error('no plan')
  const result = applyEdits(definition, Array.isArray(edits) ? edits : edits.edits)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.definition
}
const order = (definition: Definition) => stepRows(definition).map((row) => row.node.id)
const errors = (definition: Definition) =>
  checkDefinition(definition)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)

const chain = () =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [aStart(), aTask('one', { lane: 'applicant' }), aTask('two'), aTask('three'), anEnd()],
    edges: [anEdge('start', 'one'), anEdge('one', 'two'), anEdge('two', 'three'), anEdge('three', 'end')],
  })

it('begins with a flow that runs but for the positions of its lanes', () => {
  const begun = after(
    emptyDefinition({ title: 'Baru', kind: 'service' }),
    planBeginning(emptyDefinition({ title: 'Baru', kind: 'service' }), 'applicant', words),
  )
  expect(order(begun)).toHaveLength(2)
  expect(errors(begun)).toEqual(['lane-without-position'])
  expect(isRunnable(checkDefinition(begun))).toBe(false)
})

it('puts a review on an edge, with its other outcomes to be connected', () => {
  const draft = after(chain(), planOnEdge(chain(), 'two-three' as never, 'review', words))
  expect(order(draft)).toEqual(['one', 'two', 'step-1', 'three'])
  expect(errors(draft)).toEqual(['outcome-without-exit', 'outcome-without-exit'])
  const joined = after(draft, planConnect(draft, id('step-1'), id('two')))
  expect(stepRows(joined)[2]?.exits.map((exit) => [exit.kind, exit.number])).toEqual([
    ['next', 4],
    ['back', 2],
  ])
})

it('adds a step after another', () => {
  expect(order(after(chain(), planAfter(chain(), id('one'), 'task', words)))).toEqual(['one', 'step-1', 'two', 'three'])
})

it('lets neighbours change places and back', () => {
  const up = neighbour(chain(), id('three'), 'up')
  expect(up).toBe('two')
  const swapped = after(chain(), planSwap(chain(), id('two'), id('three')))
  expect(order(swapped)).toEqual(['one', 'three', 'two'])
  expect(order(after(swapped, planSwap(swapped, id('three'), id('two'))))).toEqual(['one', 'two', 'three'])
  expect(neighbour(chain(), id('one'), 'up')).toBeNull()
})

it('lays cards so that none covers another, wherever the author put them', () => {
  const draft = { ...chain(), layout: { two: { x: 20, y: 90 }, three: { x: 30, y: 100 } } as Definition['layout'] }
  const boxes = [...boxesOf(draft).values()]
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
      expect(apart).toBe(true)
    }
  }
})

it('draws every edge once, and the way back of a revision from below to above', () => {
  const draft = aDefinition({
    nodes: [aStart(), aTask('one', { lane: 'applicant' }), aReview('check', ['accept', 'revise']), anEnd()],
    edges: [
      anEdge('start', 'one'),
      anEdge('one', 'check'),
      anEdge('check', 'end', { outcome: 'accept' as never }),
      anEdge('check', 'one', { outcome: 'revise' as never }),
    ],
  })
  const routes = routeEdges(draft, boxesOf(draft))
  expect([...routes.keys()].toSorted()).toEqual(draft.flow.edges.map((edge) => edge.id).toSorted())
  expect(routes.get('check-revise-one' as never)?.back).toBe(true)
  for (const { points } of routes.values()) {
    expect(pathOf(points)).toMatch(/^M[\d.,-]+/)
    for (const [index, point] of points.entries()) {
      const next = points[index + 1]
      if (next) expect(point.x === next.x || point.y === next.y).toBe(true)
    }
  }
})
