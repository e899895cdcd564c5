import type { Definition } from '#engine/definition/schema.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import { nextTickOf } from '#engine/instance/tick.ts'
import type { Instant } from '#engine/instant.ts'

/** A timer as it is to stand: none when `at` is null. */
export type TimerRow = { at: Instant | null }

/** Nothing where the timer stands right already; `anew` writes it whatever stands. */
export function timerChange(before: InstanceState, after: InstanceState, definition: Definition, anew: boolean): TimerRow[] {
  const at = nextTickOf(after, definition)
  return anew || at !== nextTickOf(before, definition) ? [{ at }] : []
}
