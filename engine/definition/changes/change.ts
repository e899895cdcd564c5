import { z } from 'zod'
import { isDeeperThan } from '../depth.ts'
import { DefinitionPart, partKey } from './part.ts'

/** What any part may hold; which value fits where is asked when it is applied. Deep nests never get that far. */
const Value = z.unknown().refine((value) => !isDeeperThan(value, 32), 'too deep')

/**
 * One part of a definition, with what stood there before and what stands there after. A part that was not there, or is no
 * more, has no value.
 */
export const PartChange = z.strictObject({ part: DefinitionPart, before: Value.optional(), after: Value.optional() })
export type PartChange = z.infer<typeof PartChange>

/** The most changes that are taken at once: enough for a whole definition of the largest size. */
export const mostChanges = 5_000
export const PartChanges = z
  .array(PartChange)
  .max(mostChanges)
  // Steps of one part could be so many and so tangled that sorting out which of them can be made takes minutes.
  .refine((changes) => new Set(changes.map(({ part }) => partKey(part))).size === changes.length, 'a part twice')

/** The way back: what came after is what stood before, the last first. */
export function inversePartChanges(changes: readonly PartChange[]): PartChange[] {
  return changes.toReversed().map(({ part, before, after }) => ({
    part,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  }))
}
