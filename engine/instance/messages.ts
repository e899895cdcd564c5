import type { DueReason } from '../calendar/due-reason.ts'
import type { EdgeId, FieldId, NodeId, OutcomeId, PositionId } from '../definition/ids.ts'
import type { FieldValue, InputError } from '../form/values.ts'
import type { CivilDate, Instant } from '../instant.ts'

export type { DueReason }
export type TaskId = string & { readonly __brand: 'TaskId' }
/** Of a wait, and of the instance that a call started: they are the same. */
export type WaitId = string & { readonly __brand: 'WaitId' }
export type PersonId = string & { readonly __brand: 'PersonId' }
export type Data = Readonly<Record<FieldId, FieldValue>>

/**
 * Which of the tokens: the path of openings and edges that led to it. The trunk is ''; `p.1/e2` is the branch over edge
 * `e2` of the first opening of the parallel `p`. A branch holds one token, so nothing can be doubled.
 */
export type Branch = string

/**
 * A position as one person holds it at this moment. `plt` and `plh` are acting appointments; `delegate` acts for the
 * holder named in `for` during a delegation, which is `whole` when it lends all that calls the holder: then also what
 * calls them by name, whatever the position.
 */
export type Seat = {
  positionId: PositionId
  personId: PersonId
  kind: 'definitive' | 'plt' | 'plh' | 'delegate'
  title: string
  for?: { personId: PersonId; name: string }
  whole?: boolean
}

/** Who acts. Officials are recorded with name and office as they were; an applicant without a name. */
export type Actor =
  | { kind: 'person'; personId: PersonId; name: string; seats: readonly Seat[] }
  | { kind: 'applicant' }
  | { kind: 'system' }

/** The actor as an event keeps it: the one seat that gave the right, and for whom a delegate acted. */
export type RecordedActor =
  | {
      kind: 'person'
      personId: PersonId
      name: string
      positionId: PositionId | null
      title: string | null
      seat: Seat['kind'] | null
      for?: { personId: PersonId; name: string }
    }
  | { kind: 'applicant' }
  | { kind: 'system' }

/** Who may perform an open task: anyone in the position, one person in it, one person whatever the seat, or the applicant. */
export type Candidate =
  | { kind: 'position'; positionId: PositionId }
  | { kind: 'seat'; positionId: PositionId; personId: PersonId }
  | { kind: 'person'; personId: PersonId }
  | { kind: 'applicant' }

/**
 * One of those who do a step together: a lane, a position or a person named, and who may act for it. Where a deadline has
 * handed on several parts that were missing, one party stands for all whose parts they were, and counts for each.
 */
export type Party = { id: string; candidates: readonly Candidate[]; standsFor?: readonly string[] }

export type Assignee = { positionId: PositionId; personId: PersonId | null }
export type Disposition = { assignees: readonly Assignee[]; instruction: string }

/** A due moment, with those at which its acts come. */
export type TaskDue = { at: Instant; why: DueReason; warnAt?: Instant }

export type DeadlineAct = 'warned' | 'missed' | 'escalated' | 'returned' | 'reassigned'
/** Why a due moment became another one. */
export type DueCause = 'data' | 'calendar' | 'extended' | 'resumed' | 'migrated'
export type Extension = {
  amount: number
  unit: 'minute' | 'hour' | 'workingDay' | 'calendarDay' | 'week' | 'month'
  reason: string
}

export type Submission = {
  outcome: OutcomeId
  /** Raw input as it came: unknown fields are refused, hidden ones are refused too (P9). */
  data: Readonly<Record<string, unknown>>
  reason?: string
  disposition?: Disposition
}

/** A version of the standard with the hash of its text. */
export type VersionRef = { version: number; digest: string }

/** What somebody decides about a move that is not plain: by `placeKey` the step to go on at, and fields to clear. */
export type MigrationChoices = { places: Readonly<Record<string, string>>; clear: readonly string[] }

/** What becomes of a deadline: as it was, counted anew from the same beginning, from now, or there is none. */
export type ClockWord = 'kept' | 'recounted' | 'reset' | 'none'

