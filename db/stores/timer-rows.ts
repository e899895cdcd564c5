import type { TaskNode } from '#engine/definition/flow.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import { nextTick } from '#engine/instance/tick.ts'
import type { Instant } from '#engine/instant.ts'

/** When an instance next has something to do by the clock. */
function nextTickOf(state: InstanceState, { flow, components }: Definition): Instant | null {
  const step = (id: string) => flow.nodes.find((node): node is TaskNode => node.kind === 'task' && node.id === id)
  return nextTick(state, step, { escalate: components.serviceTime.deadline?.escalate ?? true, afterwards: null })
}

/** A timer as it is to stand: none when `at` is null. */
export type TimerRow = { at: Instant | null }

/** Nothing where the timer stands right already; `anew` writes it whatever stands. */
export function timerChange(before: InstanceState, after: InstanceState, definition: Definition, anew: boolean): TimerRow[] {
  const at = nextTickOf(after, definition)
  return anew || at !== nextTickOf(before, definition) ? [{ at }] : []
}
