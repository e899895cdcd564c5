import { describe, expect, it } from 'vitest'
import { applyEdits, checkDefinition, type Definition, type Edit, type NodeId, type OutcomeId, stepRows } from '#engine'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aReview, aStart, aTask } from '#test/builders/definition.ts'
import { newWords } from '#test/builders/new-words.ts'
import { boxesOf } from '../geometry.ts'
import { planAlign } from './align.ts'
import { alongside } from './helper-lines.ts'
import { planPlaces } from './places.ts'
import { planFromExit } from './plan-exit.ts'
import { planReview } from './plan-review.ts'

const id = (name: string) => name as NodeId
function done(definition: Definition, edits: Edit[] | undefined): Definition {
  const result = applyEdits(definition, edits ?? [])
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.definition
}
const errors = (definition: Definition) =>
  checkDefinition(definition)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)
const chain = (over: Partial<Definition> = {}) => ({
  ...aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('head')],
    nodes: [aStart(), aTask('one', { lane: 'applicant' }), aTask('two'), aTask('three'), anEnd()],
    edges: [anEdge('start', 'one'), anEdge('one', 'two'), anEdge('two', 'three'), anEdge('three', 'end')],
  }),
  ...over,
})
const ways = (definition: Definition, from: string) =>
  definition.flow.edges.filter((edge) => edge.from === from).map(({ outcome, to }) => [outcome ?? null, to])

describe('a check after a step', () => {
  it('goes on, back to the maker, and to a rejected end, by others than the maker', () => {
    const plan = planReview(chain(), id('two'), newWords)
    const drawn = done(chain(), plan?.edits)
    const review = drawn.flow.nodes.find((node) => node.kind === 'task' && node.outcomes.length === 3)
    expect(review).toMatchObject({ lane: 'head', notPerformersOf: ['two'] })
    const rejected = drawn.flow.nodes.find((node) => node.kind === 'end' && node.result === 'rejected')
    expect(ways(drawn, review?.id ?? '')).toEqual([
      ['accept', 'three'],
      ['revise', 'two'],
      ['reject', rejected?.id],
    ])
    expect(errors(drawn)).toEqual([])
  })

  it('ends in the rejection that is there already', () => {
    const once = done(chain(), planReview(chain(), id('two'), newWords)?.edits)
    const twice = done(once, planReview(once, id('three'), newWords)?.edits)
    expect(twice.flow.nodes.filter((node) => node.kind === 'end')).toHaveLength(2)
    expect(planReview(chain(), id('end'), newWords)).toBeNull()
  })
})

describe('a way let go on empty canvas', () => {
  const draft = () =>
    aDefinition({
      nodes: [aStart(), aTask('one', { lane: 'applicant' }), aReview('check'), anEnd()],
      edges: [anEdge('start', 'one'), anEdge('one', 'check'), anEdge('check', 'end', { outcome: 'accept' })],
    })

  it('makes a step there, in the lane under the hand', () => {
    const exit = { from: id('check'), outcome: 'reject' as OutcomeId, at: { x: 130, y: 500 } }
    const drawn = done(draft(), planFromExit(draft(), exit, 'end', newWords)?.edits)
    const added = drawn.flow.nodes.at(-1)
    expect(added).toMatchObject({ kind: 'end', lane: 'applicant' })
    expect(ways(drawn, 'check')).toContainEqual(['reject', added?.id])
    expect(drawn.layout[added?.id as NodeId]).toEqual({ x: 20, y: 480 })
  })

  it('of an exit that leads on already goes on through the new step', () => {
    const exit = { from: id('one'), at: { x: 300, y: 200 } }
    const drawn = done(draft(), planFromExit(draft(), exit, 'task', newWords)?.edits)
    expect(stepRows(drawn).map(({ node }) => node.id)).toEqual(['one', 'step-1', 'check'])
    expect(drawn.flow.nodes.find((node) => node.id === 'step-1')?.lane).toBe('officer')
  })

  it('makes a whole split where branches are wanted', () => {
    const drawn = done(
      draft(),
      planFromExit(draft(), { from: id('check'), outcome: 'revise' as OutcomeId }, 'parallel', newWords)?.edits,
    )
    expect(drawn.flow.nodes.find(({ kind }) => kind === 'parallel')?.id).toBe(ways(drawn, 'check')[1]?.[1])
  })
})

describe('cards put in line', () => {
  const placed = () =>
    chain({ layout: { two: { x: 8, y: 100 }, three: { x: 30, y: 400 }, one: { x: 16, y: 260 } } as Definition['layout'] })
  const all = ['two', 'one', 'three'].map(id)

  it('stand at one left edge, in the middle of their lanes, or at one height', () => {
    expect(done(placed(), planAlign(placed(), all, 'left')).layout).toMatchObject({
      one: { x: 8 },
      two: { x: 8 },
      three: { x: 8 },
    })
    expect(done(placed(), planAlign(placed(), all, 'centre')).layout).toMatchObject({ one: { x: 20 }, two: { x: 20 } })
    const row = done(placed(), planAlign(placed(), [id('two'), id('one')], 'row'))
    expect(row.layout[id('one')]?.y).toBe(row.layout[id('two')]?.y)
  })

  it('stand at even distances', () => {
    const boxes = boxesOf(done(placed(), planAlign(placed(), all, 'spread')))
    const [two, one, three] = all.map((name) => boxes.get(name) ?? { y: 0, height: 0 })
    const gap = (a = { y: 0, height: 0 }, b = a) => b.y - a.y - a.height
    expect(gap(two, one)).toBe(gap(one, three))
    expect(two?.y).toBe(100)
    expect(planAlign(placed(), all.slice(1), 'spread')).toEqual([])
  })

  it('change hands in another column, also in a drawing that was laid out for something else', () => {
    const foreign = chain({ layout: { one: { x: 900, y: 0 } } as Definition['layout'] })
    const drawn = done(foreign, planPlaces(foreign, new Map([[id('one'), { x: 276, y: 600 }]])))
    expect(drawn.flow.nodes.find((node) => node.id === 'one')?.lane).toBe('officer')
    expect(boxesOf(drawn).get(id('one'))).toMatchObject({ x: 276, y: 600 })
  })
})

it('draws what is held into line with the nearest card, and shows with which', () => {
  const others = [
    { x: 100, y: 0, width: 200, height: 80 },
    { x: 400, y: 200, width: 200, height: 80 },
  ]
  expect(alongside({ x: 103, y: 300, width: 200, height: 80 }, others)).toEqual({
    ...{ dx: -3, dy: 0 },
    lines: [{ upright: true, at: 100, from: -8, to: 388 }],
  })
  expect(alongside({ x: 110, y: 198, width: 100, height: 80 }, others)).toMatchObject({ dx: 0, dy: 2 })
  expect(alongside({ x: 150, y: 400, width: 90, height: 70 }, others)).toMatchObject({ dx: 5 })
  expect(alongside({ x: 800, y: 500, width: 90, height: 70 }, others)).toEqual({ dx: 0, dy: 0, lines: [] })
})
