import { trunk } from './branches.ts'
import type { Candidate, Event, PersonId, RecordedActor, TaskId } from './messages.ts'
import { askedParties, candidatesOf } from './parties.ts'
import { satisfies } from './performers.ts'
import type { InstanceState, OpenTask } from './state.ts'

export function opened(state: InstanceState, event: Extract<Event, { type: 'TaskOpened' }>): InstanceState {
  const {
    taskId,
    node,
    branch = trunk,
    round,
    candidates,
    excluded,
    notWith = [],
    parties = [],
    needed = 1,
    due,
    pausesClock,
    at,
  } = event
  const task: OpenTask = {
    taskId,
    node,
    branch,
    round,
    candidates,
    excluded,
    notWith,
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

/** The person the task was handed to may perform it whatever the seat, and holds it; of joint work the part of who handed it. */
export function handed(state: InstanceState, { taskId, to, by }: Extract<Event, { type: 'TaskDelegated' }>): InstanceState {
  const task = state.open.find((one) => one.taskId === taskId)
  if (!task) return state
  const asked = askedParties(task)
  const whose = asked.find(({ candidates }) => candidates.some((one) => gaveRight(one, by))) ?? asked[0]
  const parties = task.parties.map((party) => (party === whose ? { ...party, candidates: widened(party.candidates, to) } : party))
  return changeTask(state, taskId, { parties, candidates: widened(task.candidates, to), claimedBy: to })
}

const widened = (candidates: readonly Candidate[], personId: PersonId): Candidate[] =>
  candidatesOf([{ candidates }, { candidates: [{ kind: 'person', personId }] }])

function gaveRight(candidate: Candidate, by: RecordedActor): boolean {
  if (by.kind !== 'person' || by.positionId === null || by.seat === null) return false
  return satisfies({ ...by, positionId: by.positionId, kind: by.seat, title: '' }, candidate)
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
