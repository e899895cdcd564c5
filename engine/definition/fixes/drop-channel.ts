import { editAt } from './at-path.ts'
import type { DefinitionFix } from './fix.ts'

/** A channel that reaches nobody, or only one person, is not printed. */
export const dropChannel = {
  name: 'drop-channel',
  codes: ['channel-empty', 'channel-personal', 'channel-unknown-contact'],
  propose(definition, { path }) {
    const edit = path === undefined ? null : editAt(definition, path, () => undefined)
    return edit && [edit]
  },
} as const satisfies DefinitionFix
