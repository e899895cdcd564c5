import { z } from 'zod'
import { durationInRange } from './duration.ts'
import { EdgeId, FieldId, NodeId, OutcomeId, PositionId, ScenarioId } from './ids.ts'
import { limits } from './limits.ts'

const words = z.string().trim().max(limits.sentence)
const longestText = 20_000

/** What was answered to one field, as a form's raw input: of files the ids of made-up ones, of a group its rows. */
const Plain = z.union([z.string().max(longestText), z.number(), z.boolean()])
const Answer = z.union([
  Plain,
  z.array(z.string().max(limits.label)).max(limits.optionsPerField),
  z.array(z.record(FieldId, z.union([Plain, z.array(z.string().max(limits.label)).max(limits.optionsPerField)]))).max(50),
])
const Answers = z.record(FieldId, Answer)
export type Answers = z.infer<typeof Answers>

/** Somebody of a position, or the applicant. Left out where only one could act, or the first who may does. */
const By = z.union([z.literal('applicant'), PositionId]).optional()

const submission = {
  by: By,
  outcome: OutcomeId,
  answers: Answers,
  reason: words.min(1).optional(),
  /** Of a step that names who does the next: the positions named, whose made-up holders they are. */
  disposition: z.strictObject({ positions: z.array(PositionId).max(20), instruction: words.min(1) }).optional(),
}

/** How far the clock is wound: to what falls due next, on by a length of time, or to a civil moment of the agency's zone. */
export const Winding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('due') }),
  z
    .strictObject({
      kind: z.literal('by'),
      amount: z.number().int().min(1).max(limits.amount),
      unit: z.enum(['minute', 'hour', 'calendarDay', 'week']),
    })
    .refine(durationInRange, 'too long'),
  z.strictObject({ kind: z.literal('until'), moment: z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/) }),
])
export type Winding = z.infer<typeof Winding>

/** One thing that is done in a trial. */
export const TrialAct = z.discriminatedUnion('do', [
  /** Whoever begins does the first step at once: `node` is that step. */
  z.strictObject({ do: z.literal('start'), node: NodeId, ...submission }),
  /** By the clock, or by another standard with what that brings along. */
  z.strictObject({ do: z.literal('begin'), start: NodeId, answers: Answers }),
  z.strictObject({ do: z.literal('step'), node: NodeId, ...submission }),
  z.strictObject({ do: z.literal('report'), node: NodeId, by: By, answers: Answers, note: words.min(1).optional() }),
  /** How the standard that was called has ended, with what it hands back by own fields. */
  z.strictObject({
    do: z.literal('answer'),
    node: NodeId,
    result: z.enum(['completed', 'rejected', 'cancelled']),
    answers: Answers,
  }),
  z.strictObject({ do: z.literal('resolve'), node: NodeId, edge: EdgeId, reason: words.min(1) }),
  z.strictObject({ do: z.literal('wind'), to: Winding }),
])
export type TrialAct = z.infer<typeof TrialAct>

/**
 * What a walk has to come to: the steps done in their order, the end reached or else the steps that then stand open, and
 * whether the promise was kept (left out where none is asked).
 */
export const Expectation = z.strictObject({
  steps: z.array(NodeId).max(2 * limits.actsPerScenario),
  end: NodeId.optional(),
  open: z.array(NodeId).max(limits.branches).optional(),
  promise: z.enum(['kept', 'missed']).optional(),
})
export type Expectation = z.infer<typeof Expectation>

/** A walk through the flow that is kept and run again. `begins` is a civil moment of the agency's zone. */
export const Scenario = z.strictObject({
  id: ScenarioId,
  name: z.string().trim().min(1).max(limits.label),
  begins: z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/),
  acts: z.array(TrialAct).min(1).max(limits.actsPerScenario),
  expects: Expectation,
})
export type Scenario = z.infer<typeof Scenario>
