import { branchOver, isWithin, openingName, trunk } from './branches.ts'
import { sentBack, withoutBranches, withoutToken } from './evolve-branches.ts'
import { migrated, migrationUndone, settlesMigration } from './evolve-migration.ts'
import { completed, partCompleted, withCompletion } from './evolve-steps.ts'
import { changeTask, claimed, closeTask, handed, opened, recast, released } from './evolve-tasks.ts'
import { closeWait, waitBegan, waitDueSet } from './evolve-waits.ts'
import type { Data, Event } from './messages.ts'
import { EventOfNewerRelease } from './newer-release.ts'
import type { InstanceState, Opening } from './state.ts'

/** An instance of which nothing was recorded yet. */
export const initialState: InstanceState = {
  status: 'new',
  revision: 0,
  startedAt: null,
  startedOn: null,
  endedAt: null,
  starter: null,
  call: null,
  tokens: [],
  openings: {},
  open: [],
  waits: [],
  arrived: [],
  incidents: [],
  closedTasks: [],
  closedWaits: [],
  data: {},
  changed: {},
  steps: {},
  rounds: {},
  performers: {},
  dispositions: {},
  due: null,
  extensions: [],
  acts: [],
  paused: { since: null, total: 0, spans: [] },
  suspended: null,
  suspensions: [],
  reopened: 0,
  migration: null,
}

/** The state after one more event. It never refuses: what is recorded has happened. */
export function evolve(state: InstanceState, event: Event): InstanceState {
  const after = fold(state, event)
  const migration = settlesMigration(event) ? null : after.migration
  return { ...after, migration, revision: state.revision + 1 }
}

/** The state that a whole record leads to (P2). */
export function replay(events: Iterable<Event>): InstanceState {
  let state = initialState
  for (const event of events) state = evolve(state, event)
  return state
}

function fold(state: InstanceState, event: Event): InstanceState {
  switch (event.type) {
    case 'Started': {
      const { at, by, on: startedOn = null, data = {}, call = null } = event
      return { ...state, status: 'running', startedAt: at, startedOn, starter: by, tokens: [trunk], data, call }
    }
    case 'TaskOpened':
      return opened(state, event)
    case 'TaskClaimed':
      return claimed(state, event)
    case 'TaskReleased':
      return released(state, event)
    case 'TaskDelegated':
      return handed(state, event)
    case 'TaskRecast':
      return recast(state, event)
    case 'PartCompleted':
      return partCompleted(state, event)
    case 'TaskCompleted':
      return completed(state, event)
    case 'TaskWithdrawn':
      return closeTask(state, event.taskId)
    case 'DecisionTaken':
    case 'EventHappened':
      return state
    case 'BranchesOpened':
      return branchesOpened(state, event)
    case 'BranchArrived':
      return { ...state, arrived: [...state.arrived, { node: event.node, branch: event.branch }] }
    case 'BranchesJoined':
      return joined(state, event)
    case 'BranchEnded':
      return withoutToken(state, event.branch)
    case 'WaitBegan':
      return waitBegan(state, event)
    case 'WaitOver': {
      const { waitId, data, cleared } = event
      return { ...closeWait(state, waitId), data: withCompletion(state.data, data, cleared) }
    }
    case 'WaitDueSet':
      return waitDueSet(state, event)
    case 'WaitWithdrawn':
      return closeWait(state, event.waitId)
    case 'DeadlineSet':
      return { ...state, due: event.due }
    case 'TaskDueSet':
      return changeTask(state, event.taskId, { due: event.due })
    case 'DeadlineExtended':
      return extended(state, event)
    case 'DeadlineActed':
      return acted(state, event)
    case 'ClockPaused':
      return { ...state, paused: { ...state.paused, since: state.paused.since ?? event.at } }
    case 'ClockResumed':
      return { ...state, paused: resumed(state.paused, event.at) }
    case 'Suspended': {
      const { at: since, by, reason } = event
      const paused = state.paused.since === null ? { ...state.paused, since } : state.paused
      return { ...state, suspended: { since, by, reason }, paused }
    }
    case 'Resumed': {
      const { suspended, suspensions, paused } = state
      const over = suspended ? [spanOf(suspended.since, event.at)] : []
      const goesOn = hasPausing(state) ? paused : resumed(paused, event.at)
      return { ...state, suspended: null, suspensions: [...suspensions, ...over], paused: goesOn }
    }
    case 'SentBack':
      return sentBack(state, event.branch)
    case 'Reopened':
      return reopened(state, event.at)
    case 'DataCorrected':
      return corrected(state, event)
    case 'IncidentRaised': {
      const { node, branch = trunk, code, missing, exits, taskId = null, rule = null, inputs = null } = event
      return { ...state, incidents: [...state.incidents, { node, branch, code, missing, exits, taskId, rule, inputs }] }
    }
    case 'IncidentResolved': {
      const { node, branch = trunk } = event
      return withoutIncident(state, node, branch)
    }
    case 'IncidentCleared':
      return withoutIncident(state, event.node, event.branch)
    case 'Migrated':
      return migrated(state, event)
    case 'MigrationUndone':
      return migrationUndone(state, event)
    case 'Cancelled':
      return ended(state, 'cancelled', event.at)
    case 'Ended':
      return ended(state, event.result, event.at)
    default:
      throw new EventOfNewerRelease((event satisfies never as Event).type)
  }
}

