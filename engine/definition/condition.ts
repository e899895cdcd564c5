import { z } from 'zod'
import { FieldId, NodeId, OutcomeId } from './ids.ts'
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

export type Condition =
  | { kind: 'group'; combine: 'all' | 'any' | 'none'; of: Condition[] }
  | { kind: 'field'; field: FieldId; op: Operator; value?: ConditionValue }
  | { kind: 'outcome'; node: NodeId; is: OutcomeId }

/** The stored truth of a rule: a typed tree, edited visually and compiled one way to json-logic (`engine/condition`). */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('group'),
      combine: z.enum(['all', 'any', 'none']),
      of: z.array(Condition).min(1).max(limits.optionsPerField),
    }),
    z.strictObject({ kind: z.literal('field'), field: FieldId, op: Operator, value: ConditionValue.optional() }),
    z.strictObject({ kind: z.literal('outcome'), node: NodeId, is: OutcomeId }),
  ]),
) as z.ZodType<Condition>