/** An open task as the other version has it. */
export type ReboundTask = {
  taskId: TaskId
  candidates: readonly Candidate[]
  excluded: readonly PersonId[]
  notWith: readonly NodeId[]
  parties: readonly Party[]
  needed: number
  due: TaskDue | null
  pausesClock: boolean
  clock: ClockWord
}
export type ReboundWait = { waitId: WaitId; kind: 'time' | 'report' | 'call'; due: TaskDue | null; pausesClock: boolean }

/** How another standard was called. */
export type CallLink = { instanceId: string; waitId: WaitId }

export type Command =
  | { type: 'Start'; submission: Submission; start?: NodeId }
  | { type: 'StartBySchedule'; start: NodeId; due: Instant }
  | { type: 'StartByCall'; start: NodeId | null; data: Data; call: CallLink }
  | { type: 'Claim'; taskId: TaskId }
  | { type: 'Release'; taskId: TaskId }
  | { type: 'Delegate'; taskId: TaskId; to: PersonId; reason: string }
  | { type: 'Reassign'; taskId: TaskId; to: PersonId | null; reason: string }
  | { type: 'Complete'; taskId: TaskId; submission: Submission }
  | { type: 'Report'; waitId: WaitId; data: Readonly<Record<string, unknown>>; note?: string }
  | { type: 'Return'; waitId: WaitId; result: 'completed' | 'rejected' | 'cancelled'; data: Data }
  | { type: 'FailCall'; waitId: WaitId; why: string }
  | { type: 'Tick' }
  | { type: 'Inspect' }
  | { type: 'Recount' }
  | { type: 'Suspend'; reason: string }
  | { type: 'Resume'; reason: string }
  | { type: 'Extend'; taskId: TaskId | null; by: Omit<Extension, 'reason'>; reason: string }
  | { type: 'SendBack'; to: NodeId; reason: string }
  | { type: 'Reopen'; to: NodeId; reason: string }
  | { type: 'Correct'; data: Readonly<Record<string, unknown>>; reason: string }
  | { type: 'Cancel'; reason: string }
  /** The caller brings the definition of `to` as the context's `target`. */
  | { type: 'Migrate'; from: VersionRef; to: VersionRef; choices: MigrationChoices; reason: string }
  | { type: 'UndoMigration'; from: VersionRef; to: VersionRef; reason: string }
  | { type: 'ResolveIncident'; edgeId: string; reason: string; incident?: string }

export type IncidentCode =
  | 'no-branch'
  | 'several-branches'
  | 'unknown-data'
  | 'nobody-to-act'
  | 'no-applicant'
  | 'too-many-steps'
  | 'join-short'
  | 'no-agreement'
  | 'no-moment'
  | 'call-failed'

export type WithdrawnBecause = 'cancelled' | 'resolved' | 'not-needed' | 'sent-back' | 'ended' | 'returned' | 'migrated'

