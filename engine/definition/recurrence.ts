import { z } from 'zod'

/**
 * When a start by the clock comes again, in the agency's zone. `day` is the day of the month, where `last` is its last
 * one, or of the week, from 1 for Monday; for a quarter `month` is 1 to 3, for a year 1 to 12. A day that the month does
 * not have is its last one. `onFreeDay` says what a day without work means for it.
 */
export const Recurrence = z.strictObject({
  every: z.enum(['week', 'month', 'quarter', 'year']),
  month: z.number().int().min(1).max(12).optional(),
  day: z.union([z.number().int().min(1).max(31), z.literal('last')]),
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  onFreeDay: z.enum(['keep', 'next', 'previous', 'skip']).default('next'),
})
export type Recurrence = z.infer<typeof Recurrence>
