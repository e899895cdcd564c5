import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aDefinition, aField, aForm, type EdgeInput, type NodeInput } from '#test/builders/definition.ts'
import { play } from '#test/engine/every-play.ts'
import { EveryRun } from '#test/engine/every-run.ts'
import { aSmallFlow } from '#test/engine/small-flow.ts'
import { tries } from '#test/support/tries.ts'
import type { Definition } from '../schema.ts'

/**
 * The same drawing with data for everything that data decides: a choice for each decision, a day for each wait that may be
 * past, and starts by a call, at which the first step is open.
 */
function withData({ flow }: Definition): Definition {
  const edges: EdgeInput[] = flow.edges.map((edge) => {
    if (!edge.when) return edge
    const asked = flow.edges.filter(({ from, when }) => from === edge.from && when)
    const value = 'abc'[asked.indexOf(edge)] ?? 'c'
    return { ...edge, when: { kind: 'field', field: `choice-${edge.from}`, op: 'is', value } }
  })
  const nodes = flow.nodes.map((node): NodeInput => {
    if (node.kind === 'start') return { ...node, by: 'call', lane: 'officer' }
    if (node.kind === 'task') return { ...node, lane: 'officer' }
    if (node.kind !== 'wait' || node.until.kind === 'report') return node
    if (node.until.kind === 'duration' && node.until.duration.anchor.kind === 'entered') return node
    return { ...node, until: { kind: 'moment', field: `day-${node.id}` } }
  })
  const fields = nodes.flatMap((node) => {
    if (node.kind === 'decision') return [aField('choice', `choice-${node.id}`)]
    return node.kind === 'wait' && node.until.kind === 'moment' ? [aField('date', node.until.field)] : []
  })
  return aDefinition({ lanes: flow.lanes, nodes, edges, forms: fields.length > 0 ? [aForm('f', ...fields)] : [] })
}

it('the play by which flows are judged is what the engine does: it rests in the same markings and stops at the same nodes', () => {
  let compared = 0
  fc.assert(
    fc.property(aSmallFlow.map(withData), (definition) => {
      const played = play(definition, 60, { alike: true })
      const run = new EveryRun(definition)
      fc.pre(played !== null && !played.found.includes('opens-itself') && run.waysOfData.length <= 16)
      run.follow()
      compared += 1
      expect([...run.markings.keys()].sort()).toEqual([...(played?.keys ?? [])].sort())
      const stopping = /^(stops|automatic-cycle|can-deadlock) /
      expect([...run.found].sort()).toEqual(played?.found.filter((one) => stopping.test(one)))
    }),
    { numRuns: tries(150) },
  )
  expect(compared).toBeGreaterThan(0)
})