export type Event =
  | { type: 'Started'; at: Instant; by: RecordedActor; node: NodeId; on?: CivilDate; data?: Data; call?: CallLink }
  | {
      type: 'TaskOpened'
      at: Instant
      taskId: TaskId
      node: NodeId
      branch?: Branch
      /** 1 the first time the step opens, then 2, 3, … */
      round: number
      candidates: readonly Candidate[]
      excluded: readonly PersonId[]
      /** Four eyes: whoever does one of these steps later is shut out too. */
      notWith?: readonly NodeId[]
      /** Of joint work: those who do it, and how many of them must. */
      parties?: readonly Party[]
      needed?: number
      due: TaskDue | null
      pausesClock: boolean
    }
  /** `party`: of joint work, whose part it is. */
  | { type: 'TaskClaimed'; at: Instant; by: RecordedActor; taskId: TaskId; party?: string }
  /** The reason is a supervisor's; who gives back what they took themselves needs none. Without `party` all is given back. */
  | { type: 'TaskReleased'; at: Instant; by: RecordedActor; taskId: TaskId; reason: string | null; party?: string }
  | { type: 'TaskDelegated'; at: Instant; by: RecordedActor; taskId: TaskId; to: PersonId; reason: string; party?: string }
  /** One of those who do a step together has done their part. */
  | {
      type: 'PartCompleted'
      at: Instant
      by: RecordedActor
      taskId: TaskId
      node: NodeId
      party: string
      outcome: OutcomeId
      data: Data
      cleared: readonly FieldId[]
      reason: string | null
      disposition: Disposition | null
    }
  | {
      type: 'TaskCompleted'
      at: Instant
      by: RecordedActor
      taskId: TaskId
      node: NodeId
      outcome: OutcomeId
      /** Validated and stripped values of this step's own fields; a field left empty is absent. Of joint work the parts hold them. */
      data: Data
      /** Fields that the step showed and that were left empty: they are removed from the instance's data. */
      cleared: readonly FieldId[]
      reason: string | null
      disposition: Disposition | null
    }
  | {
      type: 'DecisionTaken'
      at: Instant
      node: NodeId
      branch?: Branch
      edge: string
      /** Canonical text of the rule, its inputs and the verdict per exit, so that the choice can be explained for good. */
      rule: string
      ruleHash?: string
      inputs: Readonly<Record<string, FieldValue | null>>
    }
  | { type: 'EventHappened'; at: Instant; node: NodeId; branch?: Branch }
  | { type: 'BranchesOpened'; at: Instant; node: NodeId; branch: Branch; round: number; edges: readonly EdgeId[] }
  | { type: 'BranchArrived'; at: Instant; node: NodeId; branch: Branch }
  /** The branches of one opening are one again; what was under way in those not needed was withdrawn before. */
  | { type: 'BranchesJoined'; at: Instant; node: NodeId; scope: string; branch: Branch; arrived: readonly Branch[] }
  | { type: 'BranchEnded'; at: Instant; node: NodeId; branch: Branch }
  | {
      type: 'WaitBegan'
      at: Instant
      waitId: WaitId
      node: NodeId
      branch: Branch
      kind: 'time' | 'report' | 'call'
      /** When it is over by itself. */
      due: TaskDue | null
      pausesClock: boolean
      call?: { slug: string; version: number; data: Data }
    }
  | {
      type: 'WaitOver'
      at: Instant
      by: RecordedActor
      waitId: WaitId
      node: NodeId
      how: 'moment' | 'lapsed' | 'reported' | 'completed' | 'rejected' | 'cancelled'
      data: Data
      cleared: readonly FieldId[]
      note: string | null
    }
  /** The end of a wait, or its longest, has become another moment. */
  | { type: 'WaitDueSet'; at: Instant; waitId: WaitId; due: TaskDue | null; cause: DueCause }
  | { type: 'WaitWithdrawn'; at: Instant; waitId: WaitId; because: WithdrawnBecause }
  | { type: 'DeadlineSet'; at: Instant; due: TaskDue | null; cause?: DueCause }
  | { type: 'TaskDueSet'; at: Instant; taskId: TaskId; due: TaskDue | null; cause: DueCause }
  | { type: 'DeadlineExtended'; at: Instant; by: RecordedActor; taskId: TaskId | null; extension: Extension }
  /** `task` null: of the whole procedure. `to` are the positions that are told or that have the step now. */
  | { type: 'DeadlineActed'; at: Instant; act: DeadlineAct; taskId: TaskId | null; due: Instant; to: readonly PositionId[] }
  | { type: 'TaskRecast'; at: Instant; taskId: TaskId; candidates: readonly Candidate[] }
  | { type: 'ClockPaused'; at: Instant; node: NodeId }
  | { type: 'ClockResumed'; at: Instant; node: NodeId }
  | { type: 'Suspended'; at: Instant; by: RecordedActor; reason: string }
  | { type: 'Resumed'; at: Instant; by: RecordedActor; reason: string }
  | { type: 'SentBack'; at: Instant; by: RecordedActor; to: NodeId; branch: Branch; reason: string }
  | { type: 'Reopened'; at: Instant; by: RecordedActor; to: NodeId; reason: string }
  | {
      type: 'DataCorrected'
      at: Instant
      by: RecordedActor
      changes: readonly { field: FieldId; before: FieldValue | null; after: FieldValue | null }[]
      reason: string
    }
  | {
      type: 'IncidentRaised'
      at: Instant
      node: NodeId
      /** Where the token stands; of a short join the opening that is stuck. */
      branch?: Branch
      code: IncidentCode
      missing: readonly FieldId[]
      exits: readonly EdgeId[]
      taskId?: TaskId
      rule?: string
      ruleHash?: string
      inputs?: Readonly<Record<string, FieldValue | null>>
    }
  | { type: 'IncidentResolved'; at: Instant; by: RecordedActor; node: NodeId; branch?: Branch; edge: string; reason: string }
  /** What was in the way is gone by itself: somebody can act again. */
  | { type: 'IncidentCleared'; at: Instant; node: NodeId; branch: Branch; code: IncidentCode }
  /** The instance goes on in another version. What moves to another step is withdrawn and opened by the events that follow. */
  | {
      type: 'Migrated'
      at: Instant
      by: RecordedActor
      from: VersionRef
      to: VersionRef
      tasks: readonly ReboundTask[]
      waits: readonly ReboundWait[]
      /** Incidents that stay, with the exits that the new version offers. */
      incidents: readonly { node: NodeId; branch: Branch; exits: readonly EdgeId[] }[]
      openings: readonly { name: string; edges: readonly EdgeId[] }[]
      moves: readonly { branch: Branch; from: NodeId; to: NodeId }[]
      /** Fields whose values do not fit any more, and those values. */
      cleared: readonly FieldId[]
      values: Data
      reason: string
    }
  /** The move is taken back: all stands as before it. Tasks and waits that had been withdrawn have new ids. */
  | {
      type: 'MigrationUndone'
      at: Instant
      by: RecordedActor
      from: VersionRef
      to: VersionRef
      tasks: readonly { was: TaskId; now: TaskId }[]
      waits: readonly { was: WaitId; now: WaitId }[]
      reason: string
    }
  | { type: 'TaskWithdrawn'; at: Instant; taskId: TaskId; because?: WithdrawnBecause }
  | { type: 'Cancelled'; at: Instant; by: RecordedActor; reason: string }
  | { type: 'Ended'; at: Instant; node: NodeId; result: 'completed' | 'rejected' | 'cancelled' }

