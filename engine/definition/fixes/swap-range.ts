import type { DefinitionFix } from './fix.ts'
import { withDuration } from './with-duration.ts'

/** Of two ends of a range the lower comes first; where they are one there is no range. */
export const swapRange = {
  name: 'swap-range',
  codes: ['duration-range'],
  propose(definition, finding) {
    return withDuration(definition, finding, ({ upTo, ...duration }) =>
      upTo === undefined || upTo === duration.amount ? duration : { ...duration, amount: upTo, upTo: duration.amount },
    )
  },
} as const satisfies DefinitionFix
