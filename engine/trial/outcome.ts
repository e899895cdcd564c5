import type { NodeId } from '../definition/ids.ts'
import type { Expectation } from '../definition/scenario.ts'
import type { Event } from '../instance/messages.ts'
import type { Trial } from './trial.ts'

/** What a walk has come to, as a scenario expects it. */
export function outcomeOf({ state, events }: Trial): Expectation {
  const end = events.findLast((event) => event.type === 'Ended')?.node
  const open = [...new Set([...state.open, ...state.waits, ...state.incidents].map(({ node }) => node))]
  const promise = promiseOf(state)
  return {
    steps: events.flatMap(stepDone),
    ...(end === undefined ? { open } : { end }),
    ...(promise === null ? {} : { promise }),
  }
}

function stepDone(event: Event): NodeId[] {
  return event.type === 'TaskCompleted' || event.type === 'EventHappened' || event.type === 'WaitOver' ? [event.node] : []
}

/** Whether what is over was over in time; null while it goes on, and where nothing was promised. */
export function promiseOf({ due, endedAt }: Pick<Trial['state'], 'due' | 'endedAt'>): 'kept' | 'missed' | null {
  if (due === null || endedAt === null) return null
  return endedAt <= due.at ? 'kept' : 'missed'
}
