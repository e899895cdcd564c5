import type { DueReason } from '../calendar/due-reason.ts'
import type { EdgeId, FieldId, NodeId, OutcomeId, PositionId } from '../definition/ids.ts'
import type { FieldValue, InputError } from '../form/values.ts'
import type { Instant } from '../instant.ts'

export type { DueReason } from '../calendar/due-reason.ts'

export type TaskId = string & { readonly __brand: 'TaskId' }
export type PersonId = string & { readonly __brand: 'PersonId' }
export type Data = Readonly<Record<FieldId, FieldValue>>

/** A position as one person holds it at this moment; `plt` and `plh` are acting appointments. */
export type Seat = { positionId: PositionId; personId: PersonId; kind: 'definitive' | 'plt' | 'plh'; title: string }

/** Who acts. Officials are recorded with name and office as they were; an applicant without a name. */
export type Actor =
  | { kind: 'person'; personId: PersonId; name: string; seats: readonly Seat[] }
  | { kind: 'applicant' }
  | { kind: 'system' }

/** The actor as an event keeps it: the one seat that gave the right. */
export type RecordedActor =
  | {
      kind: 'person'
      personId: PersonId
      name: string
      positionId: PositionId | null
      title: string | null
      seat: Seat['kind'] | null
    }
  | { kind: 'applicant' }
  | { kind: 'system' }

/** Who may perform an open task: anyone in the position, one person in it, one person whatever the seat, or the applicant. */
export type Candidate =
  | { kind: 'position'; positionId: PositionId }
  | { kind: 'seat'; positionId: PositionId; personId: PersonId }
  | { kind: 'person'; personId: PersonId }
  | { kind: 'applicant' }

export type Assignee = { positionId: PositionId; personId: PersonId | null }
export type Disposition = { assignees: readonly Assignee[]; instruction: string }

export type Submission = {
  outcome: OutcomeId
  /** Raw input as it came: unknown fields are refused, hidden ones are refused too (P9). */
  data: Readonly<Record<string, unknown>>
  reason?: string
  disposition?: Disposition
}

export type Command =
  | { type: 'Start'; submission: Submission }
  | { type: 'Claim'; taskId: TaskId }
  | { type: 'Release'; taskId: TaskId }
  | { type: 'Delegate'; taskId: TaskId; to: PersonId; reason: string }
  | { type: 'Reassign'; taskId: TaskId; to: PersonId | null; reason: string }
  | { type: 'Complete'; taskId: TaskId; submission: Submission }
  | { type: 'Cancel'; reason: string }
  | { type: 'ResolveIncident'; edgeId: string; reason: string }

export type Event =
  | { type: 'Started'; at: Instant; by: RecordedActor; node: NodeId }
  | {
      type: 'TaskOpened'
      at: Instant
      taskId: TaskId
      node: NodeId
      /** 1 the first time the step opens, then 2, 3, … */
      round: number
      candidates: readonly Candidate[]
      excluded: readonly PersonId[]
      due: { at: Instant; why: DueReason } | null
      pausesClock: boolean
    }
  | { type: 'TaskClaimed'; at: Instant; by: RecordedActor; taskId: TaskId }
  /** The reason is a supervisor's; who gives back what they took themselves needs none. */
  | { type: 'TaskReleased'; at: Instant; by: RecordedActor; taskId: TaskId; reason: string | null }
  | { type: 'TaskDelegated'; at: Instant; by: RecordedActor; taskId: TaskId; to: PersonId; reason: string }
  | {
      type: 'TaskCompleted'
      at: Instant
      by: RecordedActor
      taskId: TaskId
      node: NodeId
      outcome: OutcomeId
      /** Validated and stripped values of this step's own fields; a field left empty is absent. */
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
      edge: string
      /** Canonical text of the rule, its inputs and the verdict per exit, so that the choice can be explained for good. */
      rule: string
      inputs: Readonly<Record<string, FieldValue | null>>
    }
  | { type: 'EventHappened'; at: Instant; node: NodeId }
  | { type: 'DeadlineSet'; at: Instant; due: { at: Instant; why: DueReason } | null }
  | { type: 'ClockPaused'; at: Instant; node: NodeId }
  | { type: 'ClockResumed'; at: Instant; node: NodeId }
  | {
      type: 'IncidentRaised'
      at: Instant
      node: NodeId
      code: 'no-branch' | 'unknown-data' | 'nobody-to-act' | 'too-many-steps'
      missing: readonly FieldId[]
      exits: readonly EdgeId[]
    }
  | { type: 'IncidentResolved'; at: Instant; by: RecordedActor; node: NodeId; edge: string; reason: string }
  | { type: 'TaskWithdrawn'; at: Instant; taskId: TaskId }
  | { type: 'Cancelled'; at: Instant; by: RecordedActor; reason: string }
  | { type: 'Ended'; at: Instant; node: NodeId; result: 'completed' | 'rejected' | 'cancelled' }

export type Refusal =
  | { code: 'already-started' }
  | { code: 'not-started' }
  | { code: 'not-running'; status: string }
  | { code: 'task-not-found'; taskId: string }
  | { code: 'task-closed'; taskId: string }
  | { code: 'task-claimed'; taskId: string; by: string }
  | { code: 'not-claimed'; taskId: string }
  | { code: 'not-a-candidate'; taskId: string }
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
  | { code: 'no-incident' }
  | { code: 'unknown-edge'; edge: string }
  | { code: 'invalid-input'; errors: readonly InputError[] }

export type Decision = { ok: true; events: readonly Event[] } | { ok: false; refusal: Refusal }