export type Refusal =
  | { code: 'already-started' }
  | { code: 'not-started' }
  | { code: 'not-running'; status: string }
  | { code: 'suspended' }
  | { code: 'not-suspended' }
  | { code: 'task-not-found'; taskId: string }
  | { code: 'task-closed'; taskId: string }
  | { code: 'task-claimed'; taskId: string; by: string }
  | { code: 'not-claimed'; taskId: string }
  | { code: 'not-a-candidate'; taskId: string }
  | { code: 'part-done'; taskId: string }
  | { code: 'four-eyes'; taskId: string; node: string }
  | { code: 'may-not-start' }
  | { code: 'unknown-outcome'; outcome: string; known: readonly string[] }
  | { code: 'reason-required' }
  | { code: 'reason-too-long'; max: number }
  | { code: 'disposition-required' }
  | { code: 'disposition-not-asked' }
  | { code: 'disposition-count'; min: number; max: number }
  | { code: 'disposition-outside-lane'; positionId: string }
  | { code: 'disposition-not-holder'; personId: string }
  | { code: 'delegate-not-eligible'; personId: string }
  | { code: 'lent-already'; name: string }
  | { code: 'wait-not-found'; waitId: string }
  | { code: 'wait-over'; waitId: string }
  | { code: 'not-to-report'; waitId: string }
  | { code: 'no-incident' }
  | { code: 'unknown-edge'; edge: string }
  | { code: 'step-not-done'; node: string }
  | { code: 'branch-closed'; node: string }
  | { code: 'still-running' }
  | { code: 'reopen-too-late'; days: number }
  | { code: 'nothing-to-change' }
  | { code: 'no-deadline' }
  | { code: 'duration-out-of-range'; max: number }
  | { code: 'version-unknown' }
  | { code: 'same-version' }
  | { code: 'stays-on-version'; why: 'unreachable' | 'too-many' }
  | { code: 'choice-required'; node: string }
  | { code: 'choice-unknown'; node: string; to: string }
  | { code: 'clearing-not-agreed'; field: string }
  | { code: 'no-migration' }
  | { code: 'undo-too-late'; days: number }
  | { code: 'invalid-input'; errors: readonly InputError[] }

export type Decision = { ok: true; events: readonly Event[] } | { ok: false; refusal: Refusal }
