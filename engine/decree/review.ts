import { z } from 'zod'
import { CivilDay } from '../calendar/civil-day.ts'
import { PositionId } from '../definition/ids.ts'

/** The most positions that one rule of approval names. */
export const mostApprovers = 5

/**
 * Which positions approve a version: any one of them, every one, or every one after the one before. Without a rule whoever
 * holds the right to approve does, alone.
 */
export const ApprovalRule = z.strictObject({
  mode: z.enum(['any', 'all', 'in-order']),
  positions: z
    .array(PositionId)
    .min(1)
    .max(mostApprovers)
    .refine((positions) => new Set(positions).size === positions.length, 'duplicate'),
})
export type ApprovalRule = z.infer<typeof ApprovalRule>
export type ApprovalMode = ApprovalRule['mode']

/** How an agency reviews: who approves, and after how many months a standard in force is looked at again. */
export const AgencyReview = z.strictObject({
  approval: ApprovalRule.nullable().default(null),
  months: z.number().int().min(1).max(120).default(36),
})
export type AgencyReview = z.infer<typeof AgencyReview>

/** What one standard does otherwise than its agency. */
export const StandardReview = z.strictObject({
  approval: ApprovalRule.nullable().default(null),
  /** The civil day until which it is looked at again. */
  dueOn: CivilDay.nullable().default(null),
})
export type StandardReview = z.infer<typeof StandardReview>

/** Positions whose turn it is to approve, when those of `given` have; nobody's once enough have. */
export function waitingFor({ mode, positions }: ApprovalRule, given: readonly string[]): readonly PositionId[] {
  const missing = positions.filter((position) => !given.includes(position))
  switch (mode) {
    case 'any':
      return missing.length < positions.length ? [] : positions
    case 'all':
      return missing
    case 'in-order':
      return missing.slice(0, 1)
  }
}
