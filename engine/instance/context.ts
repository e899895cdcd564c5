import type { Calendar } from '../calendar/schema.ts'
import type { PositionId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import type { Instant } from '../instant.ts'
import type { Actor, Seat } from './messages.ts'
import type { Reach } from './migrate/reach.ts'

/** How many ids a caller brings: more than any sound drawing opens at once. */
export const freshIdsNeeded = 60

/** All that `decide` knows of the world; the caller brings it. */
export type Context = {
  at: Instant
  /** Ids for tasks, waits and calls that the command opens, taken from the front; `freshIdsNeeded` are enough. */
  freshIds: readonly string[]
  calendar: Calendar
  actor: Actor
  /** Who holds which position in this agency now. */
  seats: readonly Seat[]
  /** The position directly above each position of the agency. */
  superiors: Readonly<Record<PositionId, PositionId | null>>
  /** Of a move: the definition that it goes to. */
  target?: Definition
  /** What that definition can come to, where several instances go to it: worked out once for all. */
  reach?: Reach
  /** Whether somebody answers as the applicant: whoever has the ticket. Taken to be so where it is not said. */
  hasApplicant?: boolean
  /** SHA-256 of a text, hex. */
  digest: (text: string) => string
  /** Ids of the files that the submission may name; without it every well-formed id passes and the caller checks. */
  files?: ReadonlySet<string>
}
