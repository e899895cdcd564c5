import type { Event } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'

/** Whether some events ask anything of other instances: calls that begin or are given up, and the end of one that was called. */
export function asksOthers({ call }: InstanceState, events: readonly Event[]): boolean {
  return events.some(
    (event) =>
      (event.type === 'WaitBegan' && event.kind === 'call') ||
      event.type === 'WaitWithdrawn' ||
      (call !== null && (event.type === 'Ended' || event.type === 'Cancelled')),
  )
}
