import type { EdgeId, FieldId, NodeId, OutcomeId } from '../definition/ids.ts'
import type { Instant } from '../instant.ts'
import type { Candidate, Data, Disposition, DueReason, PersonId, RecordedActor, TaskId } from './messages.ts'

export type OpenTask = {
  taskId: TaskId
  node: NodeId
  round: number
  candidates: readonly Candidate[]
  excluded: readonly PersonId[]
  claimedBy: PersonId | null
  due: { at: Instant; why: DueReason } | null
  pausesClock: boolean
}

export type StepRecord = {
  outcome: OutcomeId
  by: RecordedActor
  at: Instant
  round: number
}

/** The fold of an instance's events. Plain data: it is stored as it is and read back through `InstanceState`'s schema. */
export type InstanceState = {
  status: 'new' | 'running' | 'completed' | 'rejected' | 'cancelled'
  /** How many events were folded; the expected revision of the next command. */
  revision: number
  startedAt: Instant | null
  endedAt: Instant | null
  starter: RecordedActor | null
  open: readonly OpenTask[]
  closedTasks: readonly TaskId[]
  data: Data
  /** Fields whose value changed in the latest completion of each step, for "what changed since the last round". */
  changed: Readonly<Record<NodeId, readonly FieldId[]>>
  steps: Readonly<Record<NodeId, StepRecord>>
  rounds: Readonly<Record<NodeId, number>>
  performers: Readonly<Record<NodeId, readonly PersonId[]>>
  dispositions: Readonly<Record<NodeId, Disposition>>
  due: { at: Instant; why: DueReason } | null
  /** Where the clock stood still: since when it does, and the spans that are over; `total` is their sum in milliseconds. */
  paused: { since: Instant | null; total: number; spans: readonly { from: Instant; to: Instant }[] }
  incident: { node: NodeId; code: string; missing: readonly FieldId[]; exits: readonly EdgeId[] } | null
}
