import { z } from 'zod'
import { Condition } from './condition.ts'
import { DeadlinePolicy } from './deadline-policy.ts'
import { DecisionExample } from './decision-example.ts'
import { Duration } from './duration.ts'
import { CalendarUnitId, EdgeId, FieldId, FormId, LaneId, NodeId, OutcomeId, PositionId, Slug } from './ids.ts'
import { limits } from './limits.ts'
import { Recurrence } from './recurrence.ts'

const label = z.string().trim().max(limits.label)
const sentence = z.string().trim().max(limits.sentence)

/**
 * A role in the flow. `positions` lanes name the positions of which any one may act (the meaning of "dan/atau");
 * `applicant`, `public` and `system` lanes name none.
 */
export const Lane = z.strictObject({
  id: LaneId,
  name: label.min(1),
  kind: z.enum(['positions', 'applicant', 'public', 'system']),
  positions: z.array(PositionId).max(limits.items).default([]),
  /** Other names by which documents call this role. */
  aliases: z.array(label).max(10).default([]),
  /** The unit of the agency's calendar in whose working time this lane's steps are counted, where it is not the standard's. */
  calendarUnit: CalendarUnitId.optional(),
})
export type Lane = z.infer<typeof Lane>

/** What a step's performer decides. Revise and reject always ask for a reason; others only where `reason` says so. */
export const Outcome = z.strictObject({
  id: OutcomeId,
  kind: z.enum(['submit', 'accept', 'revise', 'reject', 'other']),
  label: label.min(1),
  reason: z.enum(['required', 'optional']).default('optional'),
})
export type Outcome = z.infer<typeof Outcome>

/**
 * Who performs a step: its lane, positions named for this step alone, those a disposition named, the starter, whoever
 * performed an earlier step, or the direct superior of whoever did (`of` left out: of the starter).
 */
export const Assignment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lane') }),
  z.strictObject({ kind: z.literal('positions'), positions: z.array(PositionId).min(1).max(limits.items) }),
  z.strictObject({ kind: z.literal('disposition'), from: NodeId }),
  z.strictObject({ kind: z.literal('starter') }),
  z.strictObject({ kind: z.literal('performer'), of: NodeId }),
  z.strictObject({ kind: z.literal('superior'), of: NodeId.optional() }),
])
export type Assignment = z.infer<typeof Assignment>

/** The step names who does later steps: positions or people of `lane`, with an instruction. */
export const DispositionSpec = z.strictObject({
  lane: LaneId,
  to: z.enum(['position', 'person']),
  min: z.number().int().min(1).max(20).default(1),
  max: z.number().int().min(1).max(20).default(1),
})
export type DispositionSpec = z.infer<typeof DispositionSpec>

/** How many of several are needed: one, every one, or at least `n`. */
export const Quorum = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('any') }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('atLeast'), n: z.number().int().min(1).max(limits.branches) }),
])
export type Quorum = z.infer<typeof Quorum>

/** The words of one step, printed on the sheet (`statement`) and the SOP matrix (the rest). */
const stepWords = {
  /** Verb first, no subject: a row of the SOP matrix. */
  activity: label.min(1),
  /** The official sentence of the standard; the sheet's procedure is made of these, in row order. */
  statement: sentence.optional(),
  requirements: z.array(sentence).max(limits.items).default([]),
  output: z.array(sentence).max(limits.items).default([]),
  remark: sentence.optional(),
}
const common = { id: NodeId, lane: LaneId, note: sentence.optional() }

