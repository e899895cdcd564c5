import type { Definition, Edit, LaneId, NodeId } from '#engine'
import { clipOf, type Home } from './clip.ts'
import { matchLanes } from './lane-match.ts'
import { type PastePlan, planPaste } from './plan-paste.ts'

const nowhere: Home = { agency: 'a', slug: 's' }

/** The same steps once more, in the same lanes; what refers to others still refers to them. */
export function planDuplicate(definition: Definition, ids: readonly NodeId[]): PastePlan | null {
  const clip = clipOf(definition, ids, nowhere)
  return clip && planPaste(definition, clip, matchLanes(definition, clip, nowhere), nowhere)
}

/** Each way that led to a step that is taken away goes on to where that step led, if it led to one place only. */
export const planRemove = (ids: readonly NodeId[]): Edit[] => ids.map((node) => ({ type: 'RemoveNode', node }))

export const planLaneOf = (ids: readonly NodeId[], lane: LaneId): Edit[] =>
  ids.map((node) => ({ type: 'UpdateNode', node, patch: { lane } }))
