import { trunk } from './branches.ts'
import type { Event, PersonId, TaskId } from './messages.ts'
import type { InstanceState, OpenTask } from './state.ts'

export function opened(state: InstanceState, event: Extract<Event, { type: 'TaskOpened' }>): InstanceState {
  const { taskId, node, branch = trunk, round, candidates, excluded, parties = [], needed = 1, due, pausesClock, at } = event
  const task: OpenTask = {
    taskId,
    node,
    branch,
    round,
    candidates,
    excluded,
    claimedBy: null,
    parties,
    needed,
    parts: [],
    openedAt: at,
    due,
    extensions: [],
    acts: [],
    pausesClock,
  }
  return { ...state, open: [...state.open, task], rounds: { ...state.rounds, [node]: round } }
}

export function changeTask(state: InstanceState, taskId: string, change: Partial<OpenTask>): InstanceState {
  const open = state.open.map((task) => (task.taskId === taskId ? { ...task, ...change } : task))
  return { ...state, open, incidents: somebodyActs(change) ? withoutWaiting(state, taskId) : state.incidents }
}

/** The person the task was handed to may perform it whatever the seat, and holds it. */
export function recast(state: InstanceState, taskId: string, to: PersonId): InstanceState {
  const candidates = state.open.find((task) => task.taskId === taskId)?.candidates ?? []
  const known = candidates.some((candidate) => candidate.kind === 'person' && candidate.personId === to)
  const widened = known ? candidates : [...candidates, { kind: 'person' as const, personId: to }]
  return changeTask(state, taskId, { candidates: widened, claimedBy: to })
}

export function closeTask(state: InstanceState, taskId: TaskId): InstanceState {
  return {
    ...state,
    open: state.open.filter((task) => task.taskId !== taskId),
    closedTasks: [...state.closedTasks, taskId],
    incidents: state.incidents.filter((incident) => incident.taskId !== taskId),
  }
}

/** That nobody could act is over as soon as somebody does; a due moment moved by itself is nobody's act. */
const somebodyActs = (change: Partial<OpenTask>): boolean => !('due' in change)

function withoutWaiting(state: InstanceState, taskId: string): InstanceState['incidents'] {
  return state.incidents.filter(({ code, taskId: of }) => code !== 'nobody-to-act' || of !== taskId)
}
