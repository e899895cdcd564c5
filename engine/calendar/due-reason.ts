import { z } from 'zod'

const days = z.array(z.strictObject({ date: z.string(), name: z.string() })).readonly()

/** Why a moment is due: what it was counted from, by which rule, and what moved it. Events keep it, so members are only added. */
export const DueReason = z.strictObject({
  from: z.number(),
  amount: z.number(),
  unit: z.string(),
  /** The free days that it passed over; a free weekday has no name of its own. */
  skipped: days,
  /** Milliseconds for which the clock stood still between `from` and the due moment, by which it moved. */
  paused: z.number().optional(),
  /** The special hours (Ramadan) without which it would be due at another moment. */
  hours: z
    .array(z.strictObject({ name: z.string(), from: z.string(), until: z.string() }))
    .readonly()
    .optional(),
  /** Name of the unit of the calendar whose working time was counted; the agency's own when absent. */
  calendarUnit: z.string().optional(),
  /** Each time somebody gave more time, in order. */
  extended: z
    .array(z.strictObject({ amount: z.number(), unit: z.string(), reason: z.string() }))
    .readonly()
    .optional(),
  /** What made it be counted again after it had been set. */
  recomputed: z.enum(['calendar', 'data', 'version']).optional(),
})
export type DueReason = z.infer<typeof DueReason>
