import { editAt } from './at-path.ts'
import type { DefinitionFix } from './fix.ts'

/** A regulation stands once in its list. */
export const dropRepeatedRegulation = {
  name: 'drop-repeated-regulation',
  codes: ['regulation-twice'],
  propose(definition, { path }) {
    const edit = path === undefined ? null : editAt(definition, path, () => undefined)
    return edit && [edit]
  },
} as const satisfies DefinitionFix
