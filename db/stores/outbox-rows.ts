import type { Event } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'

/** `parentId` null stands for the instance that the events are of. */
export type OutboxRow = {
  kind: 'start' | 'return' | 'cancel'
  waitId: string
  parentId: string | null
  detail: { because?: string; reason?: string }
}

/** What some events ask of other instances: to begin, to end, or to hear how this one ended. */
export function outboxRows(before: InstanceState, events: readonly Event[], after: InstanceState): OutboxRow[] {
  const waiting = after.waits.filter(({ kind, waitId }) => kind === 'call' && !isIn(before, waitId))
  const left = events.flatMap((event) => (event.type === 'WaitWithdrawn' && isIn(before, event.waitId, 'call') ? [event] : []))
  const cancelled = events.find((event) => event.type === 'Cancelled')
  const reason = cancelled?.type === 'Cancelled' ? { reason: cancelled.reason } : {}
  return [
    ...waiting.map(({ waitId }): OutboxRow => ({ kind: 'start', waitId, parentId: null, detail: {} })),
    ...left.map(({ waitId, because }): OutboxRow => ({ kind: 'cancel', waitId, parentId: null, detail: { because, ...reason } })),
    ...returned(before, after),
  ]
}

function returned(before: InstanceState, { call, status }: InstanceState): OutboxRow[] {
  const ends = call !== null && status !== 'running' && before.status !== status
  return ends ? [{ kind: 'return', waitId: call.waitId, parentId: call.instanceId, detail: {} }] : []
}

const isIn = ({ waits }: InstanceState, waitId: string, kind?: string) =>
  waits.some((wait) => wait.waitId === waitId && (kind === undefined || wait.kind === kind))
