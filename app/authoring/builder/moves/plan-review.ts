import { applyEdits, type Definition, type EdgeId, type Edit, type NodeId, type OutcomeId } from '#engine'
import { exitsOf } from '#engine/definition/rows.ts'
import { freshIds } from '../fresh-id.ts'
import { type NewWords, newNode, type Plan } from '../new-node.ts'
import { planAfter } from '../steps.ts'

/**
 * A check of a step's work as one move: accepted it goes on where the step led, to be revised it goes back to whoever made
 * it, rejected it ends. Nobody checks their own work.
 */
export function planReview(definition: Definition, maker: NodeId, words: NewWords): Plan | null {
  const node = definition.flow.nodes.find(({ id }) => id === maker)
  if (node?.kind !== 'task') return null
  const added = planAfter(definition, maker, 'review', words, checkingLane(definition, maker))
  if (added?.select?.kind !== 'node') return null
  const review = added.select.id
  const between = applyEdits(definition, added.edits)
  if (!between.ok) return added
  const fresh = freshIds(between.definition)
  const rejected = definition.flow.nodes.find((other) => other.kind === 'end' && other.result === 'rejected')
  const end = rejected?.id ?? fresh<NodeId>('step')
  const ended = newNode('end', end, node.lane, words)
  const wire = (outcome: string, to: NodeId): Edit => ({
    type: 'Connect',
    edge: { id: fresh<EdgeId>('edge'), from: review, to, outcome: outcome as OutcomeId },
  })
  return {
    edits: [
      ...added.edits,
      { type: 'UpdateNode', node: review, patch: { notPerformersOf: [maker] } },
      ...(rejected || ended?.kind !== 'end' ? [] : [{ type: 'AddNode', node: { ...ended, result: 'rejected' } } as Edit]),
      wire('revise', maker),
      wire('reject', end),
    ],
    select: added.select,
  }
}

/** The officials who come next, where others than the maker do; else those beside, else the maker's own lane. */
function checkingLane({ flow }: Definition, maker: NodeId) {
  const node = flow.nodes.find(({ id }) => id === maker)
  const official = flow.lanes.filter(({ id, kind }) => kind === 'positions' && id !== node?.lane).map(({ id }) => id)
  const next = node && flow.nodes.find(({ id }) => id === exitsOf(node, flow.edges)[0]?.to)?.lane
  if (next && official.includes(next)) return next
  const after = flow.lanes.findIndex(({ id }) => id === node?.lane)
  return official.find((id) => flow.lanes.findIndex((lane) => lane.id === id) > after) ?? official[0] ?? node?.lane
}
