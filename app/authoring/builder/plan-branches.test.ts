import { describe, expect, it } from 'vitest'
import { applyEdits, checkDefinition, type Definition, type EdgeId, type NodeId } from '#engine'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask, aWait } from '#test/builders/definition.ts'
import { newWords } from '#test/builders/new-words.ts'
import { drawnOrder } from './drawn-order.ts'
import { boxesOf } from './geometry.ts'
import { type NewWords, newNode } from './new-node.ts'
import { meetingOf, planBranch } from './plan-branches.ts'
import { type Plan, planAfter, planConnect, planOnEdge } from './steps.ts'

const words: NewWords = { ...newWords, call: 'Menjalankan Kearsipan' }

const chain = () =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('legal')],
    nodes: [aStart(), aTask('one', { lane: 'applicant' }), aTask('two'), aTask('three', { lane: 'legal' }), anEnd()],
    edges: [anEdge('start', 'one'), anEdge('one', 'two'), anEdge('two', 'three'), anEdge('three', 'end')],
  })

function changed(definition: Definition, plan: Plan | null): Definition {
  const result = applyEdits(definition, plan?.edits ?? [])
  if (plan === null || !result.ok) throw new Error(JSON.stringify(result))
  return result.definition
}
const errors = (definition: Definition) =>
  checkDefinition(definition)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)
const kinds = (definition: Definition) => drawnOrder(definition).map(({ kind }) => kind)

describe('branches side by side', () => {
  const split = changed(chain(), planOnEdge(chain(), 'two-three' as EdgeId, 'parallel', words))
  const [parallel] = split.flow.nodes.filter(({ kind }) => kind === 'parallel')
  const [join] = split.flow.nodes.filter(({ kind }) => kind === 'join')

  it('come onto an edge with two steps and the join where they meet, and run as they are', () => {
    expect(errors(split)).toEqual([])
    expect(kinds(split)).toEqual(['task', 'task', 'parallel', 'task', 'task', 'join', 'task'])
    expect(split.flow.edges.find(({ from }) => from === join?.id)?.to).toBe('three')
  })

  it('come after a step just so, and after one that leads nowhere', () => {
    expect(errors(changed(chain(), planAfter(chain(), 'two' as NodeId, 'parallel', words)))).toEqual([])
    const open = aDefinition({ nodes: [aStart(), aTask('one', { lane: 'applicant' })], edges: [anEdge('start', 'one')] })
    const apart = changed(open, planAfter(open, 'one' as NodeId, 'parallel', words))
    expect(kinds(apart)).toEqual(['task', 'parallel', 'task', 'task', 'join'])
  })

  it('get another branch that meets the others', () => {
    const more = changed(split, planBranch(split, parallel?.id as NodeId, words))
    expect(errors(more)).toEqual([])
    expect(more.flow.edges.filter(({ to }) => to === join?.id)).toHaveLength(3)
    expect(meetingOf(more, parallel?.id as NodeId)).toBe(join?.id)
  })

  it('are drawn without covering one another', () => {
    const boxes = [...boxesOf(split).values()]
    const covers = boxes.some((a, index) =>
      boxes
        .slice(index + 1)
        .some((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
    )
    expect(covers).toBe(false)
  })
})

describe('waits and calls', () => {
  const limit = { amount: 5, unit: 'workingDay' } as const
  const waiting = () =>
    aDefinition({
      nodes: [
        aStart(),
        aTask('one', { lane: 'applicant' }),
        aWait('reply', { until: { kind: 'report', event: 'Surat', atMost: limit } }),
        aTask('two'),
        anEnd(),
      ],
      edges: [anEdge('start', 'one'), anEdge('one', 'reply'), anEdge('two', 'end')],
    })
  const connect = (definition: Definition, to: string) =>
    changed(definition, { edits: planConnect(definition, 'reply' as NodeId, to as NodeId), select: null })

  it('lead on first, then where their time has run out, then move', () => {
    const on = connect(waiting(), 'two')
    const both = connect(on, 'end')
    const exits = (definition: Definition) =>
      definition.flow.edges.filter(({ from }) => from === ('reply' as string)).map(({ outcome, to }) => [outcome, to])
    expect(exits(both)).toEqual([
      [undefined, 'two'],
      ['lapsed', 'end'],
    ])
    expect(exits(connect(both, 'end'))).toEqual([
      [undefined, 'end'],
      ['lapsed', 'end'],
    ])
  })

  it('are not put in where nothing can be called', () => {
    const lane = 'officer' as never
    expect(newNode('call', 'x' as NodeId, lane, words)).toBe(null)
    expect(planOnEdge(chain(), 'two-three' as EdgeId, 'call', words)).toBe(null)
    const standard = { slug: 'archive', version: 2 }
    expect(newNode('call', 'x' as NodeId, lane, { ...words, standard })).toMatchObject({ kind: 'call', standard, passes: [] })
  })
})
