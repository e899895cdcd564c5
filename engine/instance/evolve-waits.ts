import type { Event, WaitId } from './messages.ts'
import type { InstanceState } from './state.ts'

export function waitBegan(state: InstanceState, event: Extract<Event, { type: 'WaitBegan' }>): InstanceState {
  const { waitId, node, branch, kind, at: since, due, pausesClock } = event
  const round = (state.rounds[node] ?? 0) + 1
  return {
    ...state,
    waits: [...state.waits, { waitId, node, branch, kind, since, due, pausesClock }],
    rounds: { ...state.rounds, [node]: round },
  }
}

export function waitDueSet(state: InstanceState, { waitId, due }: Extract<Event, { type: 'WaitDueSet' }>): InstanceState {
  return { ...state, waits: state.waits.map((wait) => (wait.waitId === waitId ? { ...wait, due } : wait)) }
}

export function closeWait(state: InstanceState, waitId: WaitId): InstanceState {
  return {
    ...state,
    waits: state.waits.filter((wait) => wait.waitId !== waitId),
    closedWaits: [...state.closedWaits, waitId],
  }
}
