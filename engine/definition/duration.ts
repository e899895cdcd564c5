import { z } from 'zod'
import { FieldId, NodeId } from './ids.ts'
import { limits } from './limits.ts'

/**
 * What a duration counts from. `start` is the moment the complete application was registered,
 * `entered` the moment the step opened (for a whole procedure: as `start`).
 */
export const Anchor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('entered') }),
  z.strictObject({ kind: z.literal('completed'), node: NodeId }),
  z.strictObject({ kind: z.literal('field'), field: FieldId }),
])
export type Anchor = z.infer<typeof Anchor>

/** `sameDay` is "Hari H": the civil day of the anchor, to its end. */
export const DurationUnit = z.enum(['minute', 'hour', 'workingDay', 'calendarDay', 'week', 'month', 'sameDay'])
export type DurationUnit = z.infer<typeof DurationUnit>

/**
 * A typed time limit. `amount` is ignored for `sameDay`. `upTo` is the upper end of a printed range and then the one
 * that binds. `clock` matters for minutes and hours alone: `working` counts open hours, `calendar` runs day and night.
 * `maximum` prints "maksimal"; `note` is printed after the amount ("setelah kegiatan berlangsung").
 */
export const Duration = z.strictObject({
  amount: z.number().int().min(0).max(limits.amount),
  upTo: z.number().int().min(1).max(limits.amount).optional(),
  unit: DurationUnit,
  clock: z.enum(['working', 'calendar']).default('working'),
  anchor: Anchor.default({ kind: 'entered' }),
  maximum: z.boolean().default(false),
  note: z.string().trim().max(limits.label).optional(),
})
export type Duration = z.infer<typeof Duration>

/** Whether a span of time is neither nothing nor longer than makes sense for its unit. */
export function durationInRange({ amount, unit }: { amount: number; unit: keyof typeof limits.longest }): boolean {
  return Number.isInteger(amount) && amount >= 1 && amount <= limits.longest[unit]
}
