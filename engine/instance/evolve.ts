import type { FieldId } from '../definition/ids.ts'
import type { Data, Event } from './messages.ts'
import type { InstanceState, OpenTask } from './state.ts'

/** An instance of which nothing was recorded yet. */
export const initialState: InstanceState = {
  status: 'new',
  revision: 0,
  startedAt: null,
  endedAt: null,
  starter: null,
  open: [],
  closedTasks: [],
  data: {},
  changed: {},
  steps: {},
  rounds: {},
  performers: {},
  dispositions: {},
  due: null,
  paused: { since: null, total: 0, spans: [] },
  incident: null,
}

/** The state after one more event. It never refuses: what is recorded has happened. */
export function evolve(state: InstanceState, event: Event): InstanceState {
  return { ...fold(state, event), revision: state.revision + 1 }
}

/** The state that a whole record leads to (P2). */
export function replay(events: Iterable<Event>): InstanceState {
  let state = initialState
  for (const event of events) state = evolve(state, event)
  return state
}

function fold(state: InstanceState, event: Event): InstanceState {
  switch (event.type) {
    case 'Started':
      return { ...state, status: 'running', startedAt: event.at, starter: event.by }
    case 'TaskOpened': {
      const { taskId, node, round, candidates, excluded, due, pausesClock } = event
      const task = { taskId, node, round, candidates, excluded, claimedBy: null, due, pausesClock }
      return { ...state, open: [...state.open, task], rounds: { ...state.rounds, [node]: round } }
    }
    case 'TaskClaimed':
      return changeTask(state, event.taskId, { claimedBy: event.by.kind === 'person' ? event.by.personId : null })
    case 'TaskReleased':
      return changeTask(state, event.taskId, { claimedBy: null })
    case 'TaskDelegated': {
      const candidates = state.open.find(({ taskId }) => taskId === event.taskId)?.candidates ?? []
      const known = candidates.some((candidate) => candidate.kind === 'person' && candidate.personId === event.to)
      const widened = known ? candidates : [...candidates, { kind: 'person' as const, personId: event.to }]
      return changeTask(state, event.taskId, { claimedBy: event.to, candidates: widened })
    }
    case 'TaskCompleted':
      return completed(state, event)
    case 'TaskWithdrawn':
      return closeTask(state, event.taskId)
    case 'DecisionTaken':
    case 'EventHappened':
      return state
    case 'DeadlineSet':
      return { ...state, due: event.due }
    case 'ClockPaused':
      return { ...state, paused: { ...state.paused, since: event.at } }
    case 'ClockResumed':
      return { ...state, paused: resumed(state.paused, event.at) }
    case 'IncidentRaised': {
      const { node, code, missing, exits } = event
      return { ...state, incident: { node, code, missing, exits } }
    }
    case 'IncidentResolved':
      return { ...state, incident: null }
    case 'Cancelled':
      return ended(state, 'cancelled', event.at)
    case 'Ended':
      return ended(state, event.result, event.at)
  }
}

function completed(state: InstanceState, event: Extract<Event, { type: 'TaskCompleted' }>): InstanceState {
  const { node, outcome, by, at } = event
  const task = state.open.find(({ taskId }) => taskId === event.taskId)
  const performers = state.performers[node] ?? []
  const isNew = by.kind === 'person' && !performers.includes(by.personId)
  return {
    ...closeTask(state, event.taskId),
    data: withCompletion(state.data, event.data, event.cleared),
    changed: { ...state.changed, [node]: changedFields(state.data, event.data, event.cleared) },
    steps: { ...state.steps, [node]: { outcome, by, at, round: task?.round ?? state.rounds[node] ?? 1 } },
    performers: isNew ? { ...state.performers, [node]: [...performers, by.personId] } : state.performers,
    dispositions: event.disposition ? { ...state.dispositions, [node]: event.disposition } : state.dispositions,
  }
}

/** An instance's data once a step's values are laid over it and the fields it left empty are gone. */
export function withCompletion(before: Data, data: Data, cleared: readonly FieldId[]): Data {
  const gone = new Set<string>(cleared)
  return Object.fromEntries(Object.entries({ ...before, ...data }).filter(([id]) => !gone.has(id)))
}

function changedFields(before: Data, data: Data, cleared: readonly FieldId[]): FieldId[] {
  const written = (Object.keys(data) as FieldId[]).filter((id) => JSON.stringify(before[id]) !== JSON.stringify(data[id]))
  return [...written, ...cleared.filter((id) => Object.hasOwn(before, id))]
}

function changeTask(state: InstanceState, taskId: string, change: Partial<OpenTask>): InstanceState {
  const open = state.open.map((task) => (task.taskId === taskId ? { ...task, ...change } : task))
  return { ...state, open, incident: withoutWaiting(state, taskId) }
}

function closeTask(state: InstanceState, taskId: OpenTask['taskId']): InstanceState {
  return {
    ...state,
    open: state.open.filter((task) => task.taskId !== taskId),
    closedTasks: [...state.closedTasks, taskId],
    incident: withoutWaiting(state, taskId),
  }
}

/** That nobody could act is over as soon as somebody does. */
function withoutWaiting(state: InstanceState, taskId: string): InstanceState['incident'] {
  const node = state.open.find((task) => task.taskId === taskId)?.node
  return state.incident?.code === 'nobody-to-act' && state.incident.node === node ? null : state.incident
}

function resumed(paused: InstanceState['paused'], at: number): InstanceState['paused'] {
  if (paused.since === null) return paused
  const span = { from: paused.since, to: at }
  return { since: null, total: paused.total + span.to - span.from, spans: [...paused.spans, span] }
}

function ended(state: InstanceState, status: 'completed' | 'rejected' | 'cancelled', at: number): InstanceState {
  return { ...state, status, endedAt: at, open: [], incident: null, paused: resumed(state.paused, at) }
}
