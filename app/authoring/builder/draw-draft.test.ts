import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDefinition, aLane, anEdge, aStart, aTask } from '#test/builders/definition.ts'
import { aBranchedSop, anAgencyProfile } from '#test/builders/papers.ts'
import { drawDraft } from './draw-draft.ts'

const layout = anAgencyProfile().papers
const begun = aDefinition({
  lanes: [aLane('clerk')],
  nodes: [aStart({ lane: 'clerk' }), aTask('ask', { lane: 'clerk', activity: 'Bertanya' })],
  edges: [anEdge('start', 'ask')],
})

describe('the matrix of a draft', () => {
  it('is drawn though the flow has no end yet', () => {
    const drawn = drawDraft(begun, layout)
    expect(drawn.kind === 'drawn' && drawn.drawing.pages[0]?.texts.map(({ text }) => text)).toContain('Bertanya')
  })

  it('waits for the first step', () => {
    expect(drawDraft(aDefinition({ lanes: [aLane('clerk')], nodes: [aStart({ lane: 'clerk' })], edges: [] }), layout)).toEqual({
      kind: 'empty',
    })
  })

  it('is there whenever a step stands in a lane, whatever else of the draft is gone', () => {
    const whole = aBranchedSop()
    const { nodes, edges, lanes } = whole.flow
    const rows: readonly string[] = ['task', 'decision', 'wait', 'event', 'call']
    const some = <T>(of: readonly T[]) => fc.subarray([...of])
    fc.assert(
      fc.property(some(nodes), some(edges), some(lanes), (ownNodes, ownEdges, ownLanes) => {
        const flow = { ...whole.flow, nodes: ownNodes, edges: ownEdges, lanes: ownLanes }
        const stands = ownNodes.some((node) => {
          const bearers = [node.lane, ...(node.kind === 'task' ? node.jointLanes : [])]
          return rows.includes(node.kind) && ownLanes.some(({ id }) => bearers.includes(id))
        })
        expect(drawDraft({ ...whole, flow }, layout).kind).toBe(stands ? 'drawn' : 'empty')
      }),
      { numRuns: 100 },
    )
  })

  it('is missed, and nothing more, where a draft cannot be read', () => {
    expect(drawDraft({ ...begun, flow: { ...begun.flow, edges: null } } as never, layout)).toEqual({ kind: 'undrawable' })
  })
})
