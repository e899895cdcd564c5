import {
  type Definition,
  type EdgeId,
  type Edit,
  type LaneId,
  limits,
  type NodeId,
  type OutcomeId,
  type PastedStep,
  type TaskNode,
  withTimeWords,
} from '#engine'
import { freshIds } from '../fresh-id.ts'
import { type NewWords, newTask, type Plan } from '../new-node.ts'
import { laneCalled } from '../table/cell-edits.ts'

/** `lanes`: the lane of the draft that a name stands for; a name that is not in it is made. */
export type PasteWish = { steps: readonly PastedStep[]; lanes: ReadonlyMap<string, LaneId>; after: NodeId | null }

/** How many steps and lanes a draft still has room for; an empty one needs a beginning and an end as well. */
export function pasteRoom({ flow }: Definition): { steps: number; lanes: number } {
  const frame = flow.nodes.length === 0 ? 2 : 0
  return { steps: limits.nodes - flow.nodes.length - frame, lanes: limits.lanes - flow.lanes.length }
}

/** The lane each name stands for in the draft already, by any of its names. */
export function standingLanes(definition: Definition, names: readonly string[]): Map<string, LaneId> {
  return new Map(names.flatMap((name) => (([id]) => (id ? [[name, id] as const] : []))([laneCalled(definition, name)])))
}

/** The names that steps use and the draft has no lane for; a step without one is done by whoever did the step above. */
export function lanesToMake({ steps, lanes }: PasteWish): string[] {
  return [...new Set(steps.flatMap((step) => step.lanes))].filter((name) => !lanes.has(name))
}

/** Steps one after another where the author wants them; as edits, and as one. */
export function planPaste(definition: Definition, wish: PasteWish, words: NewWords): Plan | null {
  const [first] = wish.steps
  if (first === undefined) return null
  const fresh = freshIds(definition)
  const made = lanesToMake(wish)
  const nameless = made.length === 0 && definition.flow.lanes.length === 0 && wish.lanes.size === 0
  const newLanes = (nameless ? [`${words.lane} 1`] : made).map((name) => ({ id: fresh<LaneId>('lane'), name }))
  const laneOf = (name: string) => wish.lanes.get(name) ?? newLanes.find((lane) => lane.name === name)?.id
  const fallback =
    definition.flow.nodes.find(({ id }) => id === wish.after)?.lane ?? newLanes[0]?.id ?? definition.flow.lanes[0]?.id
  if (fallback === undefined) return null
  let lane = fallback
  const nodes = wish.steps.map((step) => {
    const [own, ...joint] = step.lanes.flatMap((name) => laneOf(name) ?? [])
    lane = own ?? lane
    return taskOf(
      step,
      fresh('step'),
      lane,
      [...new Set(joint)].filter((other) => other !== lane),
      words,
    )
  })
  const lanes = newLanes.map(({ id, name }): Edit => ({ type: 'AddLane', lane: newLane(definition, id, name) }))
  const chain = definition.flow.nodes.length === 0 ? whole(nodes, lanes, fresh) : chained(nodes, wish.after, fresh)
  const [task] = nodes
  return { edits: [...lanes, ...chain], select: task ? { kind: 'node', id: task.id } : null }
}

const applicant = /^(?:pemohon|applicant)(?![a-z])/i

function newLane({ flow }: Definition, id: LaneId, name: string) {
  const asks = applicant.test(name) && !flow.lanes.some((lane) => lane.kind === 'applicant')
  return { id, name, kind: asks ? ('applicant' as const) : ('positions' as const), positions: [], aliases: [] }
}

function taskOf(step: PastedStep, id: NodeId, lane: LaneId, jointLanes: LaneId[], words: NewWords): TaskNode {
  const uncounted = step.duration === null && step.time !== '' ? step.time : null
  const note = withTimeWords(step.rest === '' ? undefined : step.rest, uncounted)?.slice(0, limits.sentence)
  return {
    ...newTask(id, lane, words),
    activity: step.activity || words.task,
    requirements: [...step.requirements],
    output: [...step.output],
    jointLanes,
    ...(jointLanes.length > 0 ? { quorum: { kind: 'all' as const } } : {}),
    ...(step.statement === '' ? {} : { statement: step.statement }),
    ...(step.remark === '' ? {} : { remark: step.remark }),
    ...(step.duration ? { duration: step.duration } : {}),
    ...(note === undefined ? {} : { note }),
  }
}

type Fresh = ReturnType<typeof freshIds>

/** A whole flow: a beginning by whoever acts first, the steps, an end. */
function whole(nodes: readonly TaskNode[], lanes: readonly Edit[], fresh: Fresh): Edit[] {
  const [first, last] = [nodes[0], nodes.at(-1)]
  if (first === undefined || last === undefined) return []
  const asks = lanes.some((edit) => edit.type === 'AddLane' && edit.lane.id === first.lane && edit.lane.kind === 'applicant')
  const start = { kind: 'start', id: fresh<NodeId>('step'), lane: first.lane, by: asks ? 'applicant' : 'staff' } as const
  const end = { kind: 'end', id: fresh<NodeId>('step'), lane: last.lane, result: 'completed' } as const
  const line = [start, ...nodes, end]
  const submit = 'submit' as OutcomeId
  return [
    ...line.map((node): Edit => ({ type: 'AddNode', node })),
    ...line.slice(1).map(
      (node, index): Edit => ({
        type: 'Connect',
        edge: { id: fresh('edge'), from: line[index]?.id ?? start.id, to: node.id, ...(index === 0 ? {} : { outcome: submit }) },
      }),
    ),
  ]
}

/** On the main way on from a step, each after the one before. */
function chained(nodes: readonly TaskNode[], after: NodeId | null, fresh: Fresh): Edit[] {
  return nodes.map((node, index) => {
    const before = index === 0 ? after : nodes[index - 1]?.id
    if (before === undefined || before === null) return { type: 'AddNode', node }
    return { type: 'AddNode', node, place: { after: before, edge: fresh<EdgeId>('edge'), through: fresh<EdgeId>('edge') } }
  })
}
