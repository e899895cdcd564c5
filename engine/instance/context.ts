import type { Calendar } from '../calendar/schema.ts'
import type { Instant } from '../instant.ts'
import type { Actor, Seat } from './messages.ts'

/** All that `decide` knows of the world; the caller brings it. */
export type Context = {
  at: Instant
  /** Ids for tasks that the command opens, taken from the front; two are enough for any command. */
  freshIds: readonly string[]
  calendar: Calendar
  actor: Actor
  /** Who holds which position in this agency now. */
  seats: readonly Seat[]
  /** Ids of the files that the submission may name; without it every well-formed id passes and the caller checks. */
  files?: ReadonlySet<string>
}

/** The definition or the code is broken: nothing that a person could mend. */
export class EngineBug extends Error {
  override readonly name = 'EngineBug'
}
