import type { EdgeId, FieldId, NodeId, OutcomeId } from '../definition/ids.ts'
import type { FieldValue } from '../form/values.ts'
import type { CivilDate, Instant } from '../instant.ts'
import type {
  Branch,
  CallLink,
  Candidate,
  Data,
  DeadlineAct,
  Disposition,
  Extension,
  IncidentCode,
  Party,
  PersonId,
  RecordedActor,
  TaskDue,
  TaskId,
  VersionRef,
  WaitId,
} from './messages.ts'

/** Raised when the shape below changes: states stored in an older shape are folded anew from their events. */
export const stateShape = 13

export type DoneAct = { act: DeadlineAct; due: Instant }

export type Part = { party: string; by: RecordedActor; outcome: OutcomeId; reason: string | null; at: Instant }

/** One of those who do a step together, and who of them has taken their part. */
export type AskedParty = Party & { claimedBy: PersonId | null }

/** A task, or a part of joint work ('' else), that a colleague handed to somebody who else may not do it. */
export type Loan = { to: PersonId; party: string; by: { personId: PersonId; name: string } }

export type OpenTask = {
  taskId: TaskId
  node: NodeId
  branch: Branch
  round: number
  candidates: readonly Candidate[]
  excluded: readonly PersonId[]
  notWith: readonly NodeId[]
  /** Of joint work each part is taken by itself. */
  claimedBy: PersonId | null
  lent: readonly Loan[]
  /** Empty where one performer is enough. */
  parties: readonly AskedParty[]
  needed: number
  parts: readonly Part[]
  openedAt: Instant
  due: TaskDue | null
  extensions: readonly Extension[]
  /** What the deadline has done already; a due moment that moved is another one. */
  acts: readonly DoneAct[]
  pausesClock: boolean
}

export type OpenWait = {
  waitId: WaitId
  node: NodeId
  branch: Branch
  kind: 'time' | 'report' | 'call'
  since: Instant
  due: TaskDue | null
  pausesClock: boolean
}

export type Incident = {
  node: NodeId
  branch: Branch
  code: IncidentCode
  missing: readonly FieldId[]
  exits: readonly EdgeId[]
  /** The task that waits where nobody can act, or where those who do it together do not agree. */
  taskId: TaskId | null
  rule: string | null
  inputs: Readonly<Record<string, FieldValue | null>> | null
}

export type StepRecord = {
  outcome: OutcomeId
  by: RecordedActor
  /** All who did a part of it in that round, `by` among them. */
  makers: readonly RecordedActor[]
  at: Instant
  round: number
  branch: Branch
}

/** The branches that a parallel opened and that are not joined yet. */
export type Opening = { node: NodeId; branch: Branch; edges: readonly EdgeId[] }

/** How an instance stood before a move to another version. */
export type Migration = {
  at: Instant
  from: VersionRef
  to: VersionRef
  before: Pick<InstanceState, 'open' | 'waits' | 'arrived' | 'incidents' | 'openings' | 'rounds' | 'due' | 'paused'> & {
    data: Data
  }
}

/** The fold of an instance's events. Plain data: it is stored as it is and read back through `InstanceState`'s schema. */
export type InstanceState = {
  status: 'new' | 'running' | 'completed' | 'rejected' | 'cancelled'
  /** How many events were folded; the expected revision of the next command. */
  revision: number
  startedAt: Instant | null
  /** The day of the start in the agency's zone. */
  startedOn: CivilDate | null
  endedAt: Instant | null
  starter: RecordedActor | null
  /** The instance that called this one. */
  call: CallLink | null
  /** Every token, by its branch; each stands at exactly one task, wait, join or incident (P3). */
  tokens: readonly Branch[]
  openings: Readonly<Record<string, Opening>>
  open: readonly OpenTask[]
  waits: readonly OpenWait[]
  /** Tokens that wait at a join for the others. */
  arrived: readonly { node: NodeId; branch: Branch }[]
  incidents: readonly Incident[]
  closedTasks: readonly TaskId[]
  closedWaits: readonly WaitId[]
  data: Data
  /** Fields whose value changed in the latest completion of each step, for "what changed since the last round". */
  changed: Readonly<Record<NodeId, readonly FieldId[]>>
  steps: Readonly<Record<NodeId, StepRecord>>
  rounds: Readonly<Record<NodeId, number>>
  performers: Readonly<Record<NodeId, readonly PersonId[]>>
  dispositions: Readonly<Record<NodeId, Disposition>>
  due: TaskDue | null
  extensions: readonly Extension[]
  acts: readonly DoneAct[]
  /** Where the clock stood still: since when it does, and the spans that are over; `total` is their sum in milliseconds. */
  paused: { since: Instant | null; total: number; spans: readonly { from: Instant; to: Instant }[] }
  suspended: { since: Instant; by: RecordedActor; reason: string } | null
  /** When all work stood still, the applicant's too. A pause stops the promise alone; these stop every limit. */
  suspensions: readonly { from: Instant; to: Instant }[]
  reopened: number
  /** The latest move to another version, while it can be taken back. */
  migration: Migration | null
}