type Of<T extends Event['type']> = Extract<Event, { type: T }>

function branchesOpened(state: InstanceState, { node, branch, round, edges }: Of<'BranchesOpened'>): InstanceState {
  const name = openingName(branch, node, round)
  const opening: Opening = { node, branch, edges }
  const others = state.tokens.filter((token) => token !== branch)
  return {
    ...state,
    tokens: [...others, ...edges.map((edge) => branchOver(name, edge))],
    openings: { ...state.openings, [name]: opening },
    rounds: { ...state.rounds, [node]: round },
  }
}

function joined(state: InstanceState, { scope, branch }: Of<'BranchesJoined'>): InstanceState {
  const others = state.tokens.filter((token) => !isWithin(token, scope))
  return { ...withoutBranches(state, scope), tokens: [...others, branch] }
}

/** While it was closed nobody worked on it, so that time does not count. */
function reopened(state: InstanceState, at: number): InstanceState {
  const paused = resumed({ ...state.paused, since: state.endedAt }, at)
  return { ...state, status: 'running', endedAt: null, tokens: [trunk], reopened: state.reopened + 1, paused }
}

function extended(state: InstanceState, { taskId, extension }: Of<'DeadlineExtended'>): InstanceState {
  if (taskId === null) return { ...state, extensions: [...state.extensions, extension] }
  const open = state.open.map((task) =>
    task.taskId === taskId ? { ...task, extensions: [...task.extensions, extension] } : task,
  )
  return { ...state, open }
}

function acted(state: InstanceState, { taskId, act, due }: Of<'DeadlineActed'>): InstanceState {
  if (taskId === null) return { ...state, acts: [...state.acts, { act, due }] }
  const open = state.open.map((task) => (task.taskId === taskId ? { ...task, acts: [...task.acts, { act, due }] } : task))
  return { ...state, open }
}

function corrected(state: InstanceState, { changes }: Of<'DataCorrected'>): InstanceState {
  const data = Object.fromEntries(changes.flatMap(({ field, after }) => (after === null ? [] : [[field, after]]))) as Data
  const cleared = changes.flatMap(({ field, after }) => (after === null ? [field] : []))
  return { ...state, data: withCompletion(state.data, data, cleared) }
}

function withoutIncident(state: InstanceState, node: string, branch: string): InstanceState {
  return { ...state, incidents: state.incidents.filter((one) => one.node !== node || one.branch !== branch) }
}

const hasPausing = ({ open, waits }: InstanceState): boolean => [...open, ...waits].some(({ pausesClock }) => pausesClock)

function resumed(paused: InstanceState['paused'], at: number): InstanceState['paused'] {
  if (paused.since === null) return paused
  const span = spanOf(paused.since, at)
  return { since: null, total: paused.total + span.to - span.from, spans: [...paused.spans, span] }
}

/** A clock that was set back meanwhile gives no time back. */
const spanOf = (from: number, to: number) => ({ from, to: Math.max(from, to) })

function ended(state: InstanceState, status: 'completed' | 'rejected' | 'cancelled', at: number): InstanceState {
  return {
    ...state,
    status,
    endedAt: at,
    tokens: [],
    openings: {},
    open: [],
    waits: [],
    arrived: [],
    incidents: [],
    suspended: null,
    paused: resumed(state.paused, at),
  }
}
