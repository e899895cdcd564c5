import { z } from 'zod'
import { NodeId, PositionId } from './ids.ts'
import { limits } from './limits.ts'

/** A length of time before a due moment; working days, hours and minutes are counted back by the calendar. */
export const LeadTime = z.strictObject({
  amount: z.number().int().min(1).max(1200),
  unit: z.enum(['minute', 'hour', 'workingDay', 'calendarDay']),
})
export type LeadTime = z.infer<typeof LeadTime>

/** What a deadline does beside being shown; each act happens once. */
export const DeadlinePolicy = z.strictObject({
  /** Whoever has the step is warned this long before. */
  warn: LeadTime.optional(),
  /** When it has passed, the direct superior is told. */
  escalate: z.boolean().default(true),
  /** What becomes of the step when it has passed: it stays, goes back to an earlier step, or goes to others. */
  afterwards: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('keep') }),
      z.strictObject({ kind: z.literal('return'), to: NodeId }),
      z.strictObject({
        kind: z.literal('reassign'),
        to: z.union([z.literal('superior'), z.array(PositionId).min(1).max(limits.items)]),
      }),
    ])
    .default({ kind: 'keep' }),
})
export type DeadlinePolicy = z.infer<typeof DeadlinePolicy>

/** For a promise over the whole procedure nothing is returned or given to others. */
export const OverallDeadlinePolicy = DeadlinePolicy.pick({ warn: true, escalate: true })
export type OverallDeadlinePolicy = z.infer<typeof OverallDeadlinePolicy>
