import type { FieldId, NodeId, OutcomeId } from '../definition/ids.ts'
import { closeTask } from './evolve-tasks.ts'
import type { Data, Event, PersonId, RecordedActor } from './messages.ts'
import { askedParties, candidatesOf } from './parties.ts'
import { makersOf } from './performers.ts'
import type { InstanceState, OpenTask } from './state.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

export function completed(state: InstanceState, event: Of<'TaskCompleted'>): InstanceState {
  const { node, outcome, by, at } = event
  const task = state.open.find(({ taskId }) => taskId === event.taskId)
  const round = task?.round ?? state.rounds[node] ?? 1
  const after = closeTask(written(state, event, task), event.taskId)
  return { ...after, steps: { ...state.steps, [node]: { outcome, by, at, round, branch: task?.branch ?? '' } } }
}

/** Whoever has done their part, or had it done by a delegate, is out of it; the task waits for the others. */
export function partCompleted(state: InstanceState, event: Of<'PartCompleted'>): InstanceState {
  const { taskId, party, by, outcome, reason, at } = event
  const asked = state.open.find((task) => task.taskId === taskId)
  const after = written(state, event, asked)
  const open = after.open.map((task) => {
    if (task.taskId !== taskId) return task
    const parts = [...task.parts, { party, by, outcome, reason, at }]
    const excluded = [...new Set([...task.excluded, ...makersOf(by)])]
    return { ...task, parts, excluded, candidates: candidatesOf(askedParties({ parties: task.parties, parts })) }
  })
  return { ...after, open }
}

type Written = {
  node: NodeId
  outcome: OutcomeId
  by: RecordedActor
  data: Data
  cleared: readonly FieldId[]
  disposition: Of<'TaskCompleted'>['disposition']
}

/** What a submission changes beside the task itself. */
function written(state: InstanceState, part: Written, task: OpenTask | undefined): InstanceState {
  const { node, by, data, cleared, disposition } = part
  const earlier = task && task.parts.length > 0 ? (state.changed[node] ?? []) : []
  const known = state.performers[node] ?? []
  const performers = [...new Set([...known, ...makersOf(by)])]
  return {
    ...state,
    open: state.open.map((other) => (other.notWith.includes(node) ? shutOut(other, makersOf(by)) : other)),
    data: withCompletion(state.data, data, cleared),
    changed: { ...state.changed, [node]: [...new Set([...earlier, ...changedFields(state.data, data, cleared)])] },
    performers: performers.length > known.length ? { ...state.performers, [node]: performers } : state.performers,
    dispositions: disposition ? { ...state.dispositions, [node]: disposition } : state.dispositions,
  }
}

/** A step that is open while one it must not share its performer with is done. */
const shutOut = (task: OpenTask, makers: readonly PersonId[]): OpenTask => ({
  ...task,
  excluded: [...new Set([...task.excluded, ...makers])],
})

/** An instance's data once a step's values are laid over it and the fields it left empty are gone. */
export function withCompletion(before: Data, data: Data, cleared: readonly FieldId[]): Data {
  const gone = new Set<string>(cleared)
  return Object.fromEntries(Object.entries({ ...before, ...data }).filter(([id]) => !gone.has(id)))
}

function changedFields(before: Data, data: Data, cleared: readonly FieldId[]): FieldId[] {
  const set = (Object.keys(data) as FieldId[]).filter((id) => JSON.stringify(before[id]) !== JSON.stringify(data[id]))
  return [...set, ...cleared.filter((id) => Object.hasOwn(before, id))]
}