export const StartNode = z.strictObject({
  kind: z.literal('start'),
  ...common,
  /** `schedule`: by the clock, after `every`. `call`: by another standard, with the data it maps. */
  by: z.enum(['applicant', 'staff', 'complaint', 'schedule', 'call']),
  every: Recurrence.optional(),
})
export const TaskNode = z.strictObject({
  kind: z.literal('task'),
  ...common,
  ...stepWords,
  assignment: Assignment.default({ kind: 'lane' }),
  /** Lanes that do the step together with its own. */
  jointLanes: z.array(LaneId).max(limits.lanes).default([]),
  /**
   * Of joint lanes, how many must do it; of a single lane, how many of its positions (or of those a disposition named).
   * `any` is "dan/atau".
   */
  quorum: Quorum.default({ kind: 'any' }),
  /** Four eyes: nobody who performed one of these steps may perform this one. */
  notPerformersOf: z.array(NodeId).max(20).default([]),
  form: FormId.optional(),
  outcomes: z.array(Outcome).min(1).max(limits.outcomes),
  disposition: DispositionSpec.optional(),
  duration: Duration.optional(),
  /**
   * Papers print one time for this step and the one named, in one cell. It is the time of each of them: each has its own
   * deadline, counted as its own duration says.
   */
  sharesTimeWith: NodeId.optional(),
  /** What the deadline does; without it the superior is told when it has passed, and nothing else happens. */
  deadline: DeadlinePolicy.optional(),
  /** The instance's clock stands still while this step is open (a step that waits for the applicant). */
  pausesClock: z.boolean().default(false),
})
export const DecisionNode = z.strictObject({
  kind: z.literal('decision'),
  ...common,
  question: label.min(1),
  statement: sentence.optional(),
  /** The first exit whose condition is true is taken; without it at most one may be true. */
  ordered: z.boolean().default(false),
  /** Test rows: for these values this exit is meant. They run at each check and are printed nowhere. */
  examples: z.array(DecisionExample).max(limits.examples).optional(),
})
/** Every exit is a branch of its own; they go on side by side until a join. */
export const ParallelNode = z.strictObject({
  kind: z.literal('parallel'),
  ...common,
  name: label.optional(),
})
/** Waits for the branches of the innermost `parallel`; what is not needed any more is withdrawn. */
export const JoinNode = z.strictObject({
  kind: z.literal('join'),
  ...common,
  name: label.optional(),
  quorum: Quorum.default({ kind: 'all' }),
})
/** Until when a wait lasts: a length of time, the moment a field names, or an event outside that somebody reports. */
export const WaitUntil = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('duration'), duration: Duration }),
  z.strictObject({ kind: z.literal('moment'), field: FieldId }),
  z.strictObject({
    kind: z.literal('report'),
    /** What is waited for ("Surat balasan provinsi diterima"). */
    event: label.min(1),
    form: FormId.optional(),
    /** Longest wait; when it is over the exit with the outcome `lapsed` is taken. */
    atMost: Duration.optional(),
  }),
])
export type WaitUntil = z.infer<typeof WaitUntil>
export const WaitNode = z.strictObject({
  kind: z.literal('wait'),
  ...common,
  ...stepWords,
  until: WaitUntil,
  pausesClock: z.boolean().default(false),
})
const mapping = z
  .array(z.strictObject({ from: FieldId, to: FieldId }))
  .max(limits.fieldsPerForm)
  .default([])
/**
 * Runs a pinned version of another standard of the same agency and waits for its end. An exit may carry the outcome
 * `completed`, `rejected` or `cancelled`; one without is for all that have none.
 */
export const CallNode = z.strictObject({
  kind: z.literal('call'),
  ...common,
  ...stepWords,
  standard: z.strictObject({ slug: Slug, version: z.number().int().min(1).max(100_000) }),
  /** Own field to field of the called standard, when it begins. */
  passes: mapping,
  /** Field of the called standard to own field, when it has ended. */
  returns: mapping,
})
export const EventNode = z.strictObject({
  kind: z.literal('event'),
  ...common,
  ...stepWords,
})
export const EndNode = z.strictObject({
  kind: z.literal('end'),
  ...common,
  result: z.enum(['completed', 'rejected', 'cancelled']),
  name: label.optional(),
})

export const FlowNode = z.discriminatedUnion('kind', [
  StartNode,
  TaskNode,
  DecisionNode,
  ParallelNode,
  JoinNode,
  WaitNode,
  CallNode,
  EventNode,
  EndNode,
])
export type FlowNode = z.infer<typeof FlowNode>
export type StartNode = z.infer<typeof StartNode>
export type TaskNode = z.infer<typeof TaskNode>
export type DecisionNode = z.infer<typeof DecisionNode>
export type ParallelNode = z.infer<typeof ParallelNode>
export type JoinNode = z.infer<typeof JoinNode>
export type WaitNode = z.infer<typeof WaitNode>
export type CallNode = z.infer<typeof CallNode>
export type EventNode = z.infer<typeof EventNode>
export type EndNode = z.infer<typeof EndNode>
export type NodeKind = FlowNode['kind']

/**
 * An exit. From a task it carries the `outcome` it belongs to, from a call the result, from a wait `lapsed` or nothing; from a decision either `when` (a condition) or
 * `otherwise: true` (the default the author chose). `statement` is the branch sentence of the standard.
 */
export const Edge = z.strictObject({
  id: EdgeId,
  from: NodeId,
  to: NodeId,
  outcome: OutcomeId.optional(),
  when: Condition.optional(),
  otherwise: z.literal(true).optional(),
  label: label.optional(),
  statement: sentence.optional(),
})
export type Edge = z.infer<typeof Edge>

export const Flow = z.strictObject({
  lanes: z.array(Lane).max(limits.lanes),
  nodes: z.array(FlowNode).max(limits.nodes),
  edges: z.array(Edge).max(limits.edges),
})
export type Flow = z.infer<typeof Flow>
