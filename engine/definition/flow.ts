import { z } from 'zod'
import { Condition } from './condition.ts'
import { Duration } from './duration.ts'
import { CalendarUnitId, EdgeId, FormId, LaneId, NodeId, OutcomeId, PositionId } from './ids.ts'
import { limits } from './limits.ts'

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

/** Who performs a step: its lane, positions named for this step alone, those a disposition named, or the starter. */
export const Assignment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lane') }),
  z.strictObject({ kind: z.literal('positions'), positions: z.array(PositionId).min(1).max(limits.items) }),
  z.strictObject({ kind: z.literal('disposition'), from: NodeId }),
  z.strictObject({ kind: z.literal('starter') }),
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
  by: z.enum(['applicant', 'staff', 'complaint']),
})
export const TaskNode = z.strictObject({
  kind: z.literal('task'),
  ...common,
  ...stepWords,
  assignment: Assignment.default({ kind: 'lane' }),
  /** Four eyes: nobody who performed one of these steps may perform this one. */
  notPerformersOf: z.array(NodeId).max(20).default([]),
  form: FormId.optional(),
  outcomes: z.array(Outcome).min(1).max(limits.outcomes),
  disposition: DispositionSpec.optional(),
  duration: Duration.optional(),
  /** The instance's clock stands still while this step is open (a step that waits for the applicant). */
  pausesClock: z.boolean().default(false),
})
export const DecisionNode = z.strictObject({
  kind: z.literal('decision'),
  ...common,
  question: label.min(1),
  statement: sentence.optional(),
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

export const FlowNode = z.discriminatedUnion('kind', [StartNode, TaskNode, DecisionNode, EventNode, EndNode])
export type FlowNode = z.infer<typeof FlowNode>
export type StartNode = z.infer<typeof StartNode>
export type TaskNode = z.infer<typeof TaskNode>
export type DecisionNode = z.infer<typeof DecisionNode>
export type EventNode = z.infer<typeof EventNode>
export type EndNode = z.infer<typeof EndNode>
export type NodeKind = FlowNode['kind']

/**
 * An exit. From a task it carries the `outcome` it belongs to; from a decision either `when` (a condition) or
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
