import { z } from 'zod'
import { ConditionValue, Who } from './condition.ts'
import { EdgeId, FieldId, NodeId, OutcomeId, PositionId } from './ids.ts'
import { limits } from './limits.ts'

/** Something that an example takes as given when its decision is asked; what is left out has no value there. */
export const Given = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), field: FieldId, value: ConditionValue }),
  z.strictObject({ kind: z.literal('outcome'), node: NodeId, is: OutcomeId }),
  /** The day on which the request began. */
  z.strictObject({ kind: z.literal('startDay'), day: z.iso.date() }),
  /** Somebody who acted, by any name that tells people apart, and the position acted in. */
  z.strictObject({
    kind: z.literal('performer'),
    of: Who,
    person: z.string().trim().min(1).max(limits.label).optional(),
    position: PositionId.optional(),
  }),
])
export type Given = z.infer<typeof Given>

/** A row of test beside a decision: with these values it takes this exit. */
export const DecisionExample = z.strictObject({ given: z.array(Given).max(limits.givens), exit: EdgeId })
export type DecisionExample = z.infer<typeof DecisionExample>
