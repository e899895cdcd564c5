import { z } from 'zod'
import { FieldId, NodeId, OutcomeId, PositionId } from './ids.ts'
import { limits } from './limits.ts'

/** Operators of our own condition tree; which of them suit a field is decided by the field's kind (`engine/condition`). */
export const Operator = z.enum([
  'is',
  'is-not',
  'contains',
  'starts-with',
  'ends-with',
  'less-than',
  'at-most',
  'at-least',
  'more-than',
  'between',
  'before',
  'after',
  'one-of',
  'none-of',
  'includes-all',
  'includes-any',
  'empty',
  'filled',
])
export type Operator = z.infer<typeof Operator>

export const ConditionValue = z.union([
  z.string().max(limits.label),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string().max(limits.label), z.number()])).max(limits.optionsPerField),
])
export type ConditionValue = z.infer<typeof ConditionValue>

/** How far one day lies from another, in calendar days: within so many either way, or at most or at least so many after or before. */
export const DayOperator = z.enum(['within', 'at-most-after', 'at-least-after', 'at-most-before', 'at-least-before'])
export type DayOperator = z.infer<typeof DayOperator>

/** A day to count from: that of a date field, or the one on which the request began, in the agency's zone. */
export const DayOf = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), field: FieldId }),
  z.strictObject({ kind: z.literal('start') }),
])
export type DayOf = z.infer<typeof DayOf>

/** Someone who acted: the performers of a step in its latest round, or whoever began the request. */
export const Who = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), node: NodeId }),
  z.strictObject({ kind: z.literal('starter') }),
])
export type Who = z.infer<typeof Who>

const leaves = [
  z.strictObject({ kind: z.literal('field'), field: FieldId, op: Operator, value: ConditionValue.optional() }),
  z.strictObject({ kind: z.literal('outcome'), node: NodeId, is: OutcomeId }),
  z.strictObject({ kind: z.literal('fields'), field: FieldId, op: Operator, other: FieldId }),
  z.strictObject({
    kind: z.literal('days'),
    field: FieldId,
    op: DayOperator,
    days: z.number().int().min(0).max(limits.conditionDays),
    of: DayOf,
  }),
  z.strictObject({ kind: z.literal('person'), of: Who, is: z.enum(['same-as', 'other-than']), as: Who }),
  z.strictObject({ kind: z.literal('office'), of: Who, position: PositionId }),
] as const

/**
 * One question: about a field's value, a step's latest outcome, two fields beside each other, the days between two dates,
 * whether the same person acted twice, or in which office somebody acted.
 */
export type ConditionLeaf = z.infer<(typeof leaves)[number]>
export type Condition = { kind: 'group'; combine: 'all' | 'any' | 'none'; of: Condition[] } | ConditionLeaf

/** The stored truth of a rule: a typed tree, edited visually and compiled one way to json-logic (`engine/condition`). */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('group'),
      combine: z.enum(['all', 'any', 'none']),
      of: z.array(Condition).min(1).max(limits.optionsPerField),
    }),
    ...leaves,
  ]),
) as z.ZodType<Condition>
